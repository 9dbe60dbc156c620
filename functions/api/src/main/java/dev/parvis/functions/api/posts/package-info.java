/** Posts and where each of their targets stands. */
@NullMarked
package dev.parvis.functions.api.posts;

import org.jspecify.annotations.NullMarked;
