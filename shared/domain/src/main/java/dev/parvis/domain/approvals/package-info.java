/**
 * How people agree to a post before it goes out. What they agree to is a seal: the SHA-256 of the exact content, its
 * channels and its time ({@code posts.Seal}). Any edit makes another seal, and with it another question; the publisher
 * computes it once more from what it is about to send.
 *
 * <p>Each part, the team and the client, decides once per question, and may take an approval back as long as nothing is
 * being sent: a refusal is the last word until the post is edited or saved again. An approval after the post's time is
 * not taken: the post is missed, and a person is asked. Telling of a decision is repeated when the decision is, under
 * the same ids: who died between deciding and telling is healed by the next click.
 */
@NullMarked
package dev.parvis.domain.approvals;

import org.jspecify.annotations.NullMarked;
