package dev.parvis.functions.measure;

import java.util.Map;

import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;

/** What one look at a channel gave: its own figures, and those of its posts by native id. */
record Figures(Map<Metric, Reading> account, Map<String, Map<Metric, Reading>> posts) {
    Figures {
        account = Map.copyOf(account);
        posts = Map.copyOf(posts);
    }

    /** How many subjects have a figure that should have been there and could not be read. */
    int failures() {
        var failedPosts = posts.values().stream().filter(Figures::failed).count();
        return (int) failedPosts + (failed(account) ? 1 : 0);
    }

    private static boolean failed(Map<Metric, Reading> readings) {
        return readings.values().stream().anyMatch(reading -> reading instanceof Reading.Failed);
    }

    /** Whether not one figure of the account came back, as when the credential is not accepted. */
    static boolean nothingCame(Map<Metric, Reading> account) {
        return failed(account) && account.values().stream().noneMatch(reading -> reading instanceof Reading.Measured);
    }
}
