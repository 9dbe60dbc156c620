/**
 * Makes a brand's report of a period, once, and mails its readers a link.
 *
 * <p>In this order, each step harmless to repeat: the numbers are read and frozen as {@code data.json}; PDF and CSV are
 * made from what was frozen (a file that is there already is left, and says the same); the report is STORED; each reader
 * is mailed and written down, so that a worker that dies repeats at most one mail; READY, with its audit entry and its
 * notice. A month's report first orders the next month's, so that nothing that goes wrong with one ends the series.
 */
@NullMarked
package dev.parvis.functions.report;

import org.jspecify.annotations.NullMarked;
