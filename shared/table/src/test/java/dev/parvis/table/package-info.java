@NullMarked
package dev.parvis.table;

import org.jspecify.annotations.NullMarked;
