/** Client brands: their words, their reports, their limit of lateness. */
@NullMarked
package dev.parvis.functions.api.brands;

import org.jspecify.annotations.NullMarked;
