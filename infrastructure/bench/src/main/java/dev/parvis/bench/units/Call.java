package dev.parvis.bench.units;

/**
 * What one call to the table consumed, indexes and a failed condition included.
 *
 * @param row the sort key that it named, empty when it named several or none
 */
record Call(String operation, Purpose purpose, String row, double reads, double writes, boolean failed) {}
