/**
 * A post is what a brand wants to say and when; a target is that post on one channel, with a state of its own. The
 * irreversible call stands outside everything that retries: what may have gone out is reconciled, never sent again
 * blindly.
 *
 * <p>Where a brand asks for approval, {@code Plan}, the only maker of targets, leaves them in {@code APPROVAL}; what is
 * approved is a {@code Seal} of the exact content, channel and time window, which stands in the target's own row, so that
 * the publisher can hold what it is about to send against it at no cost.
 */
@NullMarked
package dev.parvis.domain.posts;

import org.jspecify.annotations.NullMarked;
