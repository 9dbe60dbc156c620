package dev.parvis.networks.mastodon;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.kernel.http.out.Answer;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;
import dev.parvis.networks.http.Dialect;

/** {@code {"error":"text"}}: errors have no names but their words; a dead token is a 401. */
final class MastodonDialect implements Dialect {
    @Override
    public String code(Json body) {
        return "";
    }

    @Override
    public String message(Json body) {
        return body.at("error_description")
                .text()
                .or(() -> body.at("error").text())
                .orElse("");
    }

    @Override
    public boolean expired(int status, String code) {
        return status == 401;
    }

    /** ISO 8601 with microseconds. */
    @Override
    public Optional<Instant> waitUntil(Answer answer) {
        return answer.header("x-ratelimit-reset").flatMap(Times::tryParse);
    }
}
