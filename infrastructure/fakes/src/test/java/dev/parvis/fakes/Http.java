package dev.parvis.fakes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.parvis.fakes.json.Json;

/** A plain HTTP client for one base address and one Authorization header: what the tests would ask a real server with. */
public record Http(URI base, String authorization) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public Map<String, Object> json() {
            return Json.parseObject(bytes);
        }

        public List<?> list() {
            return (List<?>) Json.parse(bytes);
        }

        public String get(String name) {
            return (String) json().get(name);
        }

        public List<?> list(String name) {
            return Json.list(json(), name);
        }
    }

    public static Http to(URI base) {
        return new Http(base, "");
    }

    public Http bearer(String token) {
        return new Http(base, "Bearer " + token);
    }

    public Answer get(String target, String... headers) {
        return call("GET", target, new byte[0], headers);
    }

    public Answer delete(String target) {
        return call("DELETE", target, new byte[0]);
    }

    public Answer post(String target, Object json, String... headers) {
        return call("POST", target, Json.bytes(json), with(headers, "Content-Type", "application/json"));
    }

    public Answer put(String target, Object json) {
        return call("PUT", target, Json.bytes(json), "Content-Type", "application/json");
    }

    public Answer form(String target, String form) {
        return call(
                "POST",
                target,
                form.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    public Answer call(String method, String target, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(target.startsWith("http") ? target : base + target))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String[] headers, String... more) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }
}
