/**
 * Why something stands where it stands, in the words of whoever reads it. Workers write reasons in English, once, into a
 * row or the trail; here they are said in French too. What a network said itself is nobody's to translate: it is quoted.
 * A test of the house reads the sources and asks that every reason written there has its French here.
 */
@NullMarked
package dev.parvis.domain.reasons;

import org.jspecify.annotations.NullMarked;
