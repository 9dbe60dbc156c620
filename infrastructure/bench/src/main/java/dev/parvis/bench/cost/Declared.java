package dev.parvis.bench.cost;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.parvis.bench.world.Templates;
import dev.parvis.emulators.template.Template;
import dev.parvis.emulators.template.Trigger;
import dev.parvis.local.schedules.Expression;

/** What of the deployed template is billed while nothing is done. */
final class Declared {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(30));
    private static final Map<String, String> VALUES = Map.of(
            "AWS::Region", "eu-west-3",
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackName", "parvis",
            "Owner", "owner@parvis.example");

    private final Template template = Template.load(Templates.deployed()).with(VALUES);

    /** A function's wakes by its schedules in 30 days. */
    int wakes(String function) {
        return template.functions().stream()
                .filter(one -> one.id().toLowerCase(Locale.ROOT).equals(function + "function"))
                .flatMap(one -> one.schedules().stream())
                .filter(Trigger.Schedule::isEnabled)
                .mapToInt(schedule -> firings(Expression.parse(schedule.expression()), schedule.zone()))
                .sum();
    }

    /** Metrics that alarms watch: an expression's each, else one. */
    int alarmMetrics() {
        return template.resourcesOf("AWS::CloudWatch::Alarm").stream()
                .mapToInt(alarm -> watched(template.properties(alarm).get("Metrics")))
                .sum();
    }

    private static int watched(@org.jspecify.annotations.Nullable Object metrics) {
        return metrics instanceof List<?> several
                ? (int) several.stream()
                        .filter(one -> one instanceof Map<?, ?> map && map.containsKey("MetricStat"))
                        .count()
                : 1;
    }

    private static int firings(Expression expression, ZoneId zone) {
        int count = 0;
        var next = expression.next(START, zone);
        while (next.isPresent() && !next.get().isAfter(END)) {
            count++;
            next = expression.next(next.get(), zone);
        }
        return count;
    }
}
