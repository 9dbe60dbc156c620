/**
 * Files of posts: a spreadsheet's rows, checked as single posts are, and made posts by a worker.
 *
 * <p>The whole file is read and checked before anything is kept, within the call: 10,000 rows ask for each channel,
 * medium and known post once, many at a time. A file with a bad row is refused whole, unless the caller asks for the
 * good ones: half a month's plan is worse than none while nobody knows it.
 */
@NullMarked
package dev.parvis.functions.api.imports;

import org.jspecify.annotations.NullMarked;
