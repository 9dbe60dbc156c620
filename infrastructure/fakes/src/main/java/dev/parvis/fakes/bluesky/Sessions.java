package dev.parvis.fakes.bluesky;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;
import dev.parvis.fakes.json.MalformedJson;

/**
 * Access and refresh tokens as the reference PDS makes them: JWTs; an access token is believed until it expires, a
 * refresh token is kept in a table, lives two hours more once it was used, and leads to the same successor each time.
 */
final class Sessions {
    private static final String ACCESS = "com.atproto.appPass";
    private static final String REFRESH = "com.atproto.refresh";
    private static final Duration GRACE = Duration.ofHours(2);
    private static final SecretKeySpec KEY =
            new SecretKeySpec("a fake network has no secrets".getBytes(StandardCharsets.UTF_8), "HmacSHA256");

    record Pair(String did, String access, String refresh) {}

    private record Refresh(String did, Instant expiresAt, Optional<String> next) {}

    private final Clock clock;
    private final BlueskyOptions options;
    private final Map<String, Refresh> refreshes = new HashMap<>();
    private long made;

    Sessions(Clock clock, BlueskyOptions options) {
        this.clock = clock;
        this.options = options;
    }

    synchronized Pair open(String did) {
        return pair(did, newId());
    }

    /** The successor of the refresh token in {@code authorization}. */
    synchronized Pair rotate(@Nullable String authorization) {
        Map<String, @Nullable Object> claims = verify(authorization, REFRESH);
        String id = Json.string(claims, "jti", "");
        Refresh token = refreshes.get(id);
        Instant now = clock.instant();
        if (token == null || !token.expiresAt.isAfter(now))
            throw new XrpcError(400, "ExpiredToken", "Token has been revoked");
        Instant grace = now.plus(GRACE);
        String next = token.next.orElseGet(this::newId);
        Instant expiresAt = grace.isBefore(token.expiresAt) ? grace : token.expiresAt;
        refreshes.put(id, new Refresh(token.did, expiresAt, Optional.of(next)));
        return pair(token.did, next);
    }

    synchronized void close(@Nullable String authorization) {
        refreshes.remove(Json.string(verify(authorization, REFRESH), "jti", ""));
    }

    /** Whose access token this is; an {@link XrpcError} as the PDS words it otherwise. */
    String access(@Nullable String authorization) {
        return Json.string(verify(authorization, ACCESS), "sub", "");
    }

    private Pair pair(String did, String refreshId) {
        Instant now = clock.instant();
        Instant refreshEnd = now.plus(options.refreshLife());
        refreshes.putIfAbsent(refreshId, new Refresh(did, refreshEnd, Optional.empty()));
        String access = jwt("at+jwt", claims(ACCESS, did, now.plus(options.accessLife())));
        Map<String, @Nullable Object> refresh = claims(REFRESH, did, refreshEnd);
        refresh.put("jti", refreshId);
        return new Pair(did, access, jwt("refresh+jwt", refresh));
    }

    private Map<String, @Nullable Object> claims(String scope, String did, Instant end) {
        return Json.object(
                "scope",
                scope,
                "sub",
                did,
                "iat",
                clock.instant().getEpochSecond(),
                "exp",
                end.getEpochSecond(),
                "aud",
                BlueskyServer.SERVICE_DID,
                "n",
                ++made);
    }

    private Map<String, @Nullable Object> verify(@Nullable String authorization, String scope) {
        if (authorization == null) throw new XrpcError(401, "AuthMissing", "Authentication Required");
        if (!authorization.startsWith("Bearer "))
            throw new XrpcError(400, "InvalidToken", "Unexpected authorization type");
        String[] parts = authorization.substring(7).split("\\.", -1);
        if (parts.length != 3 || !same(parts[2], sign(parts[0] + "." + parts[1])))
            throw new XrpcError(400, "InvalidToken", "Token could not be verified");
        Map<String, @Nullable Object> claims = decode(parts[1]);
        if (!scope.equals(claims.get("scope"))) throw new XrpcError(400, "InvalidToken", "Token could not be verified");
        if (Json.number(claims, "exp", 0) <= clock.instant().getEpochSecond())
            throw new XrpcError(400, "ExpiredToken", "Token has expired");
        return claims;
    }

    private static Map<String, @Nullable Object> decode(String part) {
        try {
            return Json.parseObject(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException | MalformedJson e) {
            throw new XrpcError(400, "InvalidToken", "Malformed token");
        }
    }

    private String newId() {
        return "refresh-" + ++made;
    }

    private static String jwt(String type, Map<String, @Nullable Object> claims) {
        String signed = base64(Json.bytes(Json.object("typ", type, "alg", "HS256"))) + "." + base64(Json.bytes(claims));
        return signed + "." + sign(signed);
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(KEY);
            return base64(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
