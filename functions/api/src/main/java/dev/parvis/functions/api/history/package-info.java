/**
 * The audit trail, and work that was set aside. What was done to one post is read by itself, in sentences: beside the post,
 * where its first 100 entries are all but always all, and page by page.
 */
@NullMarked
package dev.parvis.functions.api.history;

import org.jspecify.annotations.NullMarked;
