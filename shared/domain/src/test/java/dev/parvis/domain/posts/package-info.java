@NullMarked
package dev.parvis.domain.posts;

import org.jspecify.annotations.NullMarked;
