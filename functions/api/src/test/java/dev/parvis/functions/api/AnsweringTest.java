package dev.parvis.functions.api;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.brands.Approving.Policy;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** People answer what was said: at once, once, on the channel it came to, and under a stop by a named permission. */
class AnsweringTest {
    private static final BrandId MUSEUM = new BrandId("01KAJ3S0B4F9K2D7G5H8J1M3NZ");
    private static final Json.Obj THANKS = Json.obj("text", "Merci Léa, c’est noté.");
    private static final String INTERACTION = "dd31fece668bf45fc28580c9543d22eb";

    private final Desk desk = Desk.settled();

    AnsweringTest() {
        desk.calm();
    }

    private static String path(String interaction) {
        return Desk.path("/inbox/" + interaction + "/answers");
    }

    private Response answer(String subject, Json body) {
        return desk.as(subject).post(path(INTERACTION), body);
    }

    private String answered() {
        return Answers.ok(answer(Sample.WRITER, THANKS), 201).at("id").textOr("");
    }

    private Json interaction() {
        return Answers.ok(desk.as(Sample.READER).get(Desk.path("/inbox/" + INTERACTION)), 200);
    }

    private Interaction stored() {
        return desk.stores.items().interaction(Sample.WORKSPACE, INTERACTION).orElseThrow();
    }

    private List<String> inbox(String query) {
        var path = Desk.path("/inbox?brand=" + Sample.BRAND + query);
        return Answers.ok(desk.as(Sample.READER).get(path), 200).at("items").items().stream()
                .map(each -> each.at("id").textOr(""))
                .toList();
    }

    private PostWithTargets post(String id) {
        return desk.stores.posts().find(Sample.WORKSPACE, new PostId(id)).orElseThrow();
    }

    /** All answers there are. */
    private int said() {
        return desk.stores
                .posts()
                .answers(Sample.WORKSPACE, Sample.BRAND, YearMonth.of(2026, 11), PageRequest.first(50))
                .items()
                .size();
    }

    private void finish(TargetState state) {
        desk.stores
                .agenda()
                .claim(Kind.TARGET, desk.clock.instant(), 5)
                .claims()
                .forEach(claim -> desk.stores.agenda().finish(claim, now(claim.work(), state), Next.never()));
    }

    private Target now(Target target, TargetState state) {
        return state == TargetState.PUBLISHED
                ? target.published(new Publication("s-1", "https://sandbox.example/s-1", desk.clock.instant(), false))
                : target.without(state, "not wanted there");
    }

    private List<AuditEntry> trail(String action) {
        var page = PageRequest.first(100);
        return desk.stores.audit().list(Sample.WORKSPACE, YearMonth.of(2026, 11), page).items().stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
    }

    private void stop(Hold.Scope scope, String id) {
        desk.stores.holds().put(Sample.WORKSPACE, new Hold(scope, id, "Deuil", Sample.WRITER, desk.clock.instant()));
    }

    private void needed(Response answer, String code) {
        assertThat(Answers.refused(answer, Problem.Code.CONFIRMATION_NEEDED)
                        .at("warnings")
                        .items())
                .extracting(warning -> warning.at("code").textOr(""))
                .containsExactly(code);
    }

    @Test
    void an_answer_is_a_post_of_one_target_due_at_once_on_the_channel_that_it_came_to() {
        var made = Answers.ok(answer(Sample.WRITER, THANKS), 201);

        assertThat(made.at("answers").at("interaction").textOr("")).isEqualTo(INTERACTION);
        assertThat(made.at("interaction").at("handling").textOr("")).isEqualTo("answered");
        assertThat(post(made.at("id").textOr("")).targets()).singleElement().satisfies(target -> {
            assertThat(target.channel()).isEqualTo(Sample.CHANNEL);
            assertThat(target.state()).isEqualTo(TargetState.SCHEDULED);
            assertThat(target.dueAt()).isEqualTo(desk.clock.instant());
            assertThat(target.passes().isNone()).isTrue();
        });
        assertThat(trail("interaction.answered")).hasSize(1);
        assertThat(trail("post.answered")).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(Sample.WRITER);
            assertThat(entry.facts()).containsEntry("interaction", INTERACTION);
            assertThat(entry.facts().toString()).doesNotContain("noté").doesNotContain("gourmand");
        });
    }

    @Test
    void the_interaction_shows_its_answers_and_when_the_first_went_out() {
        var id = answered();
        var before = interaction();
        finish(TargetState.PUBLISHED);

        var after = interaction();

        assertThat(before.at("answers").items()).singleElement().satisfies(answer -> {
            assertThat(answer.at("state").textOr("")).isEqualTo("under_way");
            assertThat(answer.at("target").textOr("")).isEqualTo("scheduled");
        });
        assertThat(before.at("answeredAt")).isEqualTo(Json.absent());
        assertThat(after.at("answeredAt").textOr("")).isEqualTo("2026-11-21T09:00:00.000Z");
        assertThat(after.at("answers").items()).singleElement().satisfies(answer -> {
            assertThat(answer.at("post").textOr("")).isEqualTo(id);
            assertThat(answer.at("state").textOr("")).isEqualTo("out");
            assertThat(answer.at("url").textOr("")).isEqualTo("https://sandbox.example/s-1");
            assertThat(answer.at("by").textOr("")).isEqualTo(Sample.WRITER);
            assertThat(answer.at("automatic").truth()).contains(false);
        });
    }

    @Test
    void the_inbox_is_listed_by_whether_it_was_answered() {
        assertThat(inbox("&answered=false")).containsExactly(INTERACTION);
        assertThat(inbox("&answered=true")).isEmpty();

        answered();

        assertThat(inbox("")).isEmpty();
        assertThat(inbox("&handling=answered")).containsExactly(INTERACTION);
        assertThat(inbox("&handling=answered&answered=true")).containsExactly(INTERACTION);
        assertThat(inbox("&handling=answered&answered=false")).isEmpty();
        Answers.refused(
                desk.as(Sample.READER).get(Desk.path("/inbox?brand=" + Sample.BRAND + "&answered=yes")),
                Problem.Code.INVALID_REQUEST);
    }

    @Test
    void nobody_has_to_approve_an_answer_and_none_stands_on_the_calendar() {
        desk.sample.waiting(Policy.CLIENT);

        var id = answered();

        assertThat(post(id).targets().getFirst().state()).isEqualTo(TargetState.SCHEDULED);
        assertThat(post(id).post().approval()).isEmpty();
        assertThat(desk.as(Sample.READER)
                        .get(Desk.path("/posts?brand=" + Sample.BRAND + "&month=2026-11"))
                        .body())
                .asString()
                .doesNotContain(id);
    }

    @Nested
    class What_is_wrong_with_it {
        @Test
        void is_what_the_network_says_of_every_post() {
            Answers.field(answer(Sample.WRITER, Json.obj("text", "x".repeat(501))), "/text", "text_too_long");
            Answers.field(answer(Sample.WRITER, Json.obj("text", "  ")), "/text", "required");
            Answers.field(answer(Sample.WRITER, Json.obj()), "/text", "required");
            assertThat(said()).isZero();
            assertThat(stored().handling()).isEqualTo(Handling.QUEUED);
        }

        @Test
        void is_a_picture_of_another_brand() {
            var body = THANKS.with("images", List.of(Json.obj("media", "01KAJ4A9M2D5E8F1G3H6J0K4ZZ")));

            Answers.field(answer(Sample.WRITER, body), "/images/0/media", "not_found");
        }

        @Test
        void is_a_kind_that_the_network_lets_nobody_answer() {
            var item = Sample.item("m-1", "Bonjour", ItemKind.MESSAGE);
            var message = new Interaction(item, Sample.BRAND, Sample.CHANNEL, Handling.QUEUED, "", 1);
            desk.stores.items().keep(message);

            var problem = Answers.refused(
                    desk.as(Sample.WRITER).post(path(message.id()), THANKS), Problem.Code.NETWORK_REFUSED);

            assertThat(problem.at("detail").textOr("")).contains("sandbox").contains("message");
        }

        @Test
        void is_a_channel_that_is_disconnected_or_gone() {
            desk.stores.channels().delete(Sample.WORKSPACE, Sample.CHANNEL, 1);

            Answers.refused(answer(Sample.WRITER, THANKS), Problem.Code.NETWORK_REFUSED);
        }

        @Test
        void is_the_name_of_another_client_until_it_is_meant() {
            desk.sample.brand(Sample.WORKSPACE, MUSEUM);
            desk.sample.channel(
                    new ChannelId("01KAJ3T5C1H6N8P3Q9R2S4T7V1"),
                    MUSEUM,
                    Sample.SANDBOX,
                    "musee.du.port",
                    new Credential(Map.of("token", "t")));
            var body = Json.obj("text", "Demandez à @musee.du.port !");

            needed(answer(Sample.WRITER, body), "other_brand_named");
            assertThat(stored().handling()).isEqualTo(Handling.QUEUED);
            Answers.ok(answer(Sample.WRITER, body.with("confirmed", List.of("other_brand_named"))), 201);
        }
    }

    @Nested
    class Two_who_answer {
        @Test
        void are_told_of_each_other_and_the_second_may_mean_it() {
            answered();

            needed(answer(Sample.MANAGER, THANKS), "already_answered");
            assertThat(said()).isEqualTo(1);
            Answers.ok(answer(Sample.MANAGER, THANKS.with("confirmed", List.of("already_answered"))), 201);

            assertThat(said()).isEqualTo(2);
            assertThat(interaction().at("answers").items()).hasSize(2);
        }

        @Test
        void at_the_very_same_moment_are_one_who_answers_and_one_who_is_told() throws Exception {
            for (var round = 0; round < 20; round++) {
                var each = new AnsweringTest();
                var gate = new CyclicBarrier(2);
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    var running = new ArrayList<Future<Integer>>();
                    for (var subject : List.of(Sample.WRITER, Sample.MANAGER)) {
                        Callable<Integer> one = () -> {
                            gate.await();
                            return each.answer(subject, THANKS).status();
                        };
                        running.add(threads.submit(one));
                    }

                    assertThat(List.of(running.get(0).get(), running.get(1).get()))
                            .containsExactlyInAnyOrder(201, 409);
                }
                assertThat(each.said()).isEqualTo(1);
                assertThat(each.stored().answers()).hasSize(1);
            }
        }

        @Test
        void need_not_mean_it_when_the_first_did_not_go_out() {
            answered();
            finish(TargetState.FAILED);

            answered();

            assertThat(stored().answers()).hasSize(2);
        }

        @Test
        void are_ten_at_most() {
            for (var n = 0; n < Interaction.MOST_ANSWERS; n++) {
                Answers.ok(answer(Sample.WRITER, THANKS.with("confirmed", List.of("already_answered"))), 201);
            }

            Answers.refused(
                    answer(Sample.WRITER, THANKS.with("confirmed", List.of("already_answered"))),
                    Problem.Code.CONFLICT);
        }
    }

    @Nested
    class A_call_that_is_repeated {
        private Response keyed(Desk at) {
            return at.as(Sample.WRITER).with("idempotency-key", "k-1").post(path(INTERACTION), THANKS);
        }

        @Test
        void says_it_once() {
            var first = Answers.ok(keyed(desk), 201);
            var again = keyed(desk);

            assertThat(Answers.ok(again, 201)).isEqualTo(first);
            assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
            assertThat(said()).isEqualTo(1);
        }

        @Test
        void takes_over_from_a_process_that_died_between_the_word_and_the_post() {
            var dead = desk.stores
                    .items()
                    .decide(stored().answering("01KAJ4B2P7S0T3V6W9X1Y4Z8QQ", desk.clock.instant(), ""));
            assertThat(dead).isNotNull();

            needed(answer(Sample.WRITER, THANKS), "already_answered");
            desk.clock.advance(Interaction.LOOKED_AFTER);
            answered();

            assertThat(said()).isEqualTo(1);
        }
    }

    @Nested
    class Until_it_is_being_sent {
        @Test
        void it_is_changed_as_every_post_is_and_goes_where_it_was_asked_for() {
            var path = Desk.path("/posts/" + answered());

            var patched = desk.as(Sample.WRITER).with("if-match", "\"1\"").patch(path, Json.obj("text", "Merci Léa !"));
            assertThat(Answers.ok(patched, 200).at("answers").at("interaction").textOr(""))
                    .isEqualTo(INTERACTION);
            Answers.field(
                    desk.as(Sample.WRITER)
                            .with("if-match", "\"2\"")
                            .patch(path, Json.obj("channels", List.of(Sample.CHANNEL.value()))),
                    "/channels",
                    "not_allowed");
        }

        @Test
        void it_is_cancelled_as_every_post_is_and_the_interaction_is_in_the_queue_again() {
            var path = Desk.path("/posts/" + answered());

            Answers.ok(desk.as(Sample.WRITER).with("if-match", "\"1\"").post(path + "/cancel", Json.obj()), 200);

            assertThat(inbox("&answered=false")).containsExactly(INTERACTION);
            assertThat(interaction().at("reason").textOr("")).isEqualTo("the answer did not go out");
        }

        @Test
        void it_is_deleted_as_every_post_is_and_the_interaction_is_in_the_queue_again() {
            var path = Desk.path("/posts/" + answered());

            desk.as(Sample.WRITER).with("if-match", "\"1\"").delete(path);

            assertThat(inbox("&answered=false")).containsExactly(INTERACTION);
        }

        @Test
        void and_no_longer() {
            var path = Desk.path("/posts/" + answered());
            finish(TargetState.PUBLISHED);

            Answers.refused(
                    desk.as(Sample.WRITER).with("if-match", "\"1\"").patch(path, Json.obj("text", "Merci !")),
                    Problem.Code.CONFLICT);
            assertThat(stored().handling()).isEqualTo(Handling.ANSWERED);
        }

        @Test
        void what_a_person_decided_on_the_interaction_stays() {
            var path = Desk.path("/posts/" + answered());
            desk.as(Sample.WRITER)
                    .with("if-match", "\"2\"")
                    .post(Desk.path("/inbox/" + INTERACTION + "/decision"), Json.obj("action", "close"));

            desk.as(Sample.WRITER).with("if-match", "\"1\"").post(path + "/cancel", Json.obj());

            assertThat(stored().handling()).isEqualTo(Handling.CLOSED);
        }
    }

    @Nested
    class Under_a_stop {
        @Test
        void who_lacks_the_permission_is_told_why_it_stands_and_who_may() {
            stop(Hold.Scope.BRAND, Sample.BRAND.value());

            var problem = Answers.refused(answer(Sample.WRITER, THANKS), Problem.Code.CRISIS_STOP);

            assertThat(problem.at("permission").textOr("")).isEqualTo("crisis.answer");
            assertThat(problem.at("detail").textOr("")).contains("Deuil").contains("owner or manager");
            assertThat(problem.at("holds").items())
                    .singleElement()
                    .satisfies(hold -> assertThat(hold.at("reason").textOr("")).isEqualTo("Deuil"));
            assertThat(said()).isZero();
            assertThat(stored().handling()).isEqualTo(Handling.QUEUED);
        }

        @Test
        void who_holds_it_passes_the_stops_that_stand_and_the_history_says_so() {
            stop(Hold.Scope.WORKSPACE, "");
            stop(Hold.Scope.NETWORK, "sandbox");

            var id = Answers.ok(answer(Sample.MANAGER, THANKS), 201).at("id").textOr("");

            var passes = post(id).targets().getFirst().passes();
            assertThat(passes.by()).isEqualTo(Sample.MANAGER);
            assertThat(passes.stops()).containsOnlyKeys(Hold.Scope.WORKSPACE, Hold.Scope.NETWORK);
            assertThat(trail("post.answered_under_stop")).singleElement().satisfies(entry -> assertThat(entry.facts())
                    .containsEntry("permission", "crisis.answer")
                    .hasEntrySatisfying("hold", hold -> assertThat(hold).contains("workspace/", "network/sandbox/")));
            var history = Answers.ok(desk.as(Sample.READER).get(Desk.path("/posts/" + id + "/history")), 200);
            assertThat(history.at("items").items())
                    .extracting(entry -> entry.at("said").at("en").textOr(""))
                    .contains(
                            "Written as an answer to somebody under a crisis stop, with the permission crisis.answer");
        }

        @Test
        void the_permission_is_that_on_the_interactions_brand() {
            stop(Hold.Scope.WORKSPACE, "");
            desk.stores
                    .workspaces()
                    .admit(new Member(Sample.WORKSPACE, "auth0|two", Role.MANAGER, Map.of(Sample.BRAND, Role.WRITER)));

            Answers.refused(answer("auth0|two", THANKS), Problem.Code.CRISIS_STOP);
        }

        @Test
        void a_stop_on_another_brand_stops_nobody() {
            stop(Hold.Scope.BRAND, MUSEUM.value());

            assertThat(post(answered()).targets().getFirst().passes().isNone()).isTrue();
        }

        @Test
        void an_edit_takes_the_pass_back() {
            stop(Hold.Scope.WORKSPACE, "");
            var id = Answers.ok(answer(Sample.MANAGER, THANKS), 201).at("id").textOr("");

            Answers.ok(
                    desk.as(Sample.WRITER)
                            .with("if-match", "\"1\"")
                            .patch(Desk.path("/posts/" + id), Json.obj("text", "Autre chose")),
                    200);

            assertThat(post(id).targets().getFirst().passes().isNone()).isTrue();
        }

        @Test
        void what_is_held_is_listed_as_what_it_is() {
            answered();
            finish(TargetState.HELD);

            var path = Desk.path("/holds/suspended?brand=" + Sample.BRAND);
            assertThat(Answers.ok(desk.as(Sample.READER).get(path), 200)
                            .at("items")
                            .items())
                    .singleElement()
                    .satisfies(held -> {
                        assertThat(held.at("answers").at("interaction").textOr(""))
                                .isEqualTo(INTERACTION);
                        assertThat(held.at("answers").at("author").textOr("")).isEqualTo("gourmand");
                        assertThat(held.at("automatic").truth()).contains(false);
                    });
        }

        @Test
        void what_was_held_and_is_not_wanted_brings_the_interaction_back() {
            var id = answered();
            finish(TargetState.HELD);
            assertThat(stored().handling()).isEqualTo(Handling.ANSWERED);

            var decision = Json.obj("post", id, "channel", Sample.CHANNEL.value(), "revision", 1, "action", "cancel");
            var decided = desk.as(Sample.WRITER)
                    .post(Desk.path("/holds/suspended/decisions"), Json.obj("decisions", List.of(decision)));

            assertThat(Answers.ok(decided, 200).at("items", 0).at("outcome").textOr(""))
                    .isEqualTo("done");
            assertThat(stored().handling()).isEqualTo(Handling.QUEUED);
        }
    }

    @Test
    void a_guest_of_another_brand_a_reader_and_a_stranger_answer_nothing() {
        desk.sample.brand(Sample.WORKSPACE, MUSEUM);
        desk.stores
                .workspaces()
                .admit(new Member(Sample.WORKSPACE, "auth0|guest", Role.GUEST, Map.of(MUSEUM, Role.MANAGER)));

        Answers.refused(answer("auth0|guest", THANKS), Problem.Code.NOT_FOUND);
        Answers.refused(answer("auth0|nobody", THANKS), Problem.Code.NOT_FOUND);
        Answers.refused(answer(Sample.READER, THANKS), Problem.Code.FORBIDDEN);
        assertThat(said()).isZero();
    }

    @Test
    void what_was_new_meets_the_brands_watch_and_no_rule_decides_on_it_any_more() {
        var item = Sample.item("c-900", "Passé chez Hélios ce matin.", ItemKind.REPLY);
        var fresh = new Interaction(item, Sample.BRAND, Sample.CHANNEL, Handling.NEW, "", 1);
        desk.stores.items().keep(fresh);

        Answers.ok(desk.as(Sample.WRITER).post(path(fresh.id()), THANKS), 201);

        var from = desk.clock.instant().minus(Duration.ofDays(1));
        assertThat(desk.stores
                        .mentions()
                        .list(Sample.WORKSPACE, Sample.BRAND, from, from.plus(Duration.ofDays(2)), PageRequest.first(9))
                        .items())
                .extracting(mention -> mention.item().key().nativeId())
                .contains("c-900");
        assertThat(desk.stores
                        .agenda()
                        .claim(Kind.INTERACTION, desk.clock.instant(), 5)
                        .claims())
                .isEmpty();
    }

    @Nested
    class A_rule_that_replies {
        private static final Json CONDITION = Json.obj("words", List.of("horaires"));

        private Response rule(Json.Obj more) {
            return desk.as(Sample.MANAGER)
                    .post(
                            Desk.path("/brands/" + Sample.BRAND + "/rules"),
                            more.with("name", "Horaires").with("condition", CONDITION));
        }

        @Test
        void says_what_it_replies() {
            var made = Answers.ok(rule(Json.obj("action", "reply", "reply", "Bonjour {author} !")), 201);

            assertThat(made.at("reply").textOr("")).isEqualTo("Bonjour {author} !");
        }

        @Test
        void must_say_something_and_knows_one_placeholder() {
            Answers.field(rule(Json.obj("action", "reply")), "/reply", "required");
            Answers.field(rule(Json.obj("action", "reply", "reply", "  ")), "/reply", "required");
            Answers.field(rule(Json.obj("action", "reply", "reply", "Bonjour {name}")), "/reply", "not_allowed");
            Answers.field(rule(Json.obj("action", "hide", "reply", "Bonjour")), "/reply", "not_allowed");
        }

        @Test
        void says_nothing_any_more_once_it_does_something_else() {
            var id = Answers.ok(rule(Json.obj("action", "reply", "reply", "Bonjour")), 201)
                    .at("id")
                    .textOr("");

            var changed = desk.as(Sample.MANAGER)
                    .with("if-match", "\"1\"")
                    .patch(Desk.path("/brands/" + Sample.BRAND + "/rules/" + id), Json.obj("action", "hide"));

            assertThat(Answers.ok(changed, 200).at("reply")).isEqualTo(Json.absent());
        }
    }
}
