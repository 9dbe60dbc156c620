/**
 * The numbers of a report, before anyone says them in a language: read from the table once, frozen as {@code data.json}
 * beside the report's files, and from then on the only thing that the files are made from. Every reading keeps the
 * network's endpoint and field and the instant it was read; what was not provided and what failed stay just that.
 *
 * <p>Figures are read in the small hours, so the last day of a period is told by the reading of the morning after it.
 */
@NullMarked
package dev.parvis.functions.report.data;

import org.jspecify.annotations.NullMarked;
