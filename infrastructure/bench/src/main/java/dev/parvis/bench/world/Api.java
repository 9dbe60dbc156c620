package dev.parvis.bench.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;

/** HTTP as somebody with a token uses it; what is no success is an {@link IllegalStateException} with the answer. */
public final class Api implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final Secret token;

    public Api(String base, Secret token) {
        this.base = base;
        this.token = token;
    }

    /** The answer's JSON, absent when it has none. */
    public Json send(String method, String path, Json body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.reveal())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(body.bytes()));
        String answer = answer(request.build());
        return answer.isEmpty() ? Json.absent() : Json.parse(answer);
    }

    /** The id of what was made. */
    public String create(String path, Json body) {
        return send("POST", path, body)
                .at("id")
                .text()
                .orElseThrow(() -> new IllegalStateException("POST " + path + " made something without an id"));
    }

    /** Posts bytes as a network does: no token, the headers given. */
    public void deliver(String path, Map<String, String> headers, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        answer(request.POST(BodyPublishers.ofByteArray(body)).build());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private String answer(HttpRequest request) {
        String what = request.method() + " " + request.uri().getPath();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return answer.body();
            }
            throw new IllegalStateException(what + " was answered " + answer.statusCode() + ": " + answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(what + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the measurement was broken off", e);
        }
    }
}
