package dev.parvis.functions.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.notices.Sent;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What was sent to endpoints, and once more. */
class DeliveriesTest {
    private static final String PATH = "/endpoints/" + Sample.ENDPOINT;

    private final Desk desk = Desk.settled();

    private Sent sent(String event, Instant at, Sent.Outcome outcome) {
        var sent = Sent.first(
                        new Event(event, Event.Type.POST_FAILED, Sample.WORKSPACE, at, Map.of("post", "01P")),
                        Sample.ENDPOINT)
                .tried(new Sent.Try(at, "status 500"), outcome);
        desk.stores.sent().keep(sent);
        return sent;
    }

    private List<Delivery> onTheWay() {
        return desk.stores.agenda().claim(Kind.DELIVERY, desk.clock.instant(), 100).claims().stream()
                .map(Claim::work)
                .toList();
    }

    @Test
    void a_replay_goes_to_the_same_endpoint_with_the_same_event_and_asked_twice_goes_once() {
        var listed = Answers.ok(desk.as(Sample.MANAGER).get(Desk.path(PATH + "/deliveries")), 200);
        var id = listed.at("items", 0, "id").textOr("");

        var path = Desk.path(PATH + "/deliveries/" + id + "/replay");
        Answers.ok(desk.as(Sample.MANAGER).post(path, Json.obj()), 202);
        Answers.ok(desk.as(Sample.MANAGER).post(path, Json.obj()), 202);

        var delivery = onTheWay();
        assertThat(listed.at("items", 0, "tries", 0, "answer").textOr("")).isEqualTo("status 503");
        assertThat(delivery).hasSize(1);
        assertThat(delivery.getFirst().endpoint()).isEqualTo(Sample.ENDPOINT);
        assertThat(delivery.getFirst().event().id()).isEqualTo(Sample.POST + ".published");
    }

    @Test
    void all_that_failed_since_an_instant_is_sent_again_and_nothing_else() {
        var since = Sample.NOW.minus(Duration.ofHours(1));
        sent("old", since.minusMillis(1), Sent.Outcome.FAILED);
        sent("arrived", since, Sent.Outcome.ARRIVED);
        sent("still", since, Sent.Outcome.UNDER_WAY);
        sent("failed", since, Sent.Outcome.FAILED);

        var answer = Answers.ok(
                desk.as(Sample.MANAGER).post(Desk.path(PATH + "/replay"), Json.obj("since", since.toString())), 202);

        assertThat(answer).isEqualTo(Json.obj("replayed", 2, "more", false));
        assertThat(onTheWay())
                .extracting(delivery -> delivery.event().id())
                .containsExactlyInAnyOrder("failed", Sample.POST + ".published");
    }

    @Test
    void what_is_not_there_and_who_may_not() {
        var manager = desk.as(Sample.MANAGER);

        Answers.refused(manager.post(Desk.path(PATH + "/deliveries/1.x/replay"), Json.obj()), Problem.Code.NOT_FOUND);
        Answers.refused(
                manager.get(Desk.path("/endpoints/01KAJ4F1E3N5D7P9Q2R4S6T8V9/deliveries")), Problem.Code.NOT_FOUND);
        Answers.refused(desk.as(Sample.WRITER).get(Desk.path(PATH + "/deliveries")), Problem.Code.FORBIDDEN);
        Answers.field(manager.post(Desk.path(PATH + "/replay"), Json.obj()), "/since", "required");
    }
}
