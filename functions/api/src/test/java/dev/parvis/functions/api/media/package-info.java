@NullMarked
package dev.parvis.functions.api.media;

import org.jspecify.annotations.NullMarked;
