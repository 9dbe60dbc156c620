/**
 * What a report says, before anyone decides how it looks.
 *
 * <p>Whoever computes a period fills a {@link dev.parvis.functions.report.document.ReportDocument}; the renderers for
 * PDF and CSV only set it. A figure is one of three things all the way to the paper: measured (with where it came
 * from), not provided by the network, or failed. A change is never handed in as a number: it is derived here from two
 * quantities of one kind, so a percentage without a base cannot be written. French and English are equals:
 * {@link dev.parvis.functions.report.document.Wording} holds every word that the renderers add, and
 * {@link dev.parvis.functions.report.document.Formats} the numbers, dates and spaces.
 */
@NullMarked
package dev.parvis.functions.report.document;

import org.jspecify.annotations.NullMarked;
