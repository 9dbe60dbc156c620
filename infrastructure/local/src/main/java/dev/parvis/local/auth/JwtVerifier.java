package dev.parvis.local.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;

/**
 * Verifies bearer tokens (RFC 7519) of one issuer for some audiences. The algorithm is bound to the key's type, so that no
 * header can talk it into another one; {@code none} and everything unknown is refused. Thread-safe.
 */
public final class JwtVerifier implements Authorizer {

    private static final int MAX_LENGTH = 8_192;

    private final String issuer;
    private final List<String> audiences;
    private final Map<String, PublicKey> keys;
    private final InstantSource clock;

    /**
     * @param keys the issuer's keys by {@code kid}
     */
    public JwtVerifier(String issuer, List<String> audiences, Map<String, PublicKey> keys, InstantSource clock) {
        if (audiences.isEmpty()) {
            throw new IllegalArgumentException("an authorizer without an audience would take anybody's token");
        }
        this.issuer = issuer;
        this.audiences = List.copyOf(audiences);
        this.keys = Map.copyOf(keys);
        this.clock = clock;
    }

    @Override
    public Verdict verify(String authorization) {
        String token = authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : authorization.strip();
        String[] parts = token.split("\\.", -1);
        if (token.isEmpty()) {
            return new Verdict.Refused("no bearer token");
        }
        if (parts.length != 3 || token.length() > MAX_LENGTH) {
            return new Verdict.Refused("the token is not a signed JWT");
        }
        Optional<Json> header = decode(parts[0]);
        Optional<Json> claims = decode(parts[1]);
        if (header.isEmpty() || claims.isEmpty()) {
            return new Verdict.Refused("the token is not a signed JWT");
        }
        if (!isSigned(header.get(), token, parts[2])) {
            return new Verdict.Refused("the token's signature is not the issuer's");
        }
        return refusal(claims.get())
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> new Verdict.Accepted(texts(claims.get())));
    }

    private boolean isSigned(Json header, String token, String signature) {
        PublicKey key = keys.get(header.at("kid").textOr(""));
        if (key == null || !header.at("alg").textOr("").equals(algorithm(key))) {
            return false;
        }
        try {
            var verifier = Signature.getInstance(
                    key instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String algorithm(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa when rsa.getModulus().bitLength() >= 2048 -> "RS256";
            case ECPublicKey ec when ec.getParams().getOrder().bitLength() == 256 -> "ES256";
            default -> "(unsupported key)";
        };
    }

    private Optional<String> refusal(Json claims) {
        long now = clock.instant().getEpochSecond();
        if (!claims.at("iss").textOr("").equals(issuer)) {
            return Optional.of("the token is another issuer's");
        }
        if (audience(claims).stream().noneMatch(audiences::contains)) {
            return Optional.of("the token is meant for another audience");
        }
        if (seconds(claims, "exp").isEmpty() || seconds(claims, "exp").get() <= now) {
            return Optional.of("the token has expired");
        }
        if (isAfter(claims, "nbf", now) || isAfter(claims, "iat", now)) {
            return Optional.of("the token is not valid yet");
        }
        return Optional.empty();
    }

    /** A claim that is there and no number counts as after everything. */
    private static boolean isAfter(Json claims, String name, long now) {
        return !claims.at(name).isMissing() && seconds(claims, name).orElse(Long.MAX_VALUE) > now;
    }

    private static Optional<Long> seconds(Json claims, String name) {
        return claims.at(name).number().map(number -> number.longValue());
    }

    /** {@code aud} as text or list; {@code client_id} only where there is no {@code aud}, as Cognito's access tokens. */
    private static List<String> audience(Json claims) {
        Json aud = claims.at("aud");
        if (aud.isMissing()) {
            return claims.at("client_id").text().stream().toList();
        }
        return aud.text().map(List::of).orElseGet(() -> aud.items().stream()
                .flatMap(element -> element.text().stream())
                .toList());
    }

    private static Optional<Json> decode(String part) {
        try {
            Json json = Json.parse(Base64.getUrlDecoder().decode(part));
            return json.object().map(object -> object);
        } catch (IllegalArgumentException | MalformedJson e) {
            return Optional.empty();
        }
    }

    /** API Gateway hands every claim over as text, a list as {@code [a b]}. */
    private static Map<String, String> texts(Json claims) {
        var texts = new LinkedHashMap<String, String>();
        claims.fields().forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static String text(Json value) {
        return value.text()
                .orElseGet(() -> value instanceof Json.Arr(var elements)
                        ? elements.stream().map(JwtVerifier::text).collect(Collectors.joining(" ", "[", "]"))
                        : value.toString());
    }
}
