package dev.parvis.networks.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.parvis.kernel.http.out.Answer;
import dev.parvis.kernel.json.Json;

/** How a network says no. */
public interface Dialect {
    Duration DEFAULT_WAIT = Duration.ofMinutes(1);
    Duration LONGEST_WAIT = Duration.ofHours(24);

    /** The network's name of an error: machine-readable, or empty. */
    String code(Json body);

    /** What the network says about it, in words, or empty. */
    String message(Json body);

    /** Whether this answer, no 2xx and no 5xx, says that the credential is dead. */
    boolean expired(int status, String code);

    /** Until when a 429 asks to wait, where the network has a header of its own for it. */
    Optional<Instant> waitUntil(Answer answer);

    default Reply read(Answer answer) {
        var body = answer.jsonIfAny();
        if (answer.isSuccess()) {
            return new Reply.Ok(body, answer);
        }
        var status = answer.status();
        var code = code(body);
        var reason = reason(status, code, message(body));
        if (status == 429) {
            return new Reply.Throttled(wait(answer), reason);
        }
        if (status >= 500 || status == 408) {
            return new Reply.Doubtful(reason);
        }
        if (expired(status, code)) {
            return new Reply.Expired(reason);
        }
        return new Reply.Refused(status, code.isEmpty() ? "http_" + status : code, reason);
    }

    private Duration wait(Answer answer) {
        var wait = answer.retryAfter()
                .or(() -> waitUntil(answer).map(until -> Duration.between(answer.answeredAt(), until)))
                .orElse(DEFAULT_WAIT);
        if (wait.compareTo(Duration.ofSeconds(1)) < 0) {
            return Duration.ofSeconds(1);
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String reason(int status, String code, String message) {
        var said = message.isEmpty() ? code : message;
        if (said.isEmpty()) {
            said = switch (status / 100) {
                case 3 -> "the server redirects elsewhere";
                case 4 -> "the server refused without saying why";
                case 5 -> "the server is in trouble";
                default -> "the server answered something unexpected";
            };
        }
        return Texts.line(said, 300) + " (HTTP " + status + ")";
    }
}
