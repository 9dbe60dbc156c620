package dev.parvis.checks.suite;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.emulators.ses.Mail;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.stdwebhooks.StandardWebhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The scenario, on the ground that a subclass lays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FiveWays {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final String CLIENT = "client@parvis.example";
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/r/[A-Za-z0-9_.~-]+)");
    static final Secret HOOK_SECRET = new Secret("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    @TempDir
    static Path folder;

    private @Nullable House opened;

    String brand = "";

    /** Laid once for all tests of the class. */
    abstract Ground ground();

    @BeforeAll
    void open() {
        opened = House.open(ground(), folder);
        brand = house().create("/brands", brand("Café Lumière"));
    }

    /** A brand that is watched for by its name. */
    private static Json brand(String name) {
        return Json.obj(
                "name", name,
                "watch", Json.obj("words", List.of(name), "without", List.of()),
                "reporting", Json.obj("monthly", true, "language", "fr", "recipients", List.of(CLIENT)));
    }

    @AfterAll
    void close() {
        try {
            if (opened != null) {
                opened.close();
            }
        } finally {
            lift();
        }
    }

    House house() {
        return Objects.requireNonNull(opened, "opened before every test");
    }

    /** Takes away what {@link #ground()} laid and the house does not close itself. */
    void lift() {}

    @Test
    void a_post_goes_out_once_with_its_image_at_its_second() {
        String account = "lumiere-publie";
        Caller network = house().onSandbox(account);
        String channel = channel("sandbox", sandboxAnswers(account));
        String image = house().upload(brand, Pictures.png());
        Instant due = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
        String text = "Le chocolat chaud est de retour ☕ été compris";
        String post = house().create("/posts", post(text, channel, image, due));

        Json target =
                house().until("publish", () -> house().get("/posts/" + post).at("targets", 0), "published");

        List<Json> there = network.get("/sandbox/v1/posts").at("posts").items();
        assertThat(there).hasSize(1);
        assertThat(there.getFirst().at("text").textOr("")).isEqualTo(text);
        assertThat(there.getFirst().at("media").items()).hasSize(1);
        assertThat(target.at("publication", "nativeId").text())
                .isEqualTo(there.getFirst().at("id").text());
        assertThat(target.at("publication", "at").instant().orElseThrow()).isAfterOrEqualTo(due);
        house().awaitTold("post.published");
    }

    @Test
    void a_signed_webhook_is_stored_once_moderated_by_the_brands_rule_and_a_mention_where_it_says_the_brand() {
        String brand = house().create("/brands", brand("Maison Aurore"));
        String channel = hook(brand);
        house().create(
                        "/brands/" + brand + "/rules",
                        Json.obj(
                                "name", "Insultes",
                                "condition",
                                        Json.obj("words", List.of("honteux"), "links", false, "authors", List.of()),
                                "action", "queue"));
        byte[] body = comment("livre-1", "Vingt minutes d’attente à la maison Aurore, c’est honteux.");
        String path = house().get("/channels/" + channel).at("hook").textOr("");
        Map<String, String> signed = new StandardWebhook(List.of(HOOK_SECRET), Instant::now).sign("msg_suite_1", body);

        int first = house().stranger().send("POST", path, signed, body).statusCode();
        int again = house().stranger().send("POST", path, signed, body).statusCode();
        int forged = house().stranger()
                .send("POST", path, signed, comment("livre-2", "Rien de grave."))
                .statusCode();

        assertThat(List.of(first, again, forged)).containsExactly(200, 200, 401);
        Json queued = house().until(
                        "moderate",
                        () -> house().get("/inbox?brand=" + brand + "&handling=queued")
                                .at("items", 0),
                        "queued");
        assertThat(queued.at("item", "nativeId").textOr("")).contains("livre-1");
        assertThat(house().get("/inbox?brand=" + brand + "&handling=queued")
                        .at("items")
                        .items())
                .hasSize(1);
        assertThat(house().get("/inbox?brand=" + brand + "&handling=new")
                        .at("items")
                        .items())
                .isEmpty();
        house().awaitTold("interaction.moderated");
        assertThat(house().get("/brands/" + brand + "/mentions").at("items").items())
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.at("item", "nativeId").textOr("")).contains("livre-1");
                    assertThat(mention.at("matched").items())
                            .extracting(word -> word.textOr(""))
                            .containsExactly("Maison Aurore");
                });
    }

    @Test
    void a_mention_on_a_blog_that_nobody_follows_is_found_once() {
        house().create(
                        "/sources",
                        Json.obj(
                                "brand",
                                brand,
                                "url",
                                house().url() + "/local/demo/feed.xml",
                                "name",
                                "Carnet du canal"));

        Json mention = house().until(
                        "listen",
                        () -> house().get("/brands/" + brand + "/mentions").at("items", 0),
                        "");

        assertThat(mention.at("item", "text").textOr("")).contains("Café Lumière");
        house().tick("listen");
        assertThat(house().get("/brands/" + brand + "/mentions").at("items").items())
                .hasSize(1);
        house().awaitTold("mention.found");
    }

    @Test
    void a_report_is_kept_and_the_mail_leads_its_reader_to_it() {
        LocalDate today = LocalDate.now(ZONE);
        String report = house().create(
                        "/reports",
                        Json.obj(
                                "brand", brand,
                                "from", today.withDayOfMonth(1).toString(),
                                "to", today.toString(),
                                "language", "fr",
                                "recipients", List.of(CLIENT)));

        house().until("report", () -> house().get("/reports/" + report), "ready");

        Mail mail = house().mailTo(CLIENT);
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        HttpResponse<byte[]> page = house().stranger().send("GET", link.group(1), Map.of(), new byte[0]);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(file(link.group(1), "report.pdf")).startsWith("%PDF-".getBytes(UTF_8));
        assertThat(new String(file(link.group(1), "figures.csv"), UTF_8)).contains("Chiffres clés");
        house().awaitTold("report.ready");
    }

    /** Where the page's button leads: a redirect to the stored file. */
    private byte[] file(String link, String name) {
        HttpResponse<byte[]> opened = house().stranger()
                .send(
                        "POST",
                        link,
                        Map.of("content-type", "application/x-www-form-urlencoded"),
                        ("file=" + name).getBytes(UTF_8));
        assertThat(opened.statusCode()).isEqualTo(303);
        HttpResponse<byte[]> stored = house().stranger()
                .send("GET", opened.headers().firstValue("location").orElseThrow(), Map.of(), new byte[0]);
        assertThat(stored.statusCode()).as(new String(stored.body(), UTF_8)).isEqualTo(200);
        return stored.body();
    }

    String channel(String network, Json answers) {
        return house().create("/channels", Json.obj("brand", brand, "network", network, "answers", answers));
    }

    private String hook(String brand) {
        Json answers = Json.obj("name", "Livre d’or", "secret", HOOK_SECRET.reveal());
        return house().create("/channels", Json.obj("brand", brand, "network", "webhook", "answers", answers));
    }

    Json sandboxAnswers(String account) {
        return Json.obj("server", house().sandbox(), "account", account, "name", "Café Lumière");
    }

    Json.Obj post(String text, String channel, String image, Instant due) {
        return Json.obj(
                "brand",
                brand,
                "text",
                text,
                "language",
                "fr",
                "channels",
                List.of(channel),
                "images",
                List.of(Json.obj("media", image, "alt", "Une tasse rouge")),
                "schedule",
                schedule(due));
    }

    static Json schedule(Instant due) {
        return Json.obj("at", LocalDateTime.ofInstant(due, ZONE).toString(), "zone", ZONE.getId());
    }

    static byte[] comment(String id, String text) {
        return Json.obj(
                        "type", "comment.created",
                        "timestamp", Instant.now(),
                        "data", Json.obj("id", id, "text", text, "author", Json.obj("id", "b", "name", "Bastien")))
                .bytes();
    }
}
