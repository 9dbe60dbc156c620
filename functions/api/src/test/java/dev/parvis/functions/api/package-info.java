@NullMarked
package dev.parvis.functions.api;

import org.jspecify.annotations.NullMarked;
