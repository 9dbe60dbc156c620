package dev.parvis.checks.suite;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import dev.parvis.checks.permissions.Permission;
import dev.parvis.checks.permissions.Role;
import dev.parvis.checks.permissions.Roles;
import dev.parvis.checks.permissions.Wires;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.stdwebhooks.StandardWebhook;

import static org.assertj.core.api.Assertions.assertThat;

/** The five ways once more, and every errand that the API runs, while each function's role is held against its calls. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PermissionsTest extends FiveWays {
    private static final int LAST = Integer.MAX_VALUE;
    private static final String APPROVER = "claire@parvis.example";
    private static final String HELPER = "lea@parvis.example";
    private static final Pattern HAND_OVER = Pattern.compile("http://localhost:\\d+(/h/[A-Za-z0-9_.~-]+)");
    private static final Pattern APPROVAL = Pattern.compile("http://localhost:\\d+(/a/[A-Za-z0-9_.~-]+)");

    private final Wires wires = new Wires();

    @Override
    Ground ground() {
        return new Tapped(wires);
    }

    /** First: functions remember for a minute which endpoints there are. */
    @BeforeAll
    void settle() {
        List<String> all = List.of("post.published", "post.failed", "channel.disconnected");
        house().create("/endpoints", Json.obj("url", house().url() + "/hooks/a/b", "events", all));
        new Errands(house(), brand).alertTo("alerte@parvis.example");
    }

    @Test
    void a_long_delivery_is_taken_again_and_again() {
        Json answers = Json.obj("name", "Long", "secret", HOOK_SECRET.reveal());
        String hook = house().get("/channels/" + channel("webhook", answers))
                .at("hook")
                .textOr("");
        byte[] body = comment("long-1", "mot ".repeat(80_000));

        for (String delivery : List.of("msg_long_1", "msg_long_1", "msg_long_2")) {
            Map<String, String> signed = new StandardWebhook(List.of(HOOK_SECRET), Instant::now).sign(delivery, body);
            assertThat(house().stranger().send("POST", hook, signed, body).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_api_runs_every_errand() {
        var errands = new Errands(house(), brand);
        errands.workspaces();
        errands.brands();
        errands.channels(sandboxAnswers("coursier"));
        errands.posts(channel("sandbox", sandboxAnswers("porteur")));
        errands.crisis(channel("sandbox", sandboxAnswers("crise")));
        errands.slots(channel("sandbox", sandboxAnswers("horaires")));
        errands.imports();
        errands.calendars();
        errands.series(channel("sandbox", sandboxAnswers("feuilleton")));
        errands.queues(channel("sandbox", sandboxAnswers("conseils")));
        errands.media();
        errands.sources();
        errands.reports();
        errands.endpoints();
    }

    /** The API settles a series itself, unless it dies. */
    @Test
    void a_series_that_nobody_has_settled_is_settled_by_the_tick() {
        String all = "/brands/" + brand + "/series";
        String channel = channel("sandbox", sandboxAnswers("oubli"));
        String series = house().create(all, new Errands(house(), brand).weekly(channel));
        Json first = house().get(all + "/" + series + "/occurrences").at("items", 0);
        assertThat(first.at("state").textOr("")).isEqualTo("made");

        new Hands(house().suite()).removeSeries(house().workspace(), brand, series);
        house().tick("measure");

        String post = house().path("/posts/" + first.at("post").textOr(""));
        HttpResponse<byte[]> answer = house().owner().send("GET", post, Map.of(), new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    /** The API begins to take it back, unless it dies. */
    @Test
    void an_import_that_nobody_has_taken_back_is_taken_back_by_the_tick() {
        String path = house().path("/brands/" + brand + "/imports");
        byte[] file = "key;texte\r\nquatre;Pas encore\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Json made =
                Json.parse(house().owner().send("POST", path, Map.of(), file).body());
        assertThat(made.at("made").whole()).hasValue(1L);

        new Hands(house().suite()).undoImport(house().workspace(), made.at("id").textOr(""));
        house().tick("listen");

        Json now = house().get("/brands/" + brand + "/imports/" + made.at("id").textOr(""));
        assertThat(now.at("state").textOr("")).isEqualTo("undone");
        assertThat(now.at("kept").whole()).hasValue(0L);
    }

    @Test
    void a_post_whose_answer_was_lost_is_looked_for_and_told() {
        Caller sandbox = Caller.stranger(house().sandbox());
        String channel = channel("sandbox", sandboxAnswers("perdu"));
        sandbox.create(
                "/__faults",
                Json.obj(
                        "method",
                        "POST",
                        "path",
                        "/sandbox/v1/posts",
                        "contains",
                        "Perdu de vue",
                        "fault",
                        "cut_after_effect"));
        String post = house().create("/posts", post("Perdu de vue", channel, soon()));

        house().until("publish", () -> house().get("/posts/" + post).at("targets", 0), "published");

        house().tick("notify");
    }

    @Test
    void a_post_whose_image_never_comes_fails_when_the_image_is_deleted_and_somebody_is_mailed() {
        String image = house().create("/media", image());
        String channel = channel("sandbox", sandboxAnswers("sans-image"));
        String post = house().create(
                        "/posts",
                        post("Sans image", channel, image, soon()).with("confirmed", List.of("media_not_uploaded")));
        house().until("publish", () -> house().get("/posts/" + post).at("targets", 0), "retry_at");

        new Errands(house(), brand).delete(house().path("/media/" + image + "?used=anyway"));

        house().until("publish", () -> house().get("/posts/" + post).at("targets", 0), "failed");
        house().tick("notify");
        house().mailTo("alerte@parvis.example");
    }

    private Json image() {
        return Json.obj("brand", brand, "name", "rien.png", "type", "image/png", "bytes", 9);
    }

    @Test
    void a_comment_is_replied_to_by_a_rule_and_the_reply_goes_out() {
        String account = "fournil";
        Caller network = house().onSandbox(account);
        channel("sandbox", sandboxAnswers(account));
        Json condition = Json.obj("words", List.of("horaires"));
        house().create(
                        "/brands/" + brand + "/rules",
                        Json.obj(
                                "name",
                                "Horaires",
                                "condition",
                                condition,
                                "action",
                                "reply",
                                "reply",
                                "9 h à 18 h !"));
        Json posted = network.create("/sandbox/v1/posts", Json.obj("key", "chaud", "text", "Encore chaud"));
        Json comment = Json.obj(
                "post", posted.at("id").textOr(""), "author", "nina", "text", "Vos horaires ?", "language", "fr");
        Caller.stranger(house().sandbox()).create("/__people", comment);

        Json answered = house().until(
                        "listen",
                        () -> {
                            house().tick("moderate");
                            return house().get("/inbox?handling=answered&brand=" + brand)
                                    .at("items", 0);
                        },
                        "answered");

        String interaction = answered.at("id").textOr("");
        house().until("publish", () -> house().get("/inbox/" + interaction).at("answers", 0), "out");
    }

    @Test
    void a_comment_is_polled_hidden_and_decided_on() {
        String account = "comptoir";
        Caller network = house().onSandbox(account);
        String channel = channel("sandbox", sandboxAnswers(account));
        house().create(
                        "/brands/" + brand + "/rules",
                        Json.obj(
                                "name",
                                "Arnaques",
                                "condition",
                                Json.obj("words", List.of("arnaque")),
                                "action",
                                "hide"));
        Json posted = network.create("/sandbox/v1/posts", Json.obj("key", "ouvert", "text", "Ouvert"));
        Caller.stranger(house().sandbox())
                .create(
                        "/__people",
                        Json.obj(
                                "post",
                                posted.at("id").textOr(""),
                                "author",
                                "bob",
                                "text",
                                "Une arnaque",
                                "language",
                                "fr"));

        Json hidden = house().until(
                        "listen",
                        () -> {
                            house().tick("moderate");
                            return house().get("/inbox?handling=hidden&brand=" + brand)
                                    .at("items", 0);
                        },
                        "hidden");

        new Errands(house(), brand).decide(hidden.at("id").textOr(""));
        assertThat(hidden.at("channel").textOr("")).isEqualTo(channel);
    }

    @Test
    void a_credential_is_renewed_when_its_time_comes() {
        String channel = channel("sandbox", sandboxAnswers("renouveau"));
        new Hands(house().suite()).renewNow(house().workspace(), channel);

        house().tick("tokens");
        house().tick("measure");

        assertThat(house().get("/channels/" + channel).at("state").textOr("")).isEqualTo("connected");
    }

    @Test
    void a_channel_whose_credential_was_revoked_is_disconnected() {
        String channel = channel("sandbox", sandboxAnswers("fini"));
        Caller.stranger(house().sandbox())
                .create(
                        "/__faults",
                        Json.obj("method", "POST", "path", "/sandbox/v1/refresh", "fault", "answer", "status", 401));
        new Hands(house().suite()).renewNow(house().workspace(), channel);

        house().tick("tokens");

        assertThat(house().get("/channels/" + channel).at("state").textOr("")).isEqualTo("disconnected");
    }

    @Test
    void a_client_approves_by_the_mailed_link_and_the_post_goes_out() {
        String asking = house().create(
                        "/brands",
                        Json.obj(
                                "name",
                                "Accord",
                                "approval",
                                Json.obj(
                                        "policy",
                                        "both",
                                        "approvers",
                                        List.of(Json.obj("name", "Claire", "email", APPROVER)))));
        String channel = house().create(
                        "/channels",
                        Json.obj("brand", asking, "network", "sandbox", "answers", sandboxAnswers("accord")));
        Instant due = soon().plusSeconds(25);
        String post = house().create(
                        "/posts",
                        Json.obj(
                                "brand",
                                asking,
                                "text",
                                "D’accord ?",
                                "channels",
                                List.of(channel),
                                "schedule",
                                schedule(due)));
        assertThat(state(post)).isEqualTo("approval");
        new Errands(house(), asking).agree(post);
        new Hands(house().suite()).askNow(house().workspace(), asking, post, due);
        house().tick("notify");

        var link = APPROVAL.matcher(house().mailTo(APPROVER).text());
        assertThat(link.find()).isTrue();
        String page = page("GET", link.group(1), "");
        var seal = Pattern.compile("name=\"seal\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(seal.find()).as(page).isTrue();
        assertThat(state(post)).as("opening the link decides nothing").isEqualTo("approval");
        page("POST", link.group(1), "post=" + post + "&seal=" + seal.group(1) + "&do=approve&comment=Parfait");

        house().until("publish", () -> house().get("/posts/" + post).at("targets", 0), "published");
    }

    @Test
    void a_post_is_looked_at_an_hour_before_its_time() {
        String picture = house().upload(brand, Pictures.png());
        String channel = channel("sandbox", sandboxAnswers("veille"));
        String post = house().create("/posts", post("Veille", channel, picture, soon().plusSeconds(1800)));

        house().tick("tokens");

        Json seen = house().get("/posts/" + post).at("targets", 0, "preflight");
        assertThat(seen.at("stage").textOr("")).isEqualTo("hour");
        assertThat(seen.at("findings").items()).isEmpty();
    }

    @Test
    void a_person_posts_by_hand_by_the_mailed_link() {
        Json answers = Json.obj(
                "name", "Snapchat", "handle", "@cafe", "url", "https://snapchat.example/cafe", "person", HELPER);
        String post = house().create("/posts", post("À la main", channel("assisted", answers), soon()));
        house().until("publish", () -> house().get("/posts/" + post).at("targets", 0), "prepared");
        house().tick("notify");

        var link = HAND_OVER.matcher(house().mailTo(HELPER).text());
        assertThat(link.find()).isTrue();
        assertThat(page("GET", link.group(1), "")).contains("À la main", "C’est publié");
        page("POST", link.group(1), "do=done&url=https%3A%2F%2Fsnapchat.example%2Fp%2F1");

        house().until("publish", () -> house().get("/posts/" + post).at("targets", 0), "published");
    }

    private String state(String post) {
        return house().get("/posts/" + post).at("targets", 0, "state").textOr("");
    }

    private String page(String method, String link, String form) {
        var answer = house().stranger()
                .send(
                        method,
                        link,
                        Map.of("content-type", "application/x-www-form-urlencoded"),
                        form.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Later than a busy machine takes to make the post: what is past is refused. */
    private static Instant soon() {
        return Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.SECONDS);
    }

    private Json post(String text, String channel, Instant due) {
        return Json.obj("brand", brand, "text", text, "channels", List.of(channel), "schedule", schedule(due));
    }

    @Test
    @Order(LAST - 1)
    void every_call_is_one_that_the_callers_role_allows() {
        Map<String, Role> roles = Roles.all();
        var refused = new ArrayList<String>();
        wires.needs(house().suite().table())
                .forEach((caller, needs) -> needs.forEach((permission, request) -> {
                    if (!roles.containsKey(caller) || !roles.get(caller).allows(permission)) {
                        refused.add(permission + " for " + request);
                    }
                }));

        assertThat(wires.called()).containsExactlyInAnyOrder("dynamodb", "s3", "ses", "events", "ssm");
        assertThat(refused).isEmpty();
    }

    /** What is not seen here: the service's own calls, and what is done once a process has died at one certain line. */
    private static final Map<String, String> UNSEEN = Map.of(
            "logs:.*", "Lambda writes what a function prints",
            "sqs:SendMessage .*", "Lambda keeps the events that were given up",
            "s3:GetObject .*/(reports|audit)/\\*", "a file is read again by who finds it there already",
            "s3:PutObject .*/audit/\\*", "the trail is sealed when a day is over",
            "s3:ListBucket .*", "who may read one file may see that another is not there",
            "events:PutEvents .*", "measure tells of a channel whose credential was revoked");

    @Test
    @Order(LAST)
    void a_role_allows_nothing_that_its_function_does_not_do() {
        Map<String, Map<Permission, String>> needs = wires.needs(house().suite().table());
        var idle = new ArrayList<String>();
        Roles.all().forEach((function, role) -> role.grants().stream()
                .filter(grant -> UNSEEN.keySet().stream().noneMatch((grant.action() + " " + grant.resource())::matches))
                .filter(grant ->
                        needs.getOrDefault(function, Map.of()).keySet().stream().noneMatch(grant::covers))
                .forEach(grant -> idle.add(function + ": " + grant.action() + " on " + grant.resource())));

        assertThat(idle).isEmpty();
    }
}
