package dev.parvis.networks.bluesky;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.parvis.kernel.http.out.Answer;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Dialect;

/** {@code {"error":"Name","message":"text"}}; a dead token is a 400 (https://atproto.com/specs/xrpc). */
final class XrpcDialect implements Dialect {
    private static final Set<String> DEAD_TOKEN =
            Set.of("ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired");
    /** 401s that a new token would not mend. */
    private static final Set<String> CLOSED_ACCOUNT =
            Set.of("AccountTakedown", "AccountDeactivated", "AccountSuspended", "AuthFactorTokenRequired");

    @Override
    public String code(Json body) {
        return body.at("error").textOr("");
    }

    @Override
    public String message(Json body) {
        return body.at("message").textOr("");
    }

    @Override
    public boolean expired(int status, String code) {
        return DEAD_TOKEN.contains(code) || (status == 401 && !CLOSED_ACCOUNT.contains(code));
    }

    @Override
    public Optional<Instant> waitUntil(Answer answer) {
        return answer.header("ratelimit-reset")
                .filter(seconds -> seconds.matches("\\d{1,11}"))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }
}
