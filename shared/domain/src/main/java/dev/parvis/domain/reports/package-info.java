/**
 * A report is a period of a brand, computed once: the data set it used is frozen beside its PDF and CSV, so that a
 * figure can be asked about later.
 */
@NullMarked
package dev.parvis.domain.reports;

import org.jspecify.annotations.NullMarked;
