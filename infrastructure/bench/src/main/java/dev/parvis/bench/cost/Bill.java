package dev.parvis.bench.cost;

import java.util.List;

/** One line for each thing that is billed. */
record Bill(List<Item> items) {

    /**
     * @param quantity what is used in a month
     * @param free what of it costs nothing
     */
    record Item(String what, double quantity, double free, double price) {

        double list() {
            return quantity * price;
        }

        double afterFree() {
            return Math.max(0, quantity - free) * price;
        }
    }

    double list() {
        return items.stream().mapToDouble(Item::list).sum();
    }

    double afterFree() {
        return items.stream().mapToDouble(Item::afterFree).sum();
    }

    /** A month in which nothing is done. */
    static Bill idle(List<Tick> ticks, int alarmMetrics, int customMetrics) {
        double calls = ticks.stream().mapToDouble(Tick::perMonth).sum();
        return new Bill(List.of(
                new Item(
                        "Lambda, GB-seconds",
                        ticks.stream().mapToDouble(Tick::gbSeconds).sum(),
                        Prices.FREE_GB_SECONDS,
                        Prices.LAMBDA_GB_SECOND),
                new Item("Lambda, requests", calls, Prices.FREE_LAMBDA_REQUESTS, Prices.LAMBDA_REQUEST),
                new Item("Scheduler, calls", calls, Prices.FREE_SCHEDULER_CALLS, Prices.SCHEDULER_CALL),
                new Item(
                        "DynamoDB, read units",
                        ticks.stream()
                                .mapToDouble(tick -> tick.perMonth() * tick.reads())
                                .sum(),
                        0,
                        Prices.TABLE_READ_UNIT),
                new Item(
                        "DynamoDB, write units",
                        ticks.stream()
                                .mapToDouble(tick -> tick.perMonth() * tick.writes())
                                .sum(),
                        0,
                        Prices.TABLE_WRITE_UNIT),
                new Item("Logs, GB", ticks.stream().mapToDouble(Tick::logGb).sum(), Prices.FREE_LOG_GB, Prices.LOG_GB),
                new Item("Alarms, metrics watched", alarmMetrics, Prices.FREE_ALARM_METRICS, Prices.ALARM_METRIC),
                new Item("Custom metrics", customMetrics, Prices.FREE_CUSTOM_METRICS, Prices.CUSTOM_METRIC)));
    }
}
