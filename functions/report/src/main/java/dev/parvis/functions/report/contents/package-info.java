/**
 * Says a data set in the report's language: which figures, under which headings, held against what, with which
 * definition. Nothing is read here and nothing is known but the data set, so that the same data set always gives the
 * same document, and with it the same PDF and CSV.
 *
 * <p>A total is over what was measured and says what it leaves out. Figures are held against the period before only
 * where the brand was looked after in all of it.
 */
@NullMarked
package dev.parvis.functions.report.contents;

import org.jspecify.annotations.NullMarked;
