/**
 * Reads every channel's figures once a day, between two and five in the morning of its brand, and those of its posts of
 * the last 30 days. What was read is stored with where it came from; what the network does not tell, and what could not
 * be read, are stored as just that. A failure is tried again the same day and never covers a figure that was read that
 * day. One row per day and subject: measuring twice, or being killed in between, leaves the same rows.
 * <p>
 * Its tick makes the posts of series and of evergreen queues, too: daily work of the table's that is in no hurry, days
 * ahead, needs no function of its own.
 */
@NullMarked
package dev.parvis.functions.measure;

import org.jspecify.annotations.NullMarked;
