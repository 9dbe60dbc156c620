package dev.parvis.functions.api;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Threads, first comments, polls, videos, labels, and what single networks say otherwise. */
class PartsAndVariantsTest {
    private static final ChannelId TERSE = new ChannelId("01KAJ3T5C1H6N8P3Q9R2S4T7V1");
    private static final MediaId VIDEO = new MediaId("01KAJ4A9M2D5E8F1G3H6J0K4N8");
    private static final MediaId ELSEWHERE = new MediaId("01KAJ4A9M2D5E8F1G3H6J0K4N9");

    private final Desk desk = Desk.settled();

    @BeforeEach
    void a_second_network_and_a_video() {
        desk.sample.channel(
                TERSE, new NetworkId("terse"), "court", new Credential(java.util.Map.of("token", "s3cr3t")));
        media(VIDEO, Sample.BRAND, "video/mp4");
        desk.sample.brand(Sample.WORKSPACE, new BrandId("01KAJ3S0B4F9K2D7G5H8J1M3N7"));
        media(ELSEWHERE, new BrandId("01KAJ3S0B4F9K2D7G5H8J1M3N7"), "image/jpeg");
    }

    private void media(MediaId id, BrandId brand, String type) {
        desk.stores.media().create(new Media(Sample.WORKSPACE, id, brand, "fichier", type, 10, "", Sample.NOW, 1));
    }

    private static Json.Obj post() {
        return Json.obj("brand", Sample.BRAND.value(), "text", "Nouveau", "channels", List.of(Sample.CHANNEL.value()));
    }

    private Response create(Json body) {
        return desk.as(Sample.WRITER).post(Desk.path("/posts"), body);
    }

    private Response change(Json made, Json.Obj body) {
        return desk.as(Sample.WRITER)
                .with("If-Match", "\"" + made.at("version") + "\"")
                .patch(Desk.path("/posts/" + made.at("id").textOr("")), body);
    }

    private static Json.Obj image(MediaId id) {
        return Json.obj("media", id.value(), "alt", "La vitrine");
    }

    private static Json.Obj whole() {
        return post().with(
                        "thread",
                        List.of(Json.obj("text", "Deux"), Json.obj("text", "", "images", List.of(image(Sample.MEDIA)))))
                .with("firstComment", Json.obj("text", "#helios"))
                .with("poll", Json.obj("options", List.of("Oui", "Non"), "openMinutes", 60, "multiple", true))
                .with("labels", Json.obj("theme", "Carte"))
                .with(
                        "variants",
                        Json.obj("terse", Json.obj("text", "Court", "images", List.of(), "thread", List.of())));
    }

    @Test
    void what_is_typed_is_shown_in_the_same_fields() {
        var made = Answers.ok(create(whole()), 201);

        assertThat(made.at("thread").items()).hasSize(2);
        assertThat(made.at("thread", 1, "images", 0, "media").textOr("")).isEqualTo(Sample.MEDIA.value());
        assertThat(made.at("firstComment", "text").textOr("")).isEqualTo("#helios");
        assertThat(made.at("poll"))
                .isEqualTo(Json.obj("options", List.of("Oui", "Non"), "openMinutes", 60, "multiple", true));
        assertThat(made.at("labels")).isEqualTo(Json.obj("theme", "Carte", "campaign", "", "objective", ""));
        assertThat(made.at("variants"))
                .isEqualTo(Json.obj("terse", Json.obj("text", "Court", "images", List.of(), "thread", List.of())));
        assertThat(made.at("targets", 0, "partsInAll").whole()).contains(4L);
        assertThat(made.at("targets", 0, "parts").items()).isEmpty();
    }

    @Test
    void a_change_keeps_what_it_does_not_name_and_null_takes_back() {
        var made = Answers.ok(create(whole()), 201);

        var kept = Answers.ok(change(made, Json.obj("text", "Neuf", "labels", Json.obj("campaign", "Hiver"))), 200);
        var without = Answers.ok(
                change(
                        kept,
                        Json.obj(
                                "poll",
                                null,
                                "firstComment",
                                null,
                                "thread",
                                List.of(),
                                "variants",
                                Json.obj("terse", null))),
                200);

        assertThat(kept.at("thread")).isEqualTo(made.at("thread"));
        assertThat(kept.at("poll")).isEqualTo(made.at("poll"));
        assertThat(kept.at("variants")).isEqualTo(made.at("variants"));
        assertThat(kept.at("labels")).isEqualTo(Json.obj("theme", "Carte", "campaign", "Hiver", "objective", ""));
        assertThat(without.fields()).doesNotContainKeys("poll", "firstComment");
        assertThat(without.at("thread").items()).isEmpty();
        assertThat(without.at("variants")).isEqualTo(Json.obj());
        assertThat(without.at("text").textOr("")).isEqualTo("Neuf");
        assertThat(without.at("labels")).isEqualTo(kept.at("labels"));
    }

    @Test
    void labels_alone_make_no_revision() {
        var made = Answers.ok(create(whole()), 201);

        var labelled = Answers.ok(change(made, Json.obj("labels", Json.obj("objective", "Notoriété"))), 200);

        assertThat(labelled.at("revision")).isEqualTo(made.at("revision"));
        assertThat(labelled.at("labels", "objective").textOr("")).isEqualTo("Notoriété");
    }

    @Test
    void what_a_network_refuses_is_said_where_it_was_typed() {
        var both = List.of(Sample.CHANNEL.value(), TERSE.value());
        var long21 = "x".repeat(21);

        assertThat(Answers.field(create(post().with("channels", both).with("text", long21)), "/text", "text_too_long"))
                .contains("terse court");
        Answers.field(
                create(post().with("channels", both).with("variants", Json.obj("terse", Json.obj("text", long21)))),
                "/variants/terse/text",
                "text_too_long");
        Answers.field(
                create(post().with("channels", both).with("thread", List.of(Json.obj("text", "Deux")))),
                "/thread",
                "no_threads");
        Answers.field(
                create(post().with("thread", List.of(Json.obj("text", "Deux"), Json.obj("text", "x".repeat(501))))),
                "/thread/1/text",
                "text_too_long");
        Answers.field(
                create(post().with("firstComment", Json.obj("text", "x".repeat(501)))),
                "/firstComment/text",
                "text_too_long");
        Answers.field(
                create(post().with("poll", Json.obj("options", List.of("a", "b"), "openMinutes", 1))),
                "/poll/openMinutes",
                "poll_time");
        assertThat(create(post().with("channels", both)
                                .with("thread", List.of(Json.obj("text", "Deux")))
                                .with("variants", Json.obj("terse", Json.obj("thread", List.of()))))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void media_of_every_part_and_variant_must_be_the_brands_and_of_its_kind() {
        Answers.field(
                create(post().with("thread", List.of(Json.obj("images", List.of(image(ELSEWHERE)))))),
                "/thread/0/images/0/media",
                "not_found");
        Answers.field(
                create(post().with("variants", Json.obj("terse", Json.obj("images", List.of(image(ELSEWHERE)))))),
                "/variants/terse/images/0/media",
                "not_found");
        Answers.field(create(post().with("video", image(Sample.MEDIA))), "/video/media", "wrong_kind");
        Answers.field(create(post().with("images", List.of(image(VIDEO)))), "/images/0/media", "wrong_kind");
        assertThat(create(post().with("video", image(VIDEO))).status()).isEqualTo(201);
    }

    @Test
    void nonsense_is_refused_by_its_field() {
        Answers.field(
                create(post().with("variants", Json.obj("myspace", Json.obj("text", "x")))),
                "/variants/myspace",
                "not_found");
        Answers.field(
                create(post().with("variants", Json.obj("A/B", Json.obj("text", "x")))), "/variants/A~1B", "not_found");
        Answers.field(
                create(post().with("variants", Json.obj("terse", Json.obj("txt", "x")))),
                "/variants/terse/txt",
                "unknown_field");
        Answers.field(create(post().with("thread", List.of(Json.obj("text", " ")))), "/thread/0/text", "required");
        Answers.field(
                create(post().with("thread", java.util.Collections.nCopies(25, Json.obj("text", "x")))),
                "/thread",
                "too_many");
        Answers.field(
                create(post().with("poll", Json.obj("options", List.of("a"), "openMinutes", 60))),
                "/poll/options",
                "too_few");
        Answers.field(
                create(post().with("poll", Json.obj("options", List.of("a", "a"), "openMinutes", 60))),
                "/poll/options",
                "not_allowed");
        Answers.field(
                create(post().with("channels", List.of())
                        .with("thread", java.util.Collections.nCopies(13, Json.obj("text", "é".repeat(10_000))))),
                "/text",
                "too_large");
    }

    @Test
    void the_rest_of_a_target_that_stopped_half_way_can_be_wanted() {
        desk.uploaded();
        var made = Answers.ok(
                create(whole().with("schedule", Json.obj("at", "2026-11-21T11:00", "zone", "Europe/Paris"))), 201);
        var first = stopped(made);
        var read = Answers.ok(
                desk.as(Sample.READER).get(Desk.path("/posts/" + made.at("id").textOr(""))), 200);

        assertThat(read.at("targets", 0, "parts", 0, "url").textOr("")).isEqualTo(first.url());
        var path = Desk.path("/posts/" + made.at("id").textOr("") + "/targets/" + Sample.CHANNEL + "/sighting");
        var writer = desk.as(Sample.WRITER).with("If-Match", "\"" + read.at("version") + "\"");
        Answers.field(writer.post(path, Json.obj("rest", true, "out", false)), "/rest", "not_allowed");
        Answers.field(writer.post(path, Json.obj()), "/out", "required");
        Answers.refused(writer.post(path, Json.obj("out", false)), Problem.Code.CONFLICT);
        var wanted = Answers.ok(writer.post(path, Json.obj("rest", true)), 200);

        assertThat(wanted.at("targets", 0, "state").textOr("")).isEqualTo("retry_at");
        assertThat(wanted.at("targets", 0, "parts").items()).hasSize(1);
    }

    /** Its first part is out, and the network has refused the second. */
    private Publication stopped(Json made) {
        var at = Instant.parse("2026-11-21T10:00:00Z");
        var out = new Publication("p-1", Desk.SERVER + "/helios/p-1", at, false);
        desk.clock.set(at);
        var claim = desk.stores.agenda().claim(dev.parvis.domain.agenda.Kind.TARGET, at, 10).claims().stream()
                .filter(each -> each.work().post().value().equals(made.at("id").textOr("")))
                .findFirst()
                .orElseThrow();
        var failed = claim.work().following(out).without(TargetState.FAILED, "it was refused");
        desk.stores.agenda().finish(claim, failed, dev.parvis.domain.agenda.Next.never());
        return out;
    }
}
