package dev.parvis.checks.suite;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.emulators.ses.Mail;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.local.demo.DemoBlog;
import dev.parvis.local.runtime.InvocationResult;
import dev.parvis.local.suite.Settings;
import dev.parvis.local.suite.Suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A running suite on some ground, with a workspace of its own, as its owner and as strangers see it. */
final class House implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Ground ground;
    private final Suite suite;
    private final Caller owner;
    private final Caller stranger;
    private final String workspace;

    private House(Ground ground, Suite suite) {
        this.ground = ground;
        this.suite = suite;
        this.owner = new Caller(suite.url(), suite.token().reveal());
        this.stranger = Caller.stranger(suite.url());
        Json wanted = Json.obj("name", "Atelier du canal", "zone", "Europe/Paris", "language", "fr");
        this.workspace = "/v1/workspaces/"
                + owner.create("/v1/workspaces", wanted).at("id").text().orElseThrow();
    }

    static House open(Ground ground, Path folder) {
        Settings settings = ground.on(Settings.forTests(folder));
        Suite suite = Suite.start(settings, CLOCK, line -> {}, DemoBlog::at);
        ground.started(suite);
        return new House(ground, suite);
    }

    String url() {
        return suite.url();
    }

    Suite suite() {
        return suite;
    }

    Caller owner() {
        return owner;
    }

    String workspace() {
        return workspace.substring(workspace.lastIndexOf('/') + 1);
    }

    /** A path below the workspace. */
    String path(String path) {
        return workspace + path;
    }

    String sandbox() {
        return suite.sandbox().toString();
    }

    Caller stranger() {
        return stranger;
    }

    /** Makes something in the workspace; its id. */
    String create(String path, Json wanted) {
        return owner.create(workspace + path, wanted).at("id").text().orElseThrow();
    }

    Json get(String path) {
        return owner.get(workspace + path);
    }

    /** An account on the sandbox network. */
    Caller onSandbox(String account) {
        Json session =
                Caller.stranger(sandbox()).create("/sandbox/v1/connect", Json.obj("account", account, "name", account));
        return new Caller(sandbox(), session.at("access_token").text().orElseThrow());
    }

    /** Uploads a picture as a browser does, to the address that the API signs, if it is not there yet; its media id. */
    String upload(String brand, byte[] png) {
        return upload(brand, "tasse.png", png);
    }

    String upload(String brand, String name, byte[] png) {
        Json media = owner.create(
                workspace + "/media", Json.obj("brand", brand, "name", name, "type", "image/png", "bytes", png.length));
        String id = media.at("id").text().orElseThrow();
        if (media.at("upload").fields().isEmpty()) {
            return id;
        }
        var headers = new LinkedHashMap<String, String>();
        media.at("upload", "headers")
                .fields()
                .forEach((header, value) -> headers.put(header.toLowerCase(), value.textOr("")));
        HttpResponse<byte[]> put =
                stranger.send("PUT", media.at("upload", "url").textOr(""), headers, png);
        assertThat(put.statusCode()).as(new String(put.body(), UTF_8)).isEqualTo(200);
        return id;
    }

    /** Wakes a function as its schedule does and waits for its end. */
    void tick(String function) {
        byte[] event = Json.obj("tick", function, "at", CLOCK.instant()).bytes();
        InvocationResult result = suite.functions().invoke(function, "tick", event);
        assertThat(result).isInstanceOf(InvocationResult.Answered.class);
    }

    /** Wakes a function until something is there, in the state or handling that is wanted if one is. */
    Json until(String function, Supplier<Json> question, String wanted) {
        return until(function + " to bring " + wanted, () -> {
            tick(function);
            Json answer = question.get();
            String state = answer.at("state").textOr(answer.at("handling").textOr(""));
            return answer.isMissing() || !state.equals(wanted) ? Optional.empty() : Optional.of(answer);
        });
    }

    /** The mail to somebody, once it is there. */
    Mail mailTo(String address) {
        return until("a mail", () -> suite.mailbox().newest(50).stream()
                .filter(mail -> mail.recipients().contains(address))
                .findFirst());
    }

    void awaitTold(String type) {
        until(type + " on the bus", () -> ground.told(suite).contains(type) ? Optional.of(type) : Optional.empty());
    }

    @Override
    public void close() {
        owner.close();
        stranger.close();
        suite.close();
        ground.close();
    }

    private static <T> T until(String what, Supplier<Optional<T>> question) {
        Instant end = CLOCK.instant().plus(PATIENCE);
        while (CLOCK.instant().isBefore(end)) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            Sleeper.real(CLOCK).sleepUntil(CLOCK.instant().plus(BETWEEN_LOOKS));
        }
        throw new AssertionError("no " + what + " within " + PATIENCE.toSeconds() + " s");
    }
}
