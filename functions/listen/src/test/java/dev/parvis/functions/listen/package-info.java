@NullMarked
package dev.parvis.functions.listen;

import org.jspecify.annotations.NullMarked;
