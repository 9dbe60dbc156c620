package dev.parvis.checks.suite;

/** On the embedded emulators, or on what {@code AWS_ENDPOINT_URL} names. */
class FiveWaysTest extends FiveWays {
    @Override
    Ground ground() {
        return Ground.chosen();
    }
}
