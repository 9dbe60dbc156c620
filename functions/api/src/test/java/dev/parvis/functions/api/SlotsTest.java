package dev.parvis.functions.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Credential;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Slots at the desk. The sample's channel has Monday 09:00 and Thursday 18:30; now is a Saturday. */
class SlotsTest {
    private static final String SLOTS = Desk.path("/channels/" + Sample.CHANNEL + "/slots");
    private static final ChannelId SECOND = new ChannelId("01KAJ3T5C1H6N8P3Q9R2S4T7V1");

    private final Desk desk = Desk.settled();

    private static Json.Obj post() {
        return Json.obj(
                "brand",
                Sample.BRAND.value(),
                "text",
                "Bonjour",
                "channels",
                List.of(Sample.CHANNEL.value()),
                "confirmed",
                List.of("said_before"),
                "schedule",
                Json.obj("nextSlot", true));
    }

    private Response create(Json body) {
        return desk.as(Sample.WRITER).post(Desk.path("/posts"), body);
    }

    private static String instant(Json post) {
        return post.at("schedule", "instant").textOr("");
    }

    private List<String> free(int limit) {
        var answer = Answers.ok(desk.as(Sample.READER).get(SLOTS + "/free?limit=" + limit), 200);
        return answer.at("items").items().stream()
                .map(item -> item.at("instant").textOr(""))
                .toList();
    }

    @Test
    void a_post_takes_the_next_free_slot_and_the_one_after_it_the_one_after() {
        assertThat(instant(Answers.ok(create(post()), 201))).isEqualTo("2026-11-23T08:00:00.000Z");
        assertThat(instant(Answers.ok(create(post()), 201))).isEqualTo("2026-11-26T17:30:00.000Z");
        assertThat(free(2)).containsExactly("2026-11-30T08:00:00.000Z", "2026-12-03T17:30:00.000Z");
    }

    @Test
    void a_post_typed_at_a_slots_time_takes_it_too() {
        Answers.ok(create(post().with("schedule", Json.obj("at", "2026-11-23T09:00"))), 201);

        assertThat(instant(Answers.ok(create(post()), 201))).isEqualTo("2026-11-26T17:30:00.000Z");
    }

    @Test
    void a_draft_is_moved_to_the_next_slot_and_moved_away_it_leaves_it_free() {
        var made = Answers.ok(create(post().with("schedule", Json.absent())), 201);
        var path = Desk.path("/posts/" + made.at("id").textOr(""));
        var writer = desk.as(Sample.WRITER);

        var placed = writer.with("if-match", "\"1\"").patch(path, Json.obj("schedule", Json.obj("nextSlot", true)));
        assertThat(instant(Answers.ok(placed, 200))).isEqualTo("2026-11-23T08:00:00.000Z");
        assertThat(free(1)).containsExactly("2026-11-26T17:30:00.000Z");

        var same = writer.with("if-match", "\"2\"").patch(path, Json.obj("schedule", Json.obj("nextSlot", true)));
        assertThat(instant(Answers.ok(same, 200)))
                .as("its own slot is free to it")
                .isEqualTo("2026-11-23T08:00:00.000Z");

        var away =
                writer.with("if-match", "\"3\"").patch(path, Json.obj("schedule", Json.obj("at", "2026-11-23T10:00")));
        assertThat(away.status()).isEqualTo(200);
        assertThat(free(1)).containsExactly("2026-11-23T08:00:00.000Z");
    }

    @Test
    void a_repeated_request_takes_no_second_slot() {
        var call = desk.as(Sample.WRITER).with("idempotency-key", "k-1");

        var first = Answers.ok(call.post(Desk.path("/posts"), post()), 201);
        var again = Answers.ok(call.post(Desk.path("/posts"), post()), 201);

        assertThat(again).isEqualTo(first);
        assertThat(free(1)).containsExactly("2026-11-26T17:30:00.000Z");
    }

    @Test
    void what_a_slot_cannot_be_taken_for_is_refused_precisely() {
        desk.sample.channel(SECOND, Sample.SANDBOX, "second", new Credential(java.util.Map.of("token", "t")));

        Answers.field(create(post().with("channels", List.of())), "/channels", "required");
        Answers.field(create(post().with("channels", List.of(SECOND.value()))), "/schedule/nextSlot", "no_slots");
        Answers.field(
                create(post().with("schedule", Json.obj("nextSlot", true, "at", "2026-12-01T09:00"))),
                "/schedule/nextSlot",
                "not_allowed");
        Answers.field(create(post().with("schedule", Json.obj("nextSlot", false))), "/schedule/at", "required");
        Answers.field(
                create(post().with("schedule", Json.obj("nextSlot", "yes", "at", "2026-12-01T09:00"))),
                "/schedule/nextSlot",
                "wrong_type");
        IntStream.range(0, 17).forEach(i -> Answers.ok(create(post()), 201));
        Answers.field(create(post()), "/schedule/nextSlot", "none_free");
        assertThat(free(1)).isEmpty();
    }

    @Test
    void many_who_ask_at_once_get_a_slot_each() throws Exception {
        var instants = new ArrayList<String>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 8)
                    .<Callable<Response>>mapToObj(i -> () -> create(post()))
                    .toList();
            for (var answer : pool.invokeAll(asked)) {
                instants.add(instant(Answers.ok(answer.get(), 201)));
            }
        }

        assertThat(instants).doesNotHaveDuplicates().contains("2026-11-23T08:00:00.000Z");
    }

    @Test
    void slots_are_replaced_in_the_order_of_the_week() {
        var slots = List.of(
                Json.obj("day", "sunday", "time", "02:30"),
                Json.obj("day", "tuesday", "time", "23:59"),
                Json.obj("day", "sunday", "time", "02:30"));

        var now =
                Answers.ok(desk.as(Sample.MANAGER).with("if-match", "\"1\"").put(SLOTS, Json.obj("slots", slots)), 200);

        assertThat(now.at("slots").items())
                .containsExactly(
                        Json.obj("day", "tuesday", "time", "23:59"), Json.obj("day", "sunday", "time", "02:30"));
        assertThat(now.at("zone").textOr("")).isEqualTo("Europe/Paris");
        assertThat(Answers.ok(desk.as(Sample.READER).get(SLOTS), 200)).isEqualTo(now);
    }

    @Test
    void slots_that_are_none_are_refused_by_their_place() {
        var manager = desk.as(Sample.MANAGER).with("if-match", "\"1\"");

        Answers.field(manager.put(SLOTS, Json.obj()), "/slots", "required");
        for (var time : List.of("24:00", "9:00", "09:60", "09:00:30", "nine")) {
            var body = Json.obj("slots", List.of(Json.obj("day", "monday", "time", time)));
            Answers.field(manager.put(SLOTS, body), "/slots/0/time", "malformed");
        }
        var day = Json.obj("slots", List.of(Json.obj("day", "lundi", "time", "09:00")));
        Answers.field(manager.put(SLOTS, day), "/slots/0/day", "not_allowed");
        var many = IntStream.range(0, 51)
                .mapToObj(i -> Json.obj("day", "monday", "time", "10:%02d".formatted(i)))
                .toList();
        Answers.field(manager.put(SLOTS, Json.obj("slots", many)), "/slots", "too_many");
        Answers.refused(desk.as(Sample.READER).get(SLOTS + "/free?limit=0"), Problem.Code.INVALID_REQUEST);
    }
}
