package dev.parvis.domain.media;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * An uploaded image or video of a brand: its declared type and length, what was found in it, and the S3 key it lies under.
 *
 * @param original empty until its file was looked at
 */
public record Media(
        WorkspaceId workspace,
        MediaId id,
        BrandId brand,
        String name,
        String type,
        long bytes,
        String alt,
        Rights rights,
        Focus focus,
        Optional<Original> original,
        Instant createdAt,
        long version) {
    /** The most bytes of an image that may be uploaded. */
    public static final long MOST_BYTES = 20_000_000;

    /** The most bytes of a video: what Bluesky takes, more than Mastodon does. */
    public static final long MOST_VIDEO_BYTES = 300_000_000;

    /** As it is declared: nothing is known of its rights, nothing was found. */
    public Media(
            WorkspaceId workspace,
            MediaId id,
            BrandId brand,
            String name,
            String type,
            long bytes,
            String alt,
            Instant createdAt,
            long version) {
        this(
                workspace,
                id,
                brand,
                name,
                type,
                bytes,
                alt,
                Rights.UNSAID,
                Focus.CENTRE,
                Optional.empty(),
                createdAt,
                version);
    }

    /** Where it lies in the bucket. */
    public String fileKey() {
        return "w/" + workspace + "/media/" + id;
    }

    public boolean isVideo() {
        return type.startsWith("video/");
    }

    /** Whether it is an image that moves, as far as it was looked at. */
    public boolean moves() {
        return !isVideo() && original.filter(found -> !found.length().isZero()).isPresent();
    }

    public Media described(String nowName, String nowAlt) {
        return new Media(
                workspace, id, brand, nowName, type, bytes, nowAlt, rights, focus, original, createdAt, version);
    }

    /** With another type and length. */
    public Media of(String otherType, long otherBytes) {
        return new Media(
                workspace, id, brand, name, otherType, otherBytes, alt, rights, focus, original, createdAt, version);
    }

    public Media with(Rights now) {
        return new Media(workspace, id, brand, name, type, bytes, alt, now, focus, original, createdAt, version);
    }

    public Media with(Focus now) {
        return new Media(workspace, id, brand, name, type, bytes, alt, rights, now, original, createdAt, version);
    }

    public Media with(Original found) {
        return new Media(
                workspace, id, brand, name, type, bytes, alt, rights, focus, Optional.of(found), createdAt, version);
    }

    /** The same at another version. */
    public Media at(long otherVersion) {
        return new Media(
                workspace, id, brand, name, type, bytes, alt, rights, focus, original, createdAt, otherVersion);
    }
}
