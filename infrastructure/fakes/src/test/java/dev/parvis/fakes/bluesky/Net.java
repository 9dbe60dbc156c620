package dev.parvis.fakes.bluesky;

import java.util.Map;

import dev.parvis.fakes.Http;
import dev.parvis.fakes.json.Json;

/** Somebody signed in, over HTTP as a client would be. */
record Net(Http http, String did, String refresh) {
    static final String POST = "app.bsky.feed.post";
    static final String KEY = "3mchd6uru22k7";

    static Net signIn(BlueskyServer server, String handle, String password) {
        Http.Answer session = Http.to(server.uri())
                .post(
                        "/xrpc/com.atproto.server.createSession",
                        Json.object("identifier", handle, "password", password));
        return new Net(
                Http.to(server.uri()).bearer(session.get("accessJwt")), session.get("did"), session.get("refreshJwt"));
    }

    static Map<String, Object> post(String text) {
        return Json.object("$type", POST, "text", text, "createdAt", "2026-01-15T10:00:00.000Z");
    }

    Http.Answer create(String collection, Object record) {
        return http.post(
                "/xrpc/com.atproto.repo.createRecord",
                Json.object("repo", did, "collection", collection, "record", record));
    }

    Http.Answer put(String rkey, Object record, Object... more) {
        Map<String, Object> input = Json.object("repo", did, "collection", POST, "rkey", rkey, "record", record);
        input.putAll(Json.object(more));
        return http.post("/xrpc/com.atproto.repo.putRecord", input);
    }

    Http.Answer putNew(String rkey, Object record) {
        return put(rkey, record, "swapRecord", null);
    }

    Http.Answer find(String rkey) {
        return http.get("/xrpc/com.atproto.repo.getRecord?repo=" + did + "&collection=" + POST + "&rkey=" + rkey);
    }

    Map<String, Object> replyTo(Http.Answer root, Http.Answer parent, String text) {
        Map<String, Object> record = post(text);
        record.put("reply", Json.object("root", ref(root), "parent", ref(parent)));
        return record;
    }

    static Map<String, Object> ref(Http.Answer written) {
        return Json.object("uri", written.get("uri"), "cid", written.get("cid"));
    }

    Map<String, Object> about(Object subject) {
        return Json.object("subject", subject, "createdAt", "2026-01-15T10:00:00.000Z");
    }
}
