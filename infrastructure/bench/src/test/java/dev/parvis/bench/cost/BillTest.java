package dev.parvis.bench.cost;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BillTest {

    private static final Tick EACH_MINUTE = new Tick("publish", 43_200, 100, 1024, 2, 0, 500);
    private static final Tick EACH_HOUR = new Tick("tokens", 720, 1000, 512, 1, 3, 1000);

    @Test
    void what_is_free_is_taken_off_before_the_price() {
        var item = new Bill.Item("requests", 1500, 1000, 0.01);

        assertThat(item.list()).isEqualTo(15);
        assertThat(item.afterFree()).isEqualTo(5);
    }

    @Test
    void what_is_used_less_than_is_free_costs_nothing_and_pays_nothing_back() {
        var item = new Bill.Item("requests", 10, 1000, 0.01);

        assertThat(item.afterFree()).isZero();
    }

    @Test
    void free_items_of_one_kind_do_not_pay_for_another() {
        var bill = new Bill(List.of(new Bill.Item("a", 10, 1000, 1), new Bill.Item("b", 10, 4, 1)));

        assertThat(bill.list()).isEqualTo(20);
        assertThat(bill.afterFree()).isEqualTo(6);
    }

    @Test
    void an_idle_month_has_the_sum_of_all_ticks() {
        var bill = Bill.idle(List.of(EACH_MINUTE, EACH_HOUR), 4, 1);

        assertThat(quantity(bill, "Lambda, GB-seconds")).isEqualTo(4320 + 360);
        assertThat(quantity(bill, "Lambda, requests")).isEqualTo(43_920);
        assertThat(quantity(bill, "Scheduler, calls")).isEqualTo(43_920);
        assertThat(quantity(bill, "DynamoDB, read units")).isEqualTo(86_400 + 720);
        assertThat(quantity(bill, "DynamoDB, write units")).isEqualTo(2160);
        assertThat(quantity(bill, "Logs, GB")).isEqualTo(0.0216 + 0.00072, within(1e-9));
        assertThat(quantity(bill, "Alarms, metrics watched")).isEqualTo(4);
        assertThat(quantity(bill, "Custom metrics")).isEqualTo(1);
    }

    @Test
    void the_free_tier_never_covers_the_tables_units() {
        var bill = Bill.idle(List.of(EACH_MINUTE, EACH_HOUR), 0, 0);

        double units = 87_120 * Prices.TABLE_READ_UNIT + 2160 * Prices.TABLE_WRITE_UNIT;
        assertThat(bill.afterFree()).isEqualTo(units, within(1e-9));
    }

    private static double quantity(Bill bill, String what) {
        return bill.items().stream()
                .filter(item -> item.what().equals(what))
                .mapToDouble(Bill.Item::quantity)
                .sum();
    }
}
