package dev.parvis.functions.api;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.domain.idempotency.Idempotency;
import dev.parvis.functions.api.Document.Operation;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

/** A creation that is repeated after a lost answer creates nothing twice. */
class IdempotencyKeyTest {
    private static final Document DOCUMENT = Document.read();
    private static final String KEY = "Idempotency-Key";

    private final Desk desk = Desk.settled();

    /** Those of a JSON body; a file's is tried with files. */
    static Stream<Operation> creations() {
        return DOCUMENT.operations().stream()
                .filter(operation -> operation.takes(KEY))
                .filter(operation -> !operation.path().endsWith("/imports"));
    }

    @ParameterizedTest
    @MethodSource("creations")
    void the_same_request_is_answered_the_same_and_creates_one_thing(Operation operation) {
        var call = Prepared.call(desk, operation);

        var first = call.post(operation.address(), Json.parse(operation.body()));
        desk.clock.advance(Duration.ofHours(23));
        var second = call.post(operation.address(), Json.parse(operation.body()));

        assertThat(second.status()).as(Answers.text(second)).isEqualTo(first.status());
        assertThat(second.headers())
                .containsEntry("idempotency-replayed", "true")
                .containsEntry("location", first.headers().get("location"))
                .containsEntry("etag", first.headers().get("etag"));
        assertThat(withoutUpload(Answers.json(second))).isEqualTo(withoutUpload(Answers.json(first)));
        assertThat(first.headers()).doesNotContainKey("idempotency-replayed");
    }

    /** A presigned URL ends in minutes, so a repetition gets one of its own. */
    private static Json withoutUpload(Json body) {
        return body.object().orElseThrow().with("upload", "").with("url", "");
    }

    @ParameterizedTest
    @MethodSource("creations")
    void another_request_under_the_key_is_refused(Operation operation) {
        var call = Prepared.call(desk, operation);
        var other = operation.body().clone();
        other[other.length - 1] = ' ';

        var first = call.send("POST", operation.address(), operation.body());
        var second = call.send("POST", operation.address(), other);

        assertThat(first.status()).isEqualTo(operation.success());
        Answers.refused(second, Problem.Code.IDEMPOTENCY_KEY_REUSED);
    }

    @ParameterizedTest
    @MethodSource("creations")
    void a_refused_request_gives_its_key_back(Operation operation) {
        var call = Prepared.call(desk, operation);

        var wrong = call.post(operation.address(), Json.obj("nonsense", true));
        var malformed = call.send("POST", operation.address(), new byte[] {'{'});
        var right = call.post(operation.address(), Json.parse(operation.body()));

        Answers.refused(wrong, Problem.Code.INVALID_FIELDS);
        Answers.refused(malformed, Problem.Code.MALFORMED_JSON);
        assertThat(right.status()).as(Answers.text(right)).isEqualTo(operation.success());
    }

    @Test
    void while_the_first_still_runs_the_second_is_told_so() {
        var body = Json.obj("name", "Deux");
        var scope = Sha256.hex(Sample.OWNER + "\nPOST\n" + Desk.path("/brands"));
        desk.stores
                .idempotency()
                .take(
                        new Idempotency.Key(Sample.WORKSPACE, scope, Sha256.hex("k"), Sha256.hex(body.bytes())),
                        desk.clock.instant());

        var answer = desk.as(Sample.OWNER).with(KEY, "k").post(Desk.path("/brands"), body);

        Answers.refused(answer, Problem.Code.IDEMPOTENCY_IN_PROGRESS);
    }

    @Test
    void a_post_whose_time_has_come_meanwhile_is_still_answered_as_made() {
        var body = Json.obj(
                "brand",
                Sample.BRAND.value(),
                "text",
                "Bonjour",
                "channels",
                List.of(Sample.CHANNEL.value()),
                "schedule",
                Json.obj("at", "2026-11-21T10:00:30"));
        var call = desk.as(Sample.WRITER).with(KEY, "k");
        var first = Answers.ok(call.post(Desk.path("/posts"), body), 201);

        desk.clock.advance(Duration.ofMinutes(1));
        var again = Answers.ok(call.post(Desk.path("/posts"), body), 201);

        assertThat(again).isEqualTo(first);
    }

    /** The first process kept the post and died before it remembered the answer. */
    @Test
    void who_takes_over_too_late_for_the_schedule_finds_the_post_that_was_made() {
        var body = Json.obj(
                "brand",
                Sample.BRAND.value(),
                "text",
                "Bonjour",
                "channels",
                List.of(Sample.CHANNEL.value()),
                "schedule",
                Json.obj("at", "2026-11-21T10:00:30"));
        var forgetful = Desk.over(Forgetful.over(desk.stores), new ShelfFiles());
        var first = forgetful.as(Sample.WRITER).with(KEY, "k").post(Desk.path("/posts"), body);
        Answers.refused(first, Problem.Code.INTERNAL);

        desk.clock.advance(Duration.ofMinutes(2));
        var again = Answers.ok(desk.as(Sample.WRITER).with(KEY, "k").post(Desk.path("/posts"), body), 201);

        var listed = desk.as(Sample.READER).get(Desk.path("/posts?brand=" + Sample.BRAND));
        assertThat(Answers.ok(listed, 200).at("items").items())
                .extracting(post -> post.at("id").textOr(""))
                .containsExactlyInAnyOrder(Sample.POST.value(), again.at("id").textOr(""));
    }

    @Test
    void a_signing_secret_is_remembered_nowhere_in_the_clear() {
        var remembered = new java.util.ArrayList<String>();
        var desk = Desk.over(Forgetful.telling(this.desk.stores, remembered), new ShelfFiles());
        var body = Json.obj("url", "https://hooks.example/x", "events", List.of("report.ready"));
        var call = desk.as(Sample.OWNER).with(KEY, "k");

        var secret = Answers.ok(call.post(Desk.path("/endpoints"), body), 201)
                .at("secret")
                .textOr("");
        var again = Answers.ok(call.post(Desk.path("/endpoints"), body), 201);

        assertThat(secret).startsWith("whsec_");
        assertThat(again.at("secret").textOr("")).isEqualTo(secret);
        assertThat(remembered).hasSize(1).noneMatch(text -> text.contains(secret));
        assertThat(desk.logged()).doesNotContain(secret);
    }

    @Test
    void what_was_deleted_since_is_gone_and_not_made_again() {
        var body = Json.obj("url", "https://hooks.example/x", "events", List.of("report.ready"));
        var call = desk.as(Sample.OWNER).with(KEY, "k");
        var id = Answers.ok(call.post(Desk.path("/endpoints"), body), 201)
                .at("id")
                .textOr("");
        Answers.ok(desk.as(Sample.OWNER).with("If-Match", "\"1\"").delete(Desk.path("/endpoints/" + id)), 204);

        Answers.refused(call.post(Desk.path("/endpoints"), body), Problem.Code.GONE);
    }

    @Test
    void keys_are_each_callers_own_and_end_after_a_day() {
        var body = Json.obj("name", "Deux");
        var first = Answers.ok(desk.as(Sample.OWNER).with(KEY, "k").post(Desk.path("/brands"), body), 201);
        var others = Answers.ok(desk.as(Sample.MANAGER).with(KEY, "k").post(Desk.path("/brands"), body), 201);
        desk.clock.advance(Duration.ofHours(24));
        var tomorrow = Answers.ok(desk.as(Sample.OWNER).with(KEY, "k").post(Desk.path("/brands"), body), 201);

        assertThat(Stream.of(first, others, tomorrow).map(made -> made.at("id").textOr("")))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_key_of_nothing_or_of_too_much_is_refused() {
        for (var key : List.of(" ", "k".repeat(256))) {
            Answers.refused(
                    desk.as(Sample.OWNER).with(KEY, key).post(Desk.path("/brands"), Json.obj("name", "Deux")),
                    Problem.Code.INVALID_REQUEST);
        }
    }
}
