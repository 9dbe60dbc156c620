/**
 * A brand's calendar in somebody's own: a link that a calendar program reads again and again, without a login. Each link
 * is a row, and ends when the row is deleted; whoever holds it sees what its audience may see, and can change nothing.
 */
@NullMarked
package dev.parvis.domain.calendars;

import org.jspecify.annotations.NullMarked;
