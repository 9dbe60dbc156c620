/**
 * A slot is a weekly wall-clock time at which a channel likes to speak, in its brand's zone. The next free slot is the
 * first one, from a few minutes on, where no other post stands on any of the channels. Slots are a convenience, not a
 * restriction: a person may say any other time. Two that ask at once never get the same slot: whoever comes second is
 * refused by the table in the write that keeps the post, and takes the one after.
 */
@NullMarked
package dev.parvis.domain.slots;

import org.jspecify.annotations.NullMarked;
