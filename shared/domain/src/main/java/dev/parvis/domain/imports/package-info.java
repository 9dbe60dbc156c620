/**
 * A month of posts written elsewhere, in a spreadsheet, made posts.
 * <p>
 * A file is read and checked whole before anything of it is kept: what stands in an import is good, and what was not is
 * told with its line and column. Ten thousand posts take longer than a call may, so the rows are kept with the import,
 * which stands on the agenda: whoever claims it makes the next hundred, says how far it is, and goes on.
 * <p>
 * A post's id comes from the brand and the row's own key. The same file twice finds its posts there and makes no second
 * one; so does the worker after the one that was killed. A post that says something else than its row is left alone and
 * told. One that a person has deleted is made again when its file is imported again.
 * <p>
 * An import can be taken back as long as it is kept: the same worker deletes what it made and nobody has touched since,
 * and tells the rest by line. Whoever was making posts then is waited for, as long as the lease lasts.
 */
@NullMarked
package dev.parvis.domain.imports;

import org.jspecify.annotations.NullMarked;
