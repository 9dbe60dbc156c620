package dev.parvis.fakes.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** Reads a fault as {@link ControlRoutes} documents it. */
final class FaultOrder {
    private static final long MIB = 1024L * 1024;

    private FaultOrder() {}

    static Fault read(Map<String, @Nullable Object> order) {
        String name = Json.string(order, "fault", "");
        return switch (name) {
            case "cut_before_read" -> new Fault.CutBeforeRead();
            case "cut_before_effect" -> new Fault.CutBeforeEffect();
            case "cut_after_effect" -> new Fault.CutAfterEffect();
            case "cut_mid_answer" -> new Fault.CutMidAnswer((int) Json.number(order, "bytes", 1));
            case "slow_before_read" -> new Fault.Slow(Fault.Step.BEFORE_READ, delay(order));
            case "slow_before_effect" -> new Fault.Slow(Fault.Step.BEFORE_EFFECT, delay(order));
            case "slow_after_effect" -> new Fault.Slow(Fault.Step.AFTER_EFFECT, delay(order));
            case "slow_answer" -> new Fault.Slow(Fault.Step.MID_ANSWER, delay(order));
            case "answer" -> new Fault.Answer(response(order));
            case "answer_after_effect" -> new Fault.AnswerAfterEffect(response(order));
            case "garbage" -> new Fault.Garbage();
            case "oversize" -> new Fault.Oversize(Json.number(order, "bytes", 64 * MIB));
            case "gzip_bomb" -> new Fault.GzipBomb(Json.number(order, "bytes", 1024 * MIB));
            case "endless" -> new Fault.Endless();
            case "hang_before_read" -> new Fault.Hang(Fault.Step.BEFORE_READ, new Hold());
            case "hang_before_effect" -> new Fault.Hang(Fault.Step.BEFORE_EFFECT, new Hold());
            case "hang_after_effect" -> new Fault.Hang(Fault.Step.AFTER_EFFECT, new Hold());
            case "hang_mid_answer" -> new Fault.Hang(Fault.Step.MID_ANSWER, new Hold());
            default -> throw new IllegalArgumentException("No fault is named \"" + name + "\"");
        };
    }

    private static Duration delay(Map<String, @Nullable Object> order) {
        return Duration.ofMillis(Json.number(order, "millis", 1000));
    }

    private static Response response(Map<String, @Nullable Object> order) {
        Response response = Statuses.answer((int) Json.number(order, "status", 500));
        String body = Json.string(order, "body");
        if (body != null) response = new Response(response.status(), response.headers(), utf8(body));
        for (Map.Entry<String, @Nullable Object> header :
                Json.map(order, "headers").entrySet())
            response = response.with(header.getKey(), String.valueOf(header.getValue()));
        return response;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
