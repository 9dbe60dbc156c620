package dev.parvis.functions.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.inbound.Inbound.Body;
import dev.parvis.domain.items.Handling;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Hmac;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.stdwebhooks.StandardWebhook;

import static org.assertj.core.api.Assertions.assertThat;

/** What is signed is kept once, whatever happens on the way; what is not leaves no trace. */
class DeliveryTest {
    private final Hooks hooks = new Hooks();
    private final byte[] comment = Hooks.comment("c-1", "Quel accueil !");

    private static String code(Response response) {
        return Json.parse(response.body()).at("code").textOr("");
    }

    private void leftNothing() {
        assertThat(hooks.waiting()).isEmpty();
        assertThat(hooks.files).isEmpty();
        assertThat(hooks.told).isEmpty();
        assertThat(hooks.arrival("d-1")).isEmpty();
    }

    @Test
    void a_signed_comment_waits_for_the_rules_and_wakes_them() {
        var answer = hooks.send(hooks.signed("d-1", comment), comment);

        assertThat(answer.status()).isEqualTo(200);
        var waiting = hooks.waiting();
        assertThat(waiting).hasSize(1);
        assertThat(waiting.getFirst().item().text()).isEqualTo("Quel accueil !");
        assertThat(waiting.getFirst().handling()).isEqualTo(Handling.NEW);
        assertThat(waiting.getFirst().brand()).isEqualTo(hooks.brand);
        assertThat(hooks.told).extracting(Event::type).containsExactly(Event.Type.INTERACTION_RECEIVED);
        assertThat(hooks.told.getFirst().detail()).doesNotContainValue("Quel accueil !");
        assertThat(hooks.arrival("d-1").orElseThrow().body())
                .isInstanceOfSatisfying(
                        Body.Here.class, here -> assertThat(here.bytes()).isEqualTo(comment));
        assertThat(hooks.logged()).doesNotContain("accueil").doesNotContain("whsec_");
    }

    @ParameterizedTest
    @ValueSource(strings = {StandardWebhook.ID, StandardWebhook.TIMESTAMP, StandardWebhook.SIGNATURE})
    void a_missing_header_is_a_forgery(String name) {
        var headers = new HashMap<>(hooks.signed("d-1", comment));
        headers.remove(name);

        var answer = hooks.send(headers, comment);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("invalid-signature");
        leftNothing();
    }

    @Test
    void a_wrong_signature_an_altered_body_and_another_id_are_forgeries_and_look_the_same() {
        var headers = hooks.signed("d-1", comment);
        var otherId = new HashMap<>(headers);
        otherId.put(StandardWebhook.ID, "d-2");
        var empty = new HashMap<>(headers);
        empty.put(StandardWebhook.SIGNATURE, "v1,");

        var wrong = hooks.send(hooks.signed("d-1", comment, Hooks.OTHER_SECRET), comment);
        var altered = hooks.send(headers, Hooks.comment("c-1", "Quel accueil ?"));
        var renamed = hooks.send(otherId, comment);
        var unsigned = hooks.send(empty, comment);

        assertThat(List.of(wrong, altered, renamed, unsigned)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo(wrong.body());
        });
        leftNothing();
    }

    @Test
    void a_delivery_of_another_channel_does_not_pass_here() {
        var other = hooks.channel(
                dev.parvis.networks.standard.StandardNetwork.ID,
                Map.of(dev.parvis.networks.standard.StandardNetwork.SECRET, Hooks.OTHER_SECRET));

        var answer = Hooks.to(
                hooks.router(new Breaking(0, false)),
                "/hooks/" + hooks.workspace + "/" + other,
                hooks.signed("d-1", comment),
                comment);

        assertThat(answer.status()).isEqualTo(401);
        leftNothing();
    }

    @Test
    void a_replay_after_five_minutes_is_refused_and_one_within_has_no_second_effect() {
        var headers = hooks.signed("d-1", comment);
        hooks.send(headers, comment);

        hooks.clock.advance(Duration.ofMinutes(5));
        var within = hooks.send(headers, comment);
        hooks.clock.advance(Duration.ofSeconds(1));
        var after = hooks.send(headers, comment);

        assertThat(within.status()).isEqualTo(200);
        assertThat(Json.parse(within.body()).at("known").truth()).contains(true);
        assertThat(after.status()).isEqualTo(401);
        assertThat(hooks.waiting()).hasSize(1);
        assertThat(hooks.told).hasSize(1);
    }

    @Test
    void a_redelivery_signed_anew_has_no_second_effect() {
        hooks.send(hooks.signed("d-1", comment), comment);
        hooks.clock.advance(Duration.ofHours(3));

        var again = hooks.send(hooks.signed("d-1", comment), comment);

        assertThat(again.status()).isEqualTo(200);
        assertThat(hooks.waiting()).hasSize(1);
        assertThat(hooks.told).hasSize(1);
    }

    @Test
    void the_same_comment_in_two_deliveries_is_one_interaction() {
        hooks.send(hooks.signed("d-1", comment), comment);
        hooks.send(hooks.signed("d-2", comment), comment);

        assertThat(hooks.waiting()).hasSize(1);
        assertThat(hooks.told).hasSize(1);
        assertThat(hooks.arrival("d-2")).isPresent();
    }

    @Test
    void a_delivery_doubled_at_once_has_one_effect() throws Exception {
        var headers = hooks.signed("d-1", comment);
        Callable<Response> delivery = () -> hooks.send(headers, comment);

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : senders.invokeAll(java.util.Collections.nCopies(8, delivery))) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }

        assertThat(hooks.waiting()).hasSize(1);
    }

    @Test
    void a_body_up_to_256_kb_lies_in_the_table_and_a_longer_one_in_a_file() {
        var fits = padded(Keeper.MOST_IN_TABLE);
        var longer = padded(Keeper.MOST_IN_TABLE + 1);

        assertThat(hooks.send(hooks.signed("d-1", fits), fits).status()).isEqualTo(200);
        assertThat(hooks.files).isEmpty();
        assertThat(hooks.send(hooks.signed("d-2", longer), longer).status()).isEqualTo(200);

        var body = (Body.InFile) hooks.arrival("d-2").orElseThrow().body();
        assertThat(body.bytes()).isEqualTo(longer.length);
        assertThat(body.key()).startsWith("w/" + hooks.workspace + "/inbound/");
        assertThat(hooks.files).containsOnlyKeys(body.key());
        assertThat(hooks.files.get(body.key())).isEqualTo(longer);
    }

    @Test
    void a_body_over_1_mb_is_refused_before_anything_is_computed() {
        var most = padded(DeliveryRoute.MOST_BYTES);
        var over = padded(DeliveryRoute.MOST_BYTES + 1);

        var refused = hooks.send(new Breaking(1, false), hooks.signed("d-1", over), over);
        leftNothing();
        var taken = hooks.send(hooks.signed("d-1", most), most);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(code(refused)).isEqualTo("payload-too-large");
        assertThat(taken.status()).isEqualTo(200);
    }

    /** A valid event of exactly this many bytes. */
    private static byte[] padded(int bytes) {
        var start = "{\"type\":\"other\",\"pad\":\"".getBytes(StandardCharsets.UTF_8);
        var body = Arrays.copyOf(start, bytes);
        Arrays.fill(body, start.length, bytes - 2, (byte) 'x');
        body[bytes - 2] = '"';
        body[bytes - 1] = '}';
        return body;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not json", "{}", "[]", "{\"type\":\"comment.created\",\"data\":{\"id\":\"\"}}", "{\"type\":\"é"
            })
    void what_is_signed_but_cannot_be_read_is_kept_and_shown(String text) {
        var body = text.getBytes(StandardCharsets.ISO_8859_1);

        var answer = hooks.send(hooks.signed("d-1", body), body);

        assertThat(answer.status()).isEqualTo(200);
        var arrival = hooks.arrival("d-1").orElseThrow();
        assertThat(arrival.problem()).isNotBlank();
        assertThat(((Body.Here) arrival.body()).bytes()).isEqualTo(body);
        assertThat(hooks.waiting()).isEmpty();
    }

    @Test
    void an_event_of_another_type_is_kept_and_brings_nothing() {
        var body = "{\"type\":\"invoice.paid\",\"data\":{}}".getBytes(StandardCharsets.UTF_8);

        hooks.send(hooks.signed("d-1", body), body);

        assertThat(hooks.arrival("d-1").orElseThrow().problem()).isEmpty();
        assertThat(hooks.waiting()).isEmpty();
        assertThat(hooks.told).isEmpty();
    }

    @Test
    void no_channel_another_workspace_a_disconnected_one_and_no_id_look_the_same() {
        var signed = hooks.signed("d-1", comment);
        var router = hooks.router(new Breaking(0, false));
        var right = "/hooks/" + hooks.workspace + "/" + hooks.channel;

        var unknown = Hooks.to(router, "/hooks/" + hooks.workspace + "/nope", signed, comment);
        var elsewhere = Hooks.to(router, "/hooks/other/" + hooks.channel, signed, comment);
        var noId = Hooks.to(router, "/hooks/a%23b/" + hooks.channel, signed, comment);
        var there = hooks.stores.channels().find(hooks.workspace, hooks.channel).orElseThrow();
        hooks.stores.channels().change(there.disconnected("revoked"));
        var disconnected = Hooks.to(router, right, signed, comment);

        assertThat(List.of(unknown, elsewhere, noId, disconnected)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown.body());
        });
        leftNothing();
    }

    /** Whichever call breaks, the sender's next try brings the whole, once. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whichever_port_fails_the_next_try_completes_it(boolean afterwards) {
        var large = Hooks.comment("c-9", "x".repeat(300_000));
        var calls = callsFor(large);
        for (var at = 1; at <= calls; at++) {
            var desk = new Hooks();
            var breaking = new Breaking(at, afterwards);

            var first = desk.send(breaking, desk.signed("d-1", large), large);
            var second = desk.send(desk.signed("d-1", large), large);

            var why = "call " + at + (afterwards ? " answered to nobody" : " not made");
            assertThat(first.status()).as(why).isEqualTo(500);
            assertThat(Json.parse(first.body()).at("incident").textOr(""))
                    .as(why)
                    .isEqualTo("incident-1");
            assertThat(second.status()).as(why).isEqualTo(200);
            assertThat(desk.waiting()).as(why).hasSize(1);
            assertThat(desk.files).as(why).hasSize(1);
            assertThat(desk.arrival("d-1")).as(why).isPresent();
        }

        assertThat(calls).isGreaterThanOrEqualTo(7);
    }

    private static int callsFor(byte[] body) {
        var desk = new Hooks();
        var counting = new Breaking(0, false);
        assertThat(desk.send(counting, desk.signed("d-1", body), body).status()).isEqualTo(200);
        return counting.calls();
    }

    @Test
    void a_bus_that_does_not_take_the_hint_changes_nothing() {
        var keeper = new Keeper(
                hooks.stores.inbound(),
                hooks.stores.items(),
                () -> {
                    throw new AssertionError("no file is needed");
                },
                _ -> false);
        var channel =
                hooks.stores.channels().find(hooks.workspace, hooks.channel).orElseThrow();
        var raw = new dev.parvis.domain.networks.ReceivesWebhooks.Raw(Map.of(), comment, hooks.clock.instant());
        var item = dev.parvis.domain.Fixtures.item(hooks.workspace, "n-1", "Bonjour", hooks.clock.instant());

        var answer = keeper.keep(channel, raw, "d-1", List.of(item));

        assertThat(answer).isEqualTo(new Deliveries.Answer.Taken(false, 1));
        assertThat(hooks.waiting()).hasSize(1);
    }

    @Test
    void slacks_handshake_is_answered_when_it_is_signed_and_only_then() {
        var slack = hooks.channel(
                dev.parvis.networks.slack.Slack.ID,
                Map.of(dev.parvis.networks.slack.Slack.SECRET, "8f742231b10e8888abcd99yyyzzz85a5"));
        var body = "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1aB\"}".getBytes(StandardCharsets.UTF_8);
        var timestamp = Long.toString(hooks.clock.instant().getEpochSecond());
        var router = hooks.router(new Breaking(0, false));
        var path = "/hooks/" + hooks.workspace + "/" + slack;
        var signature = "v0="
                + new Hmac(new Secret("8f742231b10e8888abcd99yyyzzz85a5")
                                .reveal()
                                .getBytes(StandardCharsets.UTF_8))
                        .hex(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8), body);

        var right = Hooks.to(
                router, path, Map.of("x-slack-request-timestamp", timestamp, "x-slack-signature", signature), body);
        var wrong = Hooks.to(
                router,
                path,
                Map.of("x-slack-request-timestamp", timestamp, "x-slack-signature", "v0=" + "0".repeat(64)),
                body);

        assertThat(right.status()).isEqualTo(200);
        assertThat(new String(right.body(), StandardCharsets.UTF_8)).contains("3eZbrw1aB");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(new String(wrong.body(), StandardCharsets.UTF_8)).doesNotContain("3eZbrw1aB");
    }
}
