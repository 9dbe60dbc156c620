package dev.parvis.domain.media;

import java.time.Instant;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** An uploaded image of a brand: its declared type and length, and the S3 key it lies under. */
public record Media(
        WorkspaceId workspace,
        MediaId id,
        BrandId brand,
        String name,
        String type,
        long bytes,
        String alt,
        Instant createdAt,
        long version) {
    /** The most bytes of an image that may be uploaded. */
    public static final long MOST_BYTES = 20_000_000;

    /** Where it lies in the bucket. */
    public String fileKey() {
        return "w/" + workspace + "/media/" + id;
    }
}
