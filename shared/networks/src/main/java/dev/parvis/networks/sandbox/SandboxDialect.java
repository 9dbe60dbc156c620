package dev.parvis.networks.sandbox;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.kernel.http.out.Answer;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Dialect;

/** {@code {"error":"name","message":"text"}}; a dead token is a 401. */
final class SandboxDialect implements Dialect {
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
        return status == 401;
    }

    @Override
    public Optional<Instant> waitUntil(Answer answer) {
        return answer.header("ratelimit-reset")
                .filter(seconds -> seconds.matches("\\d{1,11}"))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }
}
