package dev.parvis.bench.world;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.stdwebhooks.StandardWebhook;

/** A workspace with one brand, made through the API as a user makes it. */
public final class Client implements AutoCloseable {

    private static final Secret HOOK = new Secret("whsec_" + "QmVuY2gtb25seS1zZWNyZXQtb2YtMzItYnl0ZXMhISE=");

    private final World world;
    private final Api api;
    private final String base;
    private final String brand;

    private Client(World world, Api api, String base, String brand) {
        this.world = world;
        this.api = api;
        this.base = base;
        this.brand = brand;
    }

    /** Makes workspace and brand, which watches for a word. */
    public static Client of(World world) {
        var api = new Api(world.suite().url(), world.suite().token());
        String owner = world.suite().settings().owner();
        String workspace = api.create(
                "/v1/workspaces",
                Json.obj("name", "Banc", "zone", "Europe/Paris", "language", "fr", "alertTo", List.of(owner)));
        String base = "/v1/workspaces/" + workspace;
        String brand = api.create(
                base + "/brands",
                Json.obj("name", "Café Lumière", "watch", Json.obj("words", List.of("Lumière"), "without", List.of())));
        return new Client(world, api, base, brand);
    }

    /** Connects an account of the sandbox; the channel's id. */
    public String sandbox(String account) {
        Json answers = Json.obj("server", world.sandbox().toString(), "account", account, "name", account);
        return api.create(base + "/channels", Json.obj("brand", brand, "network", "sandbox", "answers", answers));
    }

    /** Schedules a text on channels, due at a whole second. */
    public void post(String text, Instant due, List<String> channels) {
        String at = LocalDateTime.ofInstant(due, ZoneOffset.UTC).toString();
        api.create(
                base + "/posts",
                Json.obj(
                        "brand",
                        brand,
                        "text",
                        text,
                        "language",
                        "fr",
                        "channels",
                        channels,
                        "confirmed",
                        List.of("said_before"),
                        "schedule",
                        Json.obj("at", at, "zone", "UTC")));
    }

    /** A feed to poll. */
    public void feed(String url) {
        api.create(base + "/sources", Json.obj("brand", brand, "url", url, "name", "Flux", "everySeconds", 60));
    }

    /** A rule that hides what holds the word. */
    public void hide(String word) {
        Json condition = Json.obj("words", List.of(word), "links", false, "authors", List.of());
        api.create(
                base + "/brands/" + brand + "/rules",
                Json.obj("name", "Règle", "condition", condition, "action", "queue"));
    }

    /** A channel that takes signed webhooks; the path they are posted to. */
    public String hook() {
        Json answers = Json.obj("name", "Livre d’or", "secret", HOOK.reveal());
        Json wanted = Json.obj("brand", brand, "network", "webhook", "answers", answers);
        return api.send("POST", base + "/channels", wanted).at("hook").textOr("");
    }

    /** Delivers one signed comment. */
    public void comment(String hook, String text) {
        Instant now = world.suite().clock().instant();
        Json author = Json.obj("id", "bastien", "name", "Bastien");
        Json data = Json.obj("id", "c-" + now.toEpochMilli(), "text", text, "author", author);
        byte[] body = Json.obj("type", "comment.created", "timestamp", now, "data", data)
                .bytes();
        Map<String, String> signed =
                new StandardWebhook(List.of(HOOK), world.suite().clock()).sign("msg_" + now.toEpochMilli(), body);
        api.deliver(hook, signed, body);
    }

    @Override
    public void close() {
        api.close();
    }
}
