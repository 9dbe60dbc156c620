package dev.parvis.fakes.sandbox;

import java.util.List;
import java.util.Map;

import dev.parvis.fakes.Http;
import dev.parvis.fakes.json.Json;

/** A connected account, over HTTP. */
record Visitor(Http http, String refresh) {
    static Visitor connect(SandboxServer server, String account, String name) {
        Http.Answer session =
                Http.to(server.uri()).post("/sandbox/v1/connect", Json.object("account", account, "name", name));
        return new Visitor(Http.to(server.uri()).bearer(session.get("access_token")), session.get("refresh_token"));
    }

    Http.Answer publish(String key, String text) {
        return http.post("/sandbox/v1/posts", Json.object("key", key, "text", text));
    }

    Http.Answer get(String path) {
        return http.get("/sandbox/v1" + path);
    }

    List<Map<String, Object>> items(String path) {
        return get(path).list("items").stream().map(Json::asMap).toList();
    }
}
