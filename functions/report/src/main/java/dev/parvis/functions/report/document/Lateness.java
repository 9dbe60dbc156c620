package dev.parvis.functions.report.document;

import java.time.Duration;

/** How long after its due instant a post went out. */
public sealed interface Lateness {

    /** Measured against the due instant; negative when it went out early. */
    record By(Duration duration) implements Lateness {}

    /** The post was not scheduled here, so there is nothing to be late for. */
    record Unscheduled() implements Lateness {}
}
