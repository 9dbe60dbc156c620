package dev.parvis.functions.report.document;

/** One count in a table or on a day of a chart, with the same three states as a {@link Figure}, and not read yet. */
public sealed interface Tally {

    /** A count that was read; zero is a count. */
    record Counted(long value, Source source) implements Tally {}

    /** The network does not give it. */
    record NotProvided(String reason) implements Tally {}

    /** It was not asked for: no reading has taken place yet. */
    record Unread(String reason) implements Tally {}

    /** It was asked for and could not be had. */
    record Failed(String reason) implements Tally {}
}
