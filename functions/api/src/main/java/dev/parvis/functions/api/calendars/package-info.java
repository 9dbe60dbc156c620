/** Calendars for calendar programs: links that are made and taken back, and the feed that each leads to. */
@NullMarked
package dev.parvis.functions.api.calendars;

import org.jspecify.annotations.NullMarked;
