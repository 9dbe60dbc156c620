package dev.parvis.checks.real;

import java.net.URI;

import dev.parvis.networks.contract.Site;

/** The servers that {@code infrastructure/realnet/start} started, as its exports tell of them. */
public final class Started {
    private Started() {}

    /** The Bluesky network; a reply is told of within a second, on a busy machine within a few. */
    public static Site bluesky() {
        return new Site(
                URI.create(said("PARVIS_REAL_BLUESKY_URL")),
                said("PARVIS_REAL_BLUESKY_HANDLE"),
                said("PARVIS_REAL_BLUESKY_PASSWORD"),
                said("PARVIS_REAL_BLUESKY_OTHER_HANDLE"),
                said("PARVIS_REAL_BLUESKY_OTHER_PASSWORD"),
                30);
    }

    /** snac2, which tells of a reply seven to ten seconds after it was written. */
    public static Site mastodon() {
        return new Site(
                URI.create(said("PARVIS_REAL_MASTODON_URL")),
                said("PARVIS_REAL_MASTODON_ACCOUNT"),
                said("PARVIS_REAL_MASTODON_TOKEN"),
                said("PARVIS_REAL_MASTODON_OTHER_ACCOUNT"),
                said("PARVIS_REAL_MASTODON_OTHER_TOKEN"),
                40);
    }

    private static String said(String variable) {
        var value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    variable + " is not set; start the servers with: eval \"$(infrastructure/realnet/start)\"");
        }
        return value;
    }
}
