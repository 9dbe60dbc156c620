package dev.parvis.functions.report.document;

import java.util.List;

/** A key figure: measured, not provided, failed and not read yet are four different things and print as such. */
public sealed interface Figure {

    /**
     * A figure that stands up to a question.
     *
     * @param value what was measured; zero is a measurement
     * @param comparison what it is held against, of the same kind of quantity
     * @param sources where it came from, at least one
     * @param excluded what a total leaves out, each a short text in the report's language ("Bluesky : non fourni")
     */
    record Measured(Quantity value, Comparison comparison, List<Source> sources, List<String> excluded)
            implements Figure {
        public Measured {
            sources = List.copyOf(sources);
            excluded = List.copyOf(excluded);
            if (sources.isEmpty()) {
                throw new IllegalArgumentException("a measured figure without a source");
            }
            if (comparison instanceof Comparison.Previous(Quantity previous)
                    && previous.getClass() != value.getClass()) {
                throw new IllegalArgumentException("a " + value.getClass().getSimpleName() + " held against a "
                        + previous.getClass().getSimpleName());
            }
        }
    }

    /** The network does not give this figure; the reason is printed. */
    record NotProvided(String reason) implements Figure {}

    /** No reading has taken place yet; the reason is printed. */
    record Unread(String reason) implements Figure {}

    /** It should have been there and could not be had; the reason is printed, with what was asked. */
    record Failed(String reason, Source asked) implements Figure {}
}
