package dev.parvis.checks.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who calls a server with a token, or without one. */
final class Caller implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String token;

    Caller(String base, String token) {
        this.base = base;
        this.token = token;
    }

    static Caller stranger(String base) {
        return new Caller(base, "");
    }

    /** Makes something once; its JSON. */
    Json create(String path, Json body) {
        return json(send(
                "POST",
                path,
                Map.of("Idempotency-Key", "suite" + body.toString().hashCode()),
                body.bytes()));
    }

    Json get(String path) {
        return json(send("GET", path, Map.of(), new byte[0]));
    }

    /** Any request to a path below the base, or to a whole address. */
    HttpResponse<byte[]> send(String method, String path, Map<String, String> headers, byte[] body) {
        URI address = URI.create(path.startsWith("http") ? path : base + path);
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body.length > 0 && !headers.containsKey("content-type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach((name, value) -> {
            if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("host")) {
                request.header(name, value);
            }
        });
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static Json json(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode() / 100)
                .as(answer.request() + ": " + answer.statusCode() + " " + new String(answer.body()))
                .isEqualTo(2);
        return Json.parse(answer.body());
    }
}
