package dev.parvis.fakes.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.json.Json;
import dev.parvis.fakes.webhooks.Hmac;

/** Short-lived access tokens (signed, so that they outlive a restart) and refresh tokens (kept, rotated). */
final class Passes {
    private static final String SECRET = "the sandbox has no secrets";
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);
    private static final Duration GRACE = Duration.ofHours(2);

    private final State state;
    private final Clock clock;
    private final Duration accessLife;

    Passes(State state, Clock clock, Duration accessLife) {
        this.state = state;
        this.clock = clock;
        this.accessLife = accessLife;
    }

    Map<String, @Nullable Object> open(String account) {
        return pair(account, state.change(() -> keep(account)));
    }

    Map<String, @Nullable Object> refresh(String token) {
        Instant now = clock.instant();
        String next = state.change(() -> {
            Refresh refresh = state.refreshes.get(token);
            if (refresh == null || !refresh.until().isAfter(now))
                throw new SandboxError(401, "invalid_refresh_token", "Connect again");
            if (!refresh.next().isEmpty()) return refresh.next();
            String successor = keep(refresh.account());
            state.refreshes.put(token, new Refresh(refresh.account(), now.plus(GRACE), successor));
            return successor;
        });
        return pair(
                state.read(() -> java.util.Objects.requireNonNull(state.refreshes.get(next)))
                        .account(),
                next);
    }

    /** Whose token this is. */
    String account(Request request) {
        String header = request.header("Authorization").orElse("");
        String[] parts = header.startsWith("Bearer sat_") ? header.substring(11).split("\\.", -1) : new String[0];
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}") || !same(parts[2], sign(parts[0], parts[1])))
            throw new SandboxError(401, "invalid_token", "No access token of this network");
        if (Long.parseLong(parts[1]) <= clock.instant().getEpochSecond())
            throw new SandboxError(401, "expired_token", "The access token has expired");
        return parts[0];
    }

    private Map<String, @Nullable Object> pair(String account, String refresh) {
        String end = String.valueOf(clock.instant().plus(accessLife).getEpochSecond());
        return Json.object(
                "access_token",
                "sat_" + account + "." + end + "." + sign(account, end),
                "expires_in",
                accessLife.toSeconds(),
                "refresh_token",
                refresh,
                "refresh_expires_in",
                REFRESH_LIFE.toSeconds());
    }

    private String keep(String account) {
        Instant now = clock.instant();
        state.refreshes.values().removeIf(old -> !old.until().isAfter(now));
        String token =
                "srt_" + Hmac.hex(SECRET, utf8("refresh " + state.next())).substring(0, 32);
        state.refreshes.put(token, new Refresh(account, now.plus(REFRESH_LIFE), ""));
        return token;
    }

    private static String sign(String account, String end) {
        return Hmac.hex(SECRET, utf8(account + " " + end)).substring(0, 32);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(utf8(one), utf8(other));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
