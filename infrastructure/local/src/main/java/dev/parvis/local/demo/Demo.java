package dev.parvis.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.stdwebhooks.StandardWebhook;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.local.suite.Suite;

/** Fills an empty suite with the demo brand, from a thread of its own. */
public final class Demo implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Duration UNTIL_POST = Duration.ofSeconds(40);
    private static final Duration UNTIL_REPORT = Duration.ofSeconds(15);
    private static final Duration UNTIL_COMMENT = Duration.ofSeconds(6);
    private static final String BRAND = "Café Lumière";
    private static final String ACCOUNT = "cafe-lumiere";
    private static final String ANGRY = "Une heure d’attente et un chocolat froid, c’est honteux. N’y allez pas.";
    private static final String CLIENT = "client@parvis.example";
    private static final String POST =
            "Demain dès 8 h, le chocolat chaud du Café Lumière est de retour ☕ Venez en parler !";

    private final Suite suite;
    private final Consumer<String> terminal;
    private final Thread thread;

    private Demo(Suite suite, Consumer<String> terminal) {
        this.suite = suite;
        this.terminal = terminal;
        this.thread = Thread.ofVirtual().name("demo").unstarted(this::run);
    }

    /** A demo that has not begun. */
    public static Demo of(Suite suite, Consumer<String> terminal) {
        return new Demo(suite, terminal);
    }

    /** Tells the story, unless it has been told in this folder. */
    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        Path told = suite.file("demo.json");
        if (Files.exists(told)) {
            return;
        }
        try (var api = new ApiClient(suite.url(), suite.token());
                var people = SandboxPeople.of(suite.sandbox(), ACCOUNT, BRAND)) {
            String workspace = tell(api, people);
            Files.writeString(told, Json.obj("workspace", workspace) + "\n");
        } catch (DemoFailed e) {
            if (!Thread.currentThread().isInterrupted()) {
                terminal.accept(e.getMessage());
            }
        } catch (Sleeper.Interrupted e) {
            return;
        } catch (IOException e) {
            terminal.accept("the demo cannot be noted in " + told + ": " + e.getMessage());
        }
    }

    private String tell(ApiClient api, SandboxPeople people) {
        String workspace = workspace(api);
        String base = "/v1/workspaces/" + workspace;
        String brand = brand(api, base);
        terminal.accept("the demo brand " + BRAND + " is there");
        Instant due = post(api, base, brand, channel(api, people, base, brand));
        listen(api, base, brand);
        webhook(api, base, brand);
        Sleeper.real(suite.clock()).sleepUntil(due.plus(UNTIL_COMMENT));
        people.comment("bastien.b", ANGRY);
        Sleeper.real(suite.clock()).sleepUntil(due.plus(UNTIL_REPORT));
        report(api, base, brand);
        return workspace;
    }

    private String workspace(ApiClient api) {
        Json wanted = Json.obj(
                "name",
                "Atelier du canal",
                "zone",
                ZONE.getId(),
                "language",
                "fr",
                "alertTo",
                List.of(suite.settings().owner()));
        return id(api.create("workspace", "/v1/workspaces", "demo-workspace", wanted));
    }

    private static String brand(ApiClient api, String base) {
        Json wanted = Json.obj(
                "name", BRAND,
                "watch", Json.obj("words", List.of(BRAND), "without", List.of()),
                "reporting", Json.obj("monthly", true, "language", "fr", "recipients", List.of(CLIENT)));
        return id(api.create("brand", base + "/brands", "demo-brand", wanted));
    }

    /** The sandbox signs for an account with the same secret whatever the address, so that the channel can be told first. */
    private String channel(ApiClient api, SandboxPeople people, String base, String brand) {
        Secret secret = people.sendWebhooksTo(suite.url() + "/hooks/soon");
        Json answers = Json.obj(
                "server",
                suite.sandbox().toString(),
                "account",
                ACCOUNT,
                "name",
                BRAND,
                "webhookSecret",
                secret.reveal());
        Json wanted = Json.obj("brand", brand, "network", "sandbox", "answers", answers);
        Json channel = api.create("channel", base + "/channels", "demo-sandbox", wanted);
        people.sendWebhooksTo(suite.url() + channel.at("hook").textOr(""));
        return id(channel);
    }

    private Instant post(ApiClient api, String base, String brand, String channel) {
        Instant due = suite.clock().instant().plus(UNTIL_POST).truncatedTo(ChronoUnit.SECONDS);
        api.create(
                "post",
                base + "/posts",
                "demo-post-" + due.getEpochSecond(),
                Json.obj(
                        "brand",
                        brand,
                        "text",
                        POST,
                        "language",
                        "fr",
                        "channels",
                        List.of(channel),
                        // Each run says the same.
                        "confirmed",
                        List.of("said_before"),
                        "schedule",
                        Json.obj("at", LocalDateTime.ofInstant(due, ZONE).toString(), "zone", ZONE.getId())));
        terminal.accept("a post is due in " + UNTIL_POST.toSeconds() + " s");
        return due;
    }

    private void listen(ApiClient api, String base, String brand) {
        api.create(
                "source",
                base + "/sources",
                "demo-source",
                Json.obj("brand", brand, "url", suite.url() + DemoBlog.PATH, "name", "Carnet du canal"));
        api.create(
                "rule",
                base + "/brands/" + brand + "/rules",
                "demo-rule",
                Json.obj(
                        "name",
                        "Insultes",
                        "condition",
                        Json.obj("words", List.of("arnaque", "honteux"), "links", false, "authors", List.of()),
                        "action",
                        "hide"));
    }

    private void webhook(ApiClient api, String base, String brand) {
        Secret secret = secret(suite.file("demo-webhook.secret"));
        Json channel = api.create(
                "webhook channel",
                base + "/channels",
                "demo-webhook",
                Json.obj(
                        "brand",
                        brand,
                        "network",
                        "webhook",
                        "answers",
                        Json.obj("name", "Livre d’or", "secret", secret.reveal())));
        Instant now = suite.clock().instant();
        byte[] body = Json.obj(
                        "type",
                        "comment.created",
                        "timestamp",
                        now,
                        "data",
                        Json.obj(
                                "id",
                                "livre-d-or-" + now.getEpochSecond(),
                                "text",
                                "Attendre vingt minutes un chocolat, c’est honteux.",
                                "author",
                                Json.obj("id", "bastien", "name", "Bastien")))
                .bytes();
        var signed = new StandardWebhook(List.of(secret), suite.clock()).sign("msg_demo_" + now.toEpochMilli(), body);
        api.deliver("webhook", channel.at("hook").textOr(""), signed, body);
    }

    /** Kept, because a creation that is taken up again must say the same. */
    private static Secret secret(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                Files.writeString(file, "whsec_" + Base64.getEncoder().encodeToString(random));
            }
            return new Secret(Files.readString(file));
        } catch (IOException e) {
            throw new DemoFailed("the demo's secret cannot be kept in " + file, e);
        }
    }

    private void report(ApiClient api, String base, String brand) {
        LocalDateTime today = LocalDateTime.ofInstant(suite.clock().instant(), ZONE);
        api.create(
                "report",
                base + "/reports",
                "demo-report",
                Json.obj(
                        "brand",
                        brand,
                        "from",
                        today.toLocalDate().withDayOfMonth(1).toString(),
                        "to",
                        today.toLocalDate().toString(),
                        "language",
                        "fr",
                        "recipients",
                        List.of(CLIENT)));
    }

    private static String id(Json made) {
        return made.at("id").text().orElseThrow(() -> new DemoFailed("the demo made something without an id"));
    }
}
