package dev.parvis.emulators.ses;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.parvis.emulators.wire.Json;

/**
 * A mail that was taken.
 *
 * @param id the message id that the sender was given
 * @param text the plain body; empty when there is none
 * @param html the HTML body, as sent and not sanitised; empty when there is none
 * @param headers further headers: the ones the sender added, all of them for a raw message
 * @param configurationSet empty when the sender named none
 * @param raw the whole message when it was sent as raw MIME, else empty
 */
public record Mail(
        String id,
        Instant at,
        String from,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        List<String> replyTo,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        Map<String, String> tags,
        String configurationSet,
        String raw) {

    /** Everybody it went to. */
    public List<String> recipients() {
        return Stream.of(to, cc, bcc).flatMap(List::stream).toList();
    }

    byte[] json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id);
        json.put("at", at);
        json.put("from", from);
        json.put("to", to);
        json.put("cc", cc);
        json.put("bcc", bcc);
        json.put("replyTo", replyTo);
        json.put("subject", subject);
        json.put("text", text);
        json.put("html", html);
        json.put("headers", headers);
        json.put("tags", tags);
        json.put("configurationSet", configurationSet);
        json.put("raw", raw);
        return Json.bytes(json);
    }

    static Mail of(byte[] json) {
        var fields = new Fields(Json.object(json));
        return new Mail(
                fields.text("id"),
                Instant.parse(fields.text("at")),
                fields.text("from"),
                fields.texts("to"),
                fields.texts("cc"),
                fields.texts("bcc"),
                fields.texts("replyTo"),
                fields.text("subject"),
                fields.text("text"),
                fields.text("html"),
                fields.pairs("headers"),
                fields.pairs("tags"),
                fields.text("configurationSet"),
                fields.text("raw"));
    }
}
