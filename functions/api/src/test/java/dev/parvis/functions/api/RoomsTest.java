package dev.parvis.functions.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.networks.Moderates.Moderation;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What each room does beyond keeping and showing. */
class RoomsTest {
    private final Desk desk = Desk.settled();

    @Nested
    class Channels {
        private Response connect(String account) {
            return desk.as(Sample.MANAGER)
                    .post(
                            Desk.path("/channels"),
                            Json.obj(
                                    "brand",
                                    Sample.BRAND.value(),
                                    "network",
                                    "sandbox",
                                    "answers",
                                    Json.obj("server", "https://sandbox.example", "account", account, "secret", "pw")));
        }

        @Test
        void connecting_seals_the_credential_and_puts_its_work_on_the_agenda() {
            var made = Answers.ok(connect("terrasse"), 201);

            var id = new ChannelId(made.at("id").textOr(""));
            var sealed =
                    desk.stores.credentials().find(Sample.WORKSPACE, id, true).orElseThrow();
            assertThat(new String(sealed.sealed(), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("s3cr3t");
            assertThat(new Credentials(desk.stores.credentials(), desk.sealer)
                            .open(Sample.WORKSPACE, id, true)
                            .orElseThrow()
                            .credential()
                            .need("token"))
                    .isEqualTo("s3cr3t-of-terrasse");
            assertThat(made.toString()).doesNotContain("s3cr3t").doesNotContain("pw");
            assertThat(desk.logged()).doesNotContain("s3cr3t");
            assertThat(desk.told).extracting(Event::type).containsExactly(Event.Type.CHANNEL_CONNECTED);
            assertThat(made.at("hook").textOr("")).isEqualTo("/hooks/" + Sample.WORKSPACE + "/" + id);
        }

        @Test
        void an_account_is_connected_once() {
            Answers.ok(connect("terrasse"), 201);

            var detail =
                    Answers.refused(connect("terrasse"), Problem.Code.CONFLICT).at("detail");

            assertThat(detail.textOr("")).contains("connected in this workspace already");
        }

        @Test
        void what_the_network_refuses_is_said_of_its_field_and_nothing_is_kept() {
            assertThat(Answers.field(connect("wrong"), "/answers/account", "refused"))
                    .contains("no such account");
            Answers.refused(connect("down"), Problem.Code.NETWORK_UNAVAILABLE);

            assertThat(Answers.ok(desk.as(Sample.READER).get(Desk.path("/channels")), 200)
                            .at("items")
                            .items())
                    .hasSize(1);
            assertThat(desk.told).isEmpty();
        }

        @Test
        void answers_that_the_network_does_not_ask_for_or_that_are_missing_are_refused() {
            var order = Json.obj("brand", Sample.BRAND.value(), "network", "sandbox");
            var manager = desk.as(Sample.MANAGER);

            Answers.field(manager.post(Desk.path("/channels"), order), "/answers", "required");
            Answers.field(
                    manager.post(
                            Desk.path("/channels"), order.with("answers", Json.obj("server", "https://x.example"))),
                    "/answers/account",
                    "required");
            Answers.field(
                    manager.post(
                            Desk.path("/channels"),
                            order.with("answers", Json.obj("server", "https://x.example", "account", "a", "pin", "1"))),
                    "/answers/pin",
                    "unknown_field");
            assertThat(Answers.field(
                            manager.post(
                                    Desk.path("/channels"),
                                    order.with("network", "myspace").with("answers", Json.obj())),
                            "/network",
                            "not_allowed"))
                    .contains("mute, sandbox, terse");
        }

        @Test
        void a_disconnected_channel_is_connected_again_by_the_same_account_only() {
            var channel = desk.stores
                    .channels()
                    .find(Sample.WORKSPACE, Sample.CHANNEL)
                    .orElseThrow();
            desk.stores.channels().change(channel.disconnected("revoked"));
            var path = Desk.path("/channels/" + Sample.CHANNEL + "/connect");
            var answers = Json.obj("server", "https://sandbox.example", "account", "other");

            Answers.refused(desk.as(Sample.MANAGER).post(path, Json.obj("answers", answers)), Problem.Code.CONFLICT);
            var again = Answers.ok(
                    desk.as(Sample.MANAGER).post(path, Json.obj("answers", answers.with("account", "helios"))), 200);

            assertThat(again.at("state").textOr("")).isEqualTo("connected");
            assertThat(desk.stores.agenda().claimOne(Kind.REFRESH, Sample.WORKSPACE, Sample.CHANNEL.value()))
                    .as("a credential that lasts has its order too")
                    .isPresent();
            assertThat(again.at("reason").textOr("?")).isEmpty();
        }

        @Test
        void limits_are_those_of_the_channels_server() {
            var limits =
                    Answers.ok(desk.as(Sample.READER).get(Desk.path("/channels/" + Sample.CHANNEL + "/limits")), 200);

            assertThat(limits.at("textLength").whole()).contains(500L);
            assertThat(limits.at("countedIn").textOr("")).isEqualTo("graphemes");
        }

        @Test
        void a_channel_that_cannot_be_used_has_no_limits_to_show() {
            var channel = desk.stores
                    .channels()
                    .find(Sample.WORKSPACE, Sample.CHANNEL)
                    .orElseThrow();
            desk.stores.channels().change(channel.disconnected("revoked"));

            Answers.refused(
                    desk.as(Sample.READER).get(Desk.path("/channels/" + Sample.CHANNEL + "/limits")),
                    Problem.Code.CONFLICT);
        }
    }

    @Nested
    class Posts {
        @Test
        void a_preview_counts_for_each_channel_and_keeps_nothing() {
            var terse = new ChannelId("01KAJ5T5C1H6N8P3Q9R2S4T7V1");
            desk.sample.channel(
                    terse,
                    new dev.parvis.domain.networks.NetworkId("terse"),
                    "bref",
                    new dev.parvis.domain.channels.Credential(Map.of("token", "t")));
            var body = Json.obj(
                    "brand",
                    Sample.BRAND.value(),
                    "text",
                    "x".repeat(21),
                    "channels",
                    List.of(Sample.CHANNEL.value(), terse.value()));

            var items = Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/posts/preview"), body), 200)
                    .at("items")
                    .items();

            assertThat(items).hasSize(2);
            assertThat(items.getFirst().at("accepted").truth()).contains(true);
            assertThat(items.getLast().at("accepted").truth()).contains(false);
            assertThat(items.getLast().at("length").whole()).contains(21L);
            assertThat(items.getLast().at("limit").whole()).contains(20L);
            assertThat(items.getLast().at("violations", 0, "code").textOr("")).isEqualTo("text_too_long");
            assertThat(Answers.ok(desk.as(Sample.READER).get(Desk.path("/posts?brand=" + Sample.BRAND)), 200)
                            .at("items")
                            .items())
                    .hasSize(1);
        }

        @Test
        void a_scheduled_post_waits_on_the_agenda_and_a_cancelled_one_does_not() {
            var horizon = Instant.parse("2026-11-28T08:00:01Z");
            var path = Desk.path("/posts/" + Sample.POST);

            var cancelled = Answers.ok(
                    desk.as(Sample.WRITER).with("If-Match", "\"1\"").send("POST", path + "/cancel", new byte[0]), 200);

            assertThat(cancelled.at("targets", 0, "state").textOr("")).isEqualTo("cancelled");
            assertThat(desk.stores.agenda().claim(Kind.TARGET, horizon, 10).claims())
                    .isEmpty();
        }

        @Test
        void a_post_that_is_being_sent_is_edited_no_more() {
            var claim = desk.stores
                    .agenda()
                    .claim(Kind.TARGET, Instant.parse("2026-11-28T08:00:01Z"), 10)
                    .claims()
                    .getFirst();
            var attempt = new dev.parvis.domain.posts.Attempt(
                    "key", "print", Sample.NOW, Sample.NOW, Sample.NOW.plusSeconds(10), "");
            desk.stores.agenda().progress(claim, claim.work().sending(attempt));

            var answer = desk.as(Sample.WRITER)
                    .with("If-Match", "\"1\"")
                    .patch(Desk.path("/posts/" + Sample.POST), Json.obj("text", "Trop tard"));

            Answers.refused(answer, Problem.Code.CONFLICT);
        }
    }

    @Nested
    class Inbox {
        private final String id = new Interaction(
                        Sample.item("c-101", "", ItemKind.REPLY), Sample.BRAND, Sample.CHANNEL, Handling.QUEUED, "", 1)
                .id();

        private Response decide(String action) {
            return desk.as(Sample.WRITER)
                    .with("If-Match", "\"1\"")
                    .post(Desk.path("/inbox/" + id + "/decision"), Json.obj("action", action, "reason", "hors sujet"));
        }

        private Json now() {
            return Answers.ok(desk.as(Sample.READER).get(Desk.path("/inbox/" + id)), 200);
        }

        @Test
        void hiding_is_done_on_the_network_and_then_kept() {
            Answers.ok(decide("hide"), 200);

            assertThat(desk.sandbox.done).containsExactly(Action.HIDE);
            assertThat(now().at("handling").textOr("")).isEqualTo("hidden");
            var trail = Answers.ok(desk.as(Sample.READER).get(Desk.path("/audit?limit=100")), 200)
                    .toString();
            assertThat(trail)
                    .contains("interaction.hidden")
                    .contains(Sample.WRITER)
                    .doesNotContain("hors sujet");
        }

        @Test
        void what_the_network_does_not_offer_is_refused_and_changes_nothing() {
            Answers.refused(decide("delete"), Problem.Code.NETWORK_REFUSED);
            desk.sandbox.next = new Moderation.NotPossible("not ours");
            Answers.refused(decide("hide"), Problem.Code.NETWORK_REFUSED);
            desk.sandbox.next = new Moderation.Later("it is down");
            Answers.refused(decide("hide"), Problem.Code.NETWORK_UNAVAILABLE);

            assertThat(now().at("handling").textOr("")).isEqualTo("queued");
            assertThat(now().at("version").whole()).contains(1L);
        }

        @Test
        void an_ended_credential_is_renewed_on_the_way() {
            desk.sandbox.expired = true;
            desk.stores
                    .agenda()
                    .add(
                            Kind.REFRESH,
                            new Refresh(Sample.WORKSPACE, Sample.CHANNEL, Instant.MAX, 0, false),
                            Sample.NOW.plusSeconds(3600));

            Answers.ok(decide("hide"), 200);

            assertThat(desk.sandbox.done).containsExactly(Action.HIDE);
        }

        @Test
        void a_disconnected_channel_acts_no_more_but_the_queue_is_ours() {
            var channel = desk.stores
                    .channels()
                    .find(Sample.WORKSPACE, Sample.CHANNEL)
                    .orElseThrow();
            desk.stores.channels().change(channel.disconnected("revoked"));

            Answers.refused(decide("hide"), Problem.Code.NETWORK_REFUSED);
            Answers.ok(decide("close"), 200);

            assertThat(now().at("handling").textOr("")).isEqualTo("closed");
        }

        @Test
        void what_is_decided_before_the_rules_have_seen_it_still_meets_the_brands_watch() {
            var watch = desk.stores
                    .brands()
                    .find(Sample.WORKSPACE, Sample.BRAND)
                    .orElseThrow()
                    .watch();
            var said = new Interaction(
                    Sample.item("c-new", watch.words().getFirst(), ItemKind.REPLY),
                    Sample.BRAND,
                    Sample.CHANNEL,
                    Handling.NEW,
                    "",
                    1);
            desk.stores.items().keep(said);

            Answers.ok(
                    desk.as(Sample.WRITER)
                            .with("If-Match", "\"1\"")
                            .post(Desk.path("/inbox/" + said.id() + "/decision"), Json.obj("action", "close")),
                    200);

            assertThat(desk.stores.mentions().find(Sample.WORKSPACE, Sample.BRAND, said.id()))
                    .isPresent();
            assertThat(desk.told).extracting(Event::type).containsExactly(Event.Type.MENTION_FOUND);
        }

        @Test
        void the_second_of_two_people_who_decide_is_told_and_does_nothing_on_the_network() {
            Answers.ok(decide("close"), 200);

            Answers.refused(decide("hide"), Problem.Code.PRECONDITION_FAILED);

            assertThat(desk.sandbox.done).isEmpty();
        }
    }

    @Nested
    class MembersOf {
        @Test
        void the_last_owner_neither_leaves_nor_steps_down() {
            var owner = desk.as(Sample.OWNER);
            var path = Desk.path("/members/" + Sample.OWNER.replace("|", "%7C"));

            Answers.refused(owner.delete(path), Problem.Code.CONFLICT);
            Answers.refused(owner.patch(path, Json.obj("role", "reader")), Problem.Code.CONFLICT);
            Answers.ok(owner.post(Desk.path("/members"), Json.obj("subject", "zoé/2", "role", "owner")), 201);
            Answers.ok(owner.delete(path), 204);

            Answers.refused(owner.get(Desk.path("")), Problem.Code.NOT_FOUND);
            assertThat(Answers.ok(desk.as("zoé/2").get(Desk.path("/members")), 200)
                            .at("items")
                            .items())
                    .hasSize(4);
        }

        @Test
        void who_is_in_already_is_not_let_in_under_another_role() {
            var owner = desk.as(Sample.OWNER);

            Answers.ok(owner.post(Desk.path("/members"), Json.obj("subject", Sample.READER, "role", "reader")), 201);
            Answers.refused(
                    owner.post(Desk.path("/members"), Json.obj("subject", Sample.READER, "role", "owner")),
                    Problem.Code.CONFLICT);

            Answers.refused(desk.as(Sample.READER).get(Desk.path("/members")), Problem.Code.FORBIDDEN);
        }

        @Test
        void the_trail_names_members_by_a_hash() {
            desk.as(Sample.OWNER).delete(Desk.path("/members/" + Sample.READER.replace("|", "%7C")));

            var trail = Answers.ok(desk.as(Sample.OWNER).get(Desk.path("/audit")), 200)
                    .toString();

            assertThat(trail).contains("member.dismissed").doesNotContain(Sample.READER);
        }
    }

    @Nested
    class Reports {
        @Test
        void an_order_waits_on_the_agenda_and_wakes_the_reporter() {
            var order = Json.obj("brand", Sample.BRAND.value(), "from", "2026-10-01", "to", "2026-10-31");

            var made = Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/reports"), order), 202);

            assertThat(made.at("state").textOr("")).isEqualTo("waiting");
            assertThat(made.at("zone").textOr("")).isEqualTo("Europe/Paris");
            assertThat(desk.told).extracting(Event::type).containsExactly(Event.Type.REPORT_REQUESTED);
        }

        @Test
        void files_have_names_of_a_closed_list() {
            Answers.refused(
                    desk.as(Sample.READER).get(Desk.path("/reports/" + Sample.REPORT + "/files/..%2F..%2Fmedia")),
                    Problem.Code.NOT_FOUND);
        }

        @Test
        void a_brand_that_wants_monthly_reports_gets_the_first_ordered() {
            var brand = Json.obj("name", "Deux", "reporting", Json.obj("monthly", true));

            var id = Answers.ok(desk.as(Sample.MANAGER).post(Desk.path("/brands"), brand), 201)
                    .at("id")
                    .textOr("");

            assertThat(Answers.ok(desk.as(Sample.READER).get(Desk.path("/reports?brand=" + id)), 200)
                            .at("items")
                            .items())
                    .hasSize(1);
        }
    }
}
