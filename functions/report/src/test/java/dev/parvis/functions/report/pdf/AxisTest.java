package dev.parvis.functions.report.pdf;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AxisTest {

    @Test
    void it_starts_at_zero_unless_all_values_are_high() {
        assertThat(Axis.over(3, 90)).isEqualTo(new Axis(0, 100, 50));
        assertThat(Axis.over(9_400, 9_747)).isEqualTo(new Axis(9_400, 9_800, 100));
        assertThat(Axis.over(0, 0)).isEqualTo(new Axis(0, 1, 1));
        assertThat(Axis.over(-30, 12).marks()).contains(0L).first().isEqualTo(-40L);
    }

    @Test
    void any_values_get_few_round_marks_that_hold_them() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            long one = random.nextLong() >> random.nextInt(64);
            long other = random.nextLong() >> random.nextInt(64);
            Axis axis = Axis.over(Math.min(one, other), Math.max(one, other));

            assertThat(axis.marks()).as("%d %d", one, other).hasSizeBetween(2, 7);
            assertThat(axis.place(one)).isBetween(0f, 1f);
        }
    }
}
