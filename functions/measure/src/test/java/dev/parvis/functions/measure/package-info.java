/** The function on a real table with a network that answers as told, and against ports that break at every call. */
@NullMarked
package dev.parvis.functions.measure;

import org.jspecify.annotations.NullMarked;
