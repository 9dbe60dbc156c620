/**
 * What must reach people and other systems about what happened: a mail, or a signed webhook to an endpoint that a
 * workspace named. Each is a delivery on the agenda, written before the work it tells of is finished, keyed by what it
 * tells: a crash repeats the write, never the delivery.
 */
@NullMarked
package dev.parvis.domain.notices;

import org.jspecify.annotations.NullMarked;
