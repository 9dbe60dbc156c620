package dev.parvis.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;
import dev.parvis.kernel.secret.Secret;

/** The HTTP API as somebody with a token uses it. */
final class ApiClient implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final Secret token;

    ApiClient(String base, Secret token) {
        this.base = base;
        this.token = token;
    }

    /**
     * Creates something once; its JSON.
     *
     * @param key the idempotency key
     */
    Json create(String what, String path, String key, Json body) {
        return json(
                what,
                answer(
                        what,
                        request("POST", path, body)
                                .header("Idempotency-Key", key)
                                .build()));
    }

    /** Any request; the answer's JSON, absent when it has none. */
    Json send(String what, String method, String path, Json body) {
        String answer = answer(what, request(method, path, body).build());
        return answer.isEmpty() ? Json.absent() : json(what, answer);
    }

    /** Posts a webhook as a network does: no token, the headers given. */
    void deliver(String what, String path, Map<String, String> headers, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(40))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        answer(what, request.POST(BodyPublishers.ofByteArray(body)).build());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder request(String method, String path, Json body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", "Bearer " + token.reveal())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(body.bytes()));
    }

    private static Json json(String what, String answer) {
        try {
            return Json.parse(answer);
        } catch (MalformedJson e) {
            throw new DemoFailed("the demo's " + what + " was answered with what is no JSON", e);
        }
    }

    private String answer(String what, HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return answer.body();
            }
            throw new DemoFailed("the demo's " + what + " was answered " + answer.statusCode() + ": " + answer.body());
        } catch (IOException e) {
            throw new DemoFailed("the demo's " + what + " was not answered: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("the demo was broken off", e);
        }
    }
}
