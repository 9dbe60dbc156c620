/**
 * A post is what a brand wants to say and when; a target is that post on one channel, with a state of its own. The
 * irreversible call stands outside everything that retries: what may have gone out is reconciled, never sent again
 * blindly.
 */
@NullMarked
package dev.parvis.domain.posts;

import org.jspecify.annotations.NullMarked;
