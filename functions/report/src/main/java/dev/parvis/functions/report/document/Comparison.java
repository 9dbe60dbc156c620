package dev.parvis.functions.report.document;

/** What a figure is held against. */
public sealed interface Comparison {

    /** There is no earlier figure: the report prints "no comparison" and no percentage. */
    record Nothing() implements Comparison {}

    /** There is one, but it counts something else (a definition changed, a source was added); the reason is printed. */
    record Incomparable(String reason) implements Comparison {}

    /** The same figure of the period before. */
    record Previous(Quantity value) implements Comparison {}
}
