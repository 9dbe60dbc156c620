package dev.parvis.networks.bluesky;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;
import dev.parvis.kernel.secret.Secret;

/** What a Bluesky credential holds, and how it is read. Tokens are opaque but for a hint of when they die. */
record Session(URI service, URI pds, String did, String accessJwt, String refreshJwt, String appPassword) {
    static final Duration USUAL_LIFE = Duration.ofHours(2);
    private static final Duration LONGEST_LIFE = Duration.ofDays(30);

    /** Where this account's calls go: a refresh may have learnt of a move that the channel has not heard of. */
    static URI pds(Connection connection) {
        return connection
                .credential()
                .part("pds")
                .map(URI::create)
                .orElse(connection.channel().server());
    }

    static Secret token(Connection connection) {
        return new Secret(connection.credential().need("accessJwt"));
    }

    static Session of(Connection connection) {
        var parts = connection.credential();
        return new Session(
                parts.part("service")
                        .map(URI::create)
                        .orElse(connection.channel().server()),
                pds(connection),
                connection.channel().account(),
                parts.need("accessJwt"),
                parts.need("refreshJwt"),
                parts.need("appPassword"));
    }

    Credential credential() {
        return new Credential(Map.of(
                "service", service.toString(),
                "pds", pds.toString(),
                "accessJwt", accessJwt,
                "refreshJwt", refreshJwt,
                "appPassword", appPassword));
    }

    Instant expiresAt(Instant now) {
        return expiry(accessJwt)
                .filter(at -> at.isAfter(now) && at.isBefore(now.plus(LONGEST_LIFE)))
                .orElse(now.plus(USUAL_LIFE));
    }

    /** The {@code exp} of a JWT, when the token is one. */
    static Optional<Instant> expiry(String jwt) {
        return instant(jwt, "exp");
    }

    /** From the {@code iat} of a JWT to its {@code exp}; zero when it does not say. */
    static Duration life(String jwt) {
        var born = instant(jwt, "iat");
        return born.isEmpty()
                ? Duration.ZERO
                : expiry(jwt).map(end -> Duration.between(born.get(), end)).orElse(Duration.ZERO);
    }

    private static Optional<Instant> instant(String jwt, String claim) {
        var parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Json.parse(Base64.getUrlDecoder().decode(parts[1]))
                    .at(claim)
                    .whole()
                    .filter(seconds -> seconds > 0 && seconds < 100_000_000_000L)
                    .map(Instant::ofEpochSecond);
        } catch (IllegalArgumentException | MalformedJson opaque) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Session[" + did + "]";
    }
}
