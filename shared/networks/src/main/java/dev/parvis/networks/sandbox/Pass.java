package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.time.Times;

/**
 * What a sandbox credential holds.
 *
 * @param life how long the access token was given for
 * @param webhookSecret what deliveries are signed with; empty when nobody told it
 */
record Pass(Secret access, Secret refresh, Instant expiresAt, Duration life, Optional<String> webhookSecret) {
    private static final Duration USUAL_LIFE = Duration.ofMinutes(15);
    private static final Duration LONGEST_LIFE = Duration.ofDays(30);
    private static final String WEBHOOK_SECRET = "webhookSecret";

    /** A session as the network answers one; empty when the answer holds no tokens. */
    static Optional<Pass> read(Json session, Instant now, Optional<String> webhookSecret) {
        var access = session.at("access_token").textOr("");
        var refresh = session.at("refresh_token").textOr("");
        if (access.isEmpty() || refresh.isEmpty()) {
            return Optional.empty();
        }
        var life = session.at("expires_in")
                .whole()
                .filter(seconds -> seconds > 0 && seconds <= LONGEST_LIFE.toSeconds())
                .map(Duration::ofSeconds)
                .orElse(USUAL_LIFE);
        return Optional.of(new Pass(new Secret(access), new Secret(refresh), now.plus(life), life, webhookSecret));
    }

    static Pass of(Connection connection) {
        var parts = connection.credential();
        return new Pass(
                new Secret(parts.need("accessToken")),
                new Secret(parts.need("refreshToken")),
                Times.parse(parts.need("expiresAt")),
                Duration.parse(parts.need("life")),
                parts.part(WEBHOOK_SECRET));
    }

    Credential credential() {
        var parts = new HashMap<>(Map.of(
                "accessToken", access.reveal(),
                "refreshToken", refresh.reveal(),
                "expiresAt", Times.format(expiresAt),
                "life", life.toString()));
        webhookSecret.ifPresent(secret -> parts.put(WEBHOOK_SECRET, secret));
        return new Credential(parts);
    }

    /** Whether it dies before work of this length is over, where a fresh one would not. */
    boolean diesWithin(Duration work, Instant now) {
        return expiresAt.isBefore(now.plus(work)) && life.compareTo(work.multipliedBy(2)) > 0;
    }

    @Override
    public String toString() {
        return "Pass[until " + expiresAt + "]";
    }
}
