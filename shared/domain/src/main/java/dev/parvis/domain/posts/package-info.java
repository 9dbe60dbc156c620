/**
 * A post is what a brand wants to say and when; a target is that post on one channel, with a state of its own. The
 * irreversible call stands outside everything that retries: what may have gone out is reconciled, never sent again
 * blindly.
 *
 * <p>Where a brand asks for approval, {@code Plan}, the only maker of targets, leaves them in {@code APPROVAL}; what is
 * approved is a {@code Seal} of the exact content, channel and time window, which stands in the target's own row, so that
 * the publisher can hold what it is about to send against it at no cost.
 *
 * <p>A content may have several parts (a thread, a comment), which go out one after the other, each a post of its own
 * under its own key; a target's row holds those that are out, so that whoever takes over goes on with the one that is
 * missing. What is half out is neither edited nor deleted: a person lets the rest go out, or leaves it as it is. A
 * network may say something of its own (a variant); a target, and its seal, know only what goes out on their network.
 */
@NullMarked
package dev.parvis.domain.posts;

import org.jspecify.annotations.NullMarked;
