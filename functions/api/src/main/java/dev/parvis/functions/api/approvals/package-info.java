/**
 * Agreeing to posts before they go out: by managers through the API, and by a brand's client on a page behind a mailed
 * link, without an account. The page shows its brand's posts and nothing else; opening it changes nothing.
 */
@NullMarked
package dev.parvis.functions.api.approvals;

import org.jspecify.annotations.NullMarked;
