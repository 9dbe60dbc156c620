package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** A post. Without a schedule it is a draft. {@code revision} grows with each edit of content or schedule. */
public record Post(
        WorkspaceId workspace,
        PostId id,
        BrandId brand,
        Content content,
        Optional<Schedule> schedule,
        long revision,
        String createdBy,
        Instant createdAt,
        long version) {}
