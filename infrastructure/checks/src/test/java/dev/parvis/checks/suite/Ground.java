package dev.parvis.checks.suite;

import java.net.URI;
import java.util.Set;

import dev.parvis.emulators.Backend;
import dev.parvis.local.suite.Settings;
import dev.parvis.local.suite.Suite;

/** What the suite stands on: where table, files, bus and parameters are. */
interface Ground extends AutoCloseable {

    /** The settings with what every function must be told about this ground. */
    Settings on(Settings settings);

    /** Said once, when the suite stands on it. */
    default void started(Suite suite) {}

    /** The types of the events that have been on the bus so far. */
    Set<String> told(Suite suite);

    @Override
    void close();

    /** What {@code AWS_ENDPOINT_URL} names, else the emulators that the suite starts by itself. */
    static Ground chosen() {
        return Backend.endpoint().map(Ground::at).orElseGet(Embedded::new);
    }

    /** Any endpoint that answers for DynamoDB, S3, EventBridge, SQS and SSM. */
    static Ground at(URI endpoint) {
        return Elsewhere.at(endpoint);
    }

    /** The suite's own emulators. */
    final class Embedded implements Ground {
        @Override
        public Settings on(Settings settings) {
            return settings;
        }

        @Override
        public Set<String> told(Suite suite) {
            return Set.copyOf(suite.events().stream().map(told -> told.type()).toList());
        }

        @Override
        public void close() {}
    }
}
