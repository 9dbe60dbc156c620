/** {@code /h/{token}}: the page of a person who posts by hand: what to copy, where to post it, and "done". */
@NullMarked
package dev.parvis.functions.api.assisted;

import org.jspecify.annotations.NullMarked;
