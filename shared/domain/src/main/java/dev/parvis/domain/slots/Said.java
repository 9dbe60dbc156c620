package dev.parvis.domain.slots;

import java.time.Instant;

import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.wording.Gist;

/** What a post says, or said, on a channel at an instant. */
public record Said(PostId post, Instant at, Gist gist) {}
