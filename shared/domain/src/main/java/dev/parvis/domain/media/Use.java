package dev.parvis.domain.media;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.posts.PostId;

/**
 * A post was kept with a media in it. What the post says now, and whether it is there at all, the post tells.
 *
 * @param due its instant when it was kept; empty for a draft
 */
public record Use(PostId post, Optional<Instant> due) {}
