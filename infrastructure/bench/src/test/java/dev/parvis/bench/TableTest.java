package dev.parvis.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TableTest {

    @Test
    void columns_are_as_wide_as_their_widest_cell_and_three_at_least() {
        var table = Table.of("Cold start", "function", "ms").with("floor", "58").with("webhooks-long", "1234");

        assertThat(table).hasToString("""

                ### Cold start

                | function      | ms   |
                | ------------- | ---- |
                | floor         | 58   |
                | webhooks-long | 1234 |
                """);
    }

    @Test
    void a_table_without_rows_is_its_head() {
        assertThat(Table.of("Nothing", "a")).hasToString("\n### Nothing\n\n| a   |\n| --- |\n");
    }

    @Test
    void a_row_more_leaves_the_table_it_was_added_to_as_it_was() {
        var empty = Table.of("Kept", "a");

        var one = empty.with("1");

        assertThat(empty.rows()).isEmpty();
        assertThat(one.rows()).hasSize(1);
    }

    @Test
    void a_row_with_a_cell_too_few_is_refused() {
        var table = Table.of("Units", "what", "reads");

        assertThatThrownBy(() -> table.with("a tick"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Units");
    }
}
