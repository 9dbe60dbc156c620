/** What an editorial calendar is looked at for beside its posts: weeks in which a brand says nothing, or too little. */
@NullMarked
package dev.parvis.domain.calendar;

import org.jspecify.annotations.NullMarked;
