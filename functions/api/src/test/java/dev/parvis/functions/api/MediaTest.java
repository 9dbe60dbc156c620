package dev.parvis.functions.api;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.brands.Approving.Policy;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** The library at the desk. Now is Saturday 2026-11-21, and the sample's brand lives in Paris. */
class MediaTest {
    private static final String ALL = Desk.path("/media");
    private static final String ONE = ALL + "/" + Sample.MEDIA;
    private static final String KEY = "w/" + Sample.WORKSPACE + "/media/" + Sample.MEDIA;

    private final Desk desk = Desk.settled();

    private Desk.Call writer() {
        return desk.as(Sample.WRITER);
    }

    private static Json.Obj post(String at) {
        return Json.obj(
                "brand",
                Sample.BRAND.value(),
                "text",
                "La vitrine",
                "images",
                List.of(Json.obj("media", Sample.MEDIA.value(), "alt", "Une vitrine")),
                "channels",
                List.of(Sample.CHANNEL.value()),
                "confirmed",
                List.of("said_before"),
                "schedule",
                Json.obj("at", at));
    }

    private Response create(Json post) {
        return writer().post(Desk.path("/posts"), post);
    }

    private Json describe(Json change) {
        var version = Answers.ok(writer().get(ONE), 200).at("version").whole().orElseThrow();
        return Answers.ok(writer().with("if-match", "\"" + version + "\"").patch(ONE, change), 200);
    }

    private Json until(String day) {
        return describe(Json.obj("rights", Json.obj("credit", "© Marie Curie", "until", day)));
    }

    @Test
    void rights_are_kept_with_the_instant_at_which_they_end_in_the_brands_zone() {
        var rights = until("2026-12-31").at("rights");

        assertThat(rights.at("credit").text()).contains("© Marie Curie");
        assertThat(rights.at("zone").text()).contains("Europe/Paris");
        assertThat(rights.at("endsAt").text()).contains("2026-12-31T23:00:00.000Z");
        assertThat(describe(Json.obj("alt", "Autre")).at("rights")).isEqualTo(rights);
        assertThat(describe(Json.obj("rights", Json.obj("credit", "© Pierre")))
                        .at("rights", "until")
                        .isMissing())
                .isTrue();
    }

    @Test
    void what_cannot_be_rights_is_refused_field_by_field() {
        refused(Json.obj("rights", Json.obj("until", "31/12/2026")), "/rights/until", "not_a_date");
        refused(Json.obj("rights", Json.obj("until", "2026-12-31", "zone", "+01:00")), "/rights/zone", "unknown_zone");
        refused(Json.obj("rights", Json.obj("zone", "Europe/Paris")), "/rights/zone", "not_allowed");
        refused(Json.obj("rights", Json.obj("source", "javascript:alert(1)")), "/rights/source", "malformed");
        refused(Json.obj("rights", Json.obj("owner", "x")), "/rights/owner", "unknown_field");
        refused(Json.obj("focus", Json.obj("x", 1.5, "y", 0)), "/focus/x", "malformed");
        refused(Json.obj("focus", Json.obj("x", 1)), "/focus/y", "malformed");
    }

    private void refused(Json change, String pointer, String code) {
        Answers.field(writer().with("if-match", "\"1\"").patch(ONE, change), pointer, code);
    }

    @Test
    void a_post_is_not_scheduled_after_the_last_day_of_what_it_shows() {
        desk.uploaded();
        until("2026-12-01");

        Answers.ok(create(post("2026-12-01T23:59:59")), 201);
        var detail = Answers.field(create(post("2026-12-02T00:00")), "/images/0/media", "media.rights_expired");

        assertThat(detail)
                .isEqualTo(
                        "images/0/media must name media whose rights hold when the post is due; those of “vitrine.jpg”"
                                + " (media " + Sample.MEDIA + ") end with 2026-12-01.");
    }

    @Test
    void a_post_is_not_moved_behind_the_last_day_nor_put_into_a_slot_there() {
        desk.uploaded();
        until("2026-11-22");
        var draft = Answers.ok(create(post("2026-11-22T12:00").with("schedule", Json.absent())), 201);
        var path = Desk.path("/posts/" + draft.at("id").textOr(""));
        var tagged = writer().with("if-match", "\"1\"");

        Answers.field(
                tagged.patch(path, Json.obj("schedule", Json.obj("at", "2026-11-23T09:00"))),
                "/images/0/media",
                "media.rights_expired");
        Answers.field(
                tagged.patch(path, Json.obj("schedule", Json.obj("nextSlot", true))),
                "/images/0/media",
                "media.rights_expired");
        Answers.ok(tagged.patch(path, Json.obj("schedule", Json.obj("at", "2026-11-22T09:00"))), 200);
    }

    @Test
    void a_series_does_not_begin_after_the_last_day() {
        until("2026-11-22");
        var series = Json.obj(
                "rule",
                "FREQ=WEEKLY",
                "first",
                "2026-11-23T09:00",
                "text",
                "Bonjour",
                "images",
                List.of(Json.obj("media", Sample.MEDIA.value())),
                "channels",
                List.of(Sample.CHANNEL.value()));

        Answers.field(
                writer().post(Desk.path("/brands/" + Sample.BRAND + "/series"), series),
                "/images/0/media",
                "media.rights_expired");
    }

    @Test
    void whoever_ends_rights_earlier_is_told_which_posts_will_fail() {
        desk.uploaded();
        until("2026-12-31");
        var late = Answers.ok(create(post("2026-12-24T09:00")), 201);
        Answers.ok(create(post("2026-12-01T09:00")), 201);

        var orphans = until("2026-12-20").at("outOfRights");

        assertThat(orphans.items()).singleElement().satisfies(orphan -> {
            assertThat(orphan.at("post")).isEqualTo(late.at("id"));
            assertThat(orphan.at("dueAt").text()).contains("2026-12-24T08:00:00.000Z");
        });
        assertThat(describe(Json.obj("alt", "x")).at("outOfRights").isMissing()).isTrue();
    }

    @Test
    void those_whose_rights_end_are_listed_before_they_do() {
        until("2026-12-31");

        assertThat(listed("&expiringBefore=2027-01-01")).containsExactly(Sample.MEDIA.value());
        assertThat(listed("&expiringBefore=2026-12-31")).isEmpty();
        Answers.refused(
                desk.as(Sample.READER).get(ALL + "?brand=" + Sample.BRAND + "&expiringBefore=soon"),
                Problem.Code.INVALID_REQUEST);
    }

    private List<String> listed(String narrowing) {
        return Answers.ok(desk.as(Sample.READER).get(ALL + "?brand=" + Sample.BRAND + narrowing), 200)
                .at("items")
                .items()
                .stream()
                .map(item -> item.at("id").textOr(""))
                .toList();
    }

    @Test
    void where_a_media_is_used_is_told_as_the_posts_stand() {
        desk.uploaded();
        var draft = Answers.ok(create(post("").with("schedule", Json.absent())), 201);
        var moved = Answers.ok(create(post("2026-12-01T09:00")), 201);
        var gone = Answers.ok(create(post("2026-12-02T09:00")), 201);
        var path = Desk.path("/posts/");
        var tagged = writer().with("if-match", "\"1\"");
        Answers.ok(
                tagged.patch(
                        path + moved.at("id").textOr(""), Json.obj("schedule", Json.obj("at", "2026-12-03T09:00"))),
                200);
        assertThat(tagged.delete(path + gone.at("id").textOr("")).status()).isEqualTo(204);

        var uses = Answers.ok(desk.as(Sample.READER).get(ONE + "/uses"), 200)
                .at("items")
                .items();

        assertThat(uses).extracting(use -> use.at("post")).containsExactly(draft.at("id"), moved.at("id"));
        assertThat(uses)
                .extracting(use -> use.at("waits").truth().orElseThrow())
                .containsExactly(false, true);
        assertThat(uses.get(1).at("dueAt").text()).contains("2026-12-03T08:00:00.000Z");
    }

    @Test
    void what_a_scheduled_post_needs_is_deleted_only_knowingly() {
        var early = post("2026-12-01T09:00").with("confirmed", List.of("media_not_uploaded"));
        var post = Answers.ok(create(early), 201).at("id").textOr("");
        desk.files.create(KEY, "image/jpeg", Sample.file());
        var tagged = writer().with("if-match", "\"1\"");

        var refused = Answers.refused(tagged.delete(ONE), Problem.Code.CONFLICT);

        assertThat(refused.at("detail").textOr("")).contains("post " + post);
        assertThat(desk.files.look(KEY)).isPresent();
        assertThat(tagged.delete(ONE + "?used=anyway").status()).isEqualTo(204);
        assertThat(desk.files.look(KEY)).isEmpty();
    }

    @Test
    void a_deletion_that_died_half_way_is_ended_by_whoever_asks_again() {
        desk.files.create(KEY, "image/jpeg", Sample.file());
        var tagged = writer().with("if-match", "\"1\"");
        assertThat(writer().with("if-match", "\"2\"").delete(ONE).status()).isEqualTo(412);
        assertThat(desk.files.look(KEY)).isPresent();

        // What a death after the first of its two steps leaves.
        desk.files.erase(KEY);

        assertThat(tagged.delete(ONE).status()).isEqualTo(204);
        Answers.refused(writer().get(ONE), Problem.Code.NOT_FOUND);
    }

    @Test
    void what_a_series_goes_on_to_show_is_deleted_only_knowingly() {
        desk.uploaded();
        var series = Json.obj(
                "rule",
                "FREQ=MONTHLY",
                "first",
                "2027-01-23T09:00",
                "text",
                "Bonjour",
                "images",
                List.of(Json.obj("media", Sample.MEDIA.value())),
                "channels",
                List.of(Sample.CHANNEL.value()));
        var made = Answers.ok(writer().post(Desk.path("/brands/" + Sample.BRAND + "/series"), series), 201);

        var refused = Answers.refused(writer().with("if-match", "\"1\"").delete(ONE), Problem.Code.CONFLICT);

        assertThat(refused.at("detail").textOr(""))
                .contains("series " + made.at("id").textOr(""));
    }

    @Test
    void a_draft_does_not_keep_what_it_shows() {
        Answers.ok(create(post("").with("schedule", Json.absent())), 201);

        assertThat(writer().with("if-match", "\"1\"").delete(ONE).status()).isEqualTo(204);
    }

    @Test
    void an_upload_is_looked_at_when_it_is_over_and_only_then() {
        Answers.refused(writer().post(ONE + "/complete", Json.obj()), Problem.Code.CONFLICT);
        desk.files.create(KEY, "image/jpeg", Sample.file());

        var found = Answers.ok(writer().post(ONE + "/complete", Json.obj()), 200);

        assertThat(found.at("file", "width").whole()).contains(16L);
        assertThat(found.at("file", "height").whole()).contains(12L);
        assertThat(found.at("version").whole()).contains(2L);
        assertThat(Answers.ok(writer().post(ONE + "/complete", Json.obj()), 200))
                .isEqualTo(found);
        assertThat(Answers.ok(writer().post(ONE + "/upload", Json.obj()), 200)
                        .at("upload")
                        .isMissing())
                .as("nothing is uploaded over it")
                .isTrue();
    }

    @Test
    void a_file_that_lies_is_thrown_away_with_words_for_a_person_and_may_be_replaced() {
        var lie = new byte[48_213];
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, lie, 0, 8);
        desk.files.create(KEY, "image/jpeg", lie);

        var answer = writer().post(ONE + "/complete", Json.obj());

        assertThat(Answers.field(answer, "", "media.not_an_image"))
                .contains("thrown away")
                .contains("not a JPEG");
        assertThat(desk.files.look(KEY)).isEmpty();
        desk.files.create(KEY, "image/jpeg", Sample.file());
        Answers.ok(writer().post(ONE + "/complete", Json.obj()), 200);
    }

    @Test
    void a_file_of_another_length_than_declared_is_thrown_away() {
        desk.files.create(KEY, "image/jpeg", java.util.Arrays.copyOf(Sample.file(), 48_214));

        var detail = Answers.field(writer().post(ONE + "/complete", Json.obj()), "", "media.length");

        assertThat(detail).contains("declared to have 48213 bytes and has 48214");
        assertThat(desk.files.look(KEY)).isEmpty();
    }

    @Test
    void a_post_that_shows_a_file_that_lies_is_refused() {
        desk.files.create(KEY, "image/jpeg", new byte[48_213]);

        var detail = Answers.field(create(post("2026-12-01T09:00")), "/images/0/media", "media.not_an_image");

        assertThat(detail).contains("“vitrine.jpg”");
    }

    @Test
    void a_post_binds_what_it_shows_to_the_bytes_that_are_there() {
        desk.files.create(KEY, "image/jpeg", Sample.file());

        Answers.ok(create(post("2026-12-01T09:00")), 201);

        assertThat(Answers.ok(writer().get(ONE), 200).at("file", "sha256").text())
                .isPresent();
    }

    @Test
    void a_private_address_is_not_imported_from() {
        var from = Json.obj("brand", Sample.BRAND.value(), "name", "a.png", "from", "http://169.254.169.254/x.png");

        Answers.field(writer().post(ALL, from), "/from", "never_called");
        Answers.field(writer().post(ALL, from.with("from", "file:///etc/passwd")), "/from", "malformed");
        Answers.field(
                writer().post(
                                ALL,
                                from.with("from", "https://agence.example/a.png")
                                        .with("type", "image/png")),
                "/type",
                "unknown_field");
        assertThat(listed("")).containsExactly(Sample.MEDIA.value());
    }

    @Test
    void a_video_may_be_larger_than_an_image() {
        var video = Json.obj("brand", Sample.BRAND.value(), "name", "a.mp4", "type", "video/mp4", "bytes", 300_000_000);

        Answers.ok(writer().post(ALL, video), 201);
        Answers.field(writer().post(ALL, video.with("bytes", 300_000_001)), "/bytes", "too_large");
    }

    @Test
    void a_video_over_a_networks_limit_is_told_at_the_preview_and_refused_at_creation() {
        var large = Json.obj("brand", Sample.BRAND.value(), "name", "a.mp4", "type", "video/mp4", "bytes", 40_000_001);
        var film = Answers.ok(writer().post(ALL, large), 201).at("id").textOr("");
        var post = Json.obj(
                "brand",
                Sample.BRAND.value(),
                "text",
                "Le film",
                "video",
                Json.obj("media", film),
                "channels",
                List.of(Sample.CHANNEL.value()));

        var verdict = Answers.ok(writer().post(Desk.path("/posts/preview"), post), 200)
                .at("items", 0, "violations", 0);

        assertThat(verdict.at("pointer").text()).contains("/video");
        assertThat(verdict.at("code").text()).contains("video_too_large");
        assertThat(verdict.at("detail").text()).contains("“a.mp4” has 41 MB; taken are 40 MB");
        Answers.field(create(post), "/video", "video_too_large");
    }

    @Test
    void a_webp_is_told_where_it_is_not_taken() {
        var webP = Json.obj("brand", Sample.BRAND.value(), "name", "a.webp", "type", "image/webp", "bytes", 400);
        var image = Answers.ok(writer().post(ALL, webP), 201).at("id").textOr("");

        var detail = Answers.field(
                create(post("2026-12-01T09:00").with("images", List.of(Json.obj("media", image)))),
                "/images/0",
                "image_type");

        assertThat(detail).contains("upload it as JPEG or PNG");
    }

    @Test
    void the_sizes_of_an_image_are_made_once_shown_by_links_and_erased_with_it() {
        var png = png(30, 20);
        var order = Json.obj("brand", Sample.BRAND.value(), "name", "a.png", "type", "image/png", "bytes", png.length);
        var media =
                ALL + "/" + Answers.ok(writer().post(ALL, order), 201).at("id").textOr("");
        var key = media.replace("/v1/workspaces/", "w/");
        Answers.refused(writer().post(media + "/renditions", Json.obj()), Problem.Code.CONFLICT);
        desk.files.create(key, "image/png", png);

        var before = Answers.ok(desk.as(Sample.READER).get(media + "/renditions?network=sandbox"), 200);
        var made = Answers.ok(writer().post(media + "/renditions?network=sandbox", Json.obj()), 200);
        var after = Answers.ok(desk.as(Sample.READER).get(media + "/renditions"), 200);

        assertThat(before.at("items", 0, "made").truth()).contains(false);
        assertThat(made.at("items", 0, "needed").truth())
                .as("a PNG where only JPEG is taken")
                .contains(true);
        assertThat(made.at("items", 0, "made").truth()).contains(true);
        assertThat(made.at("items", 0, "type").text()).contains("image/jpeg");
        assertThat(after.at("items", 0, "width").whole()).contains(30L);
        assertThat(after.at("items", 0, "height").whole()).contains(20L);
        assertThat(after.at("items", 0, "url").textOr("")).contains(key + ".");
        assertThat(desk.files.keys(key)).hasSize(2);
        var version = Answers.ok(writer().get(media), 200).at("version").whole().orElseThrow();
        assertThat(writer().with("if-match", "\"" + version + "\"")
                        .delete(media)
                        .status())
                .isEqualTo(204);
        assertThat(desk.files.keys(key)).isEmpty();
    }

    @Test
    void an_image_that_fits_is_its_own_rendition() {
        desk.files.create(KEY, "image/jpeg", Sample.file());

        var items =
                Answers.ok(writer().post(ONE + "/renditions", Json.obj()), 200).at("items");

        assertThat(items.at(0, "needed").truth()).contains(false);
        assertThat(items.at(0, "url").textOr("")).contains(KEY + "?");
        assertThat(desk.files.keys(KEY)).containsExactly(KEY);
    }

    /** A PNG of the brand, where only JPEG is taken; its upload is over and nobody has looked at it. */
    private String uploaded(byte[] png) {
        var order = Json.obj("brand", Sample.BRAND.value(), "name", "a.png", "type", "image/png", "bytes", png.length);
        var media =
                ALL + "/" + Answers.ok(writer().post(ALL, order), 201).at("id").textOr("");
        desk.files.create(media.replace("/v1/workspaces/", "w/"), "image/png", png);
        return media;
    }

    @Test
    void the_sizes_that_channels_want_are_made_by_themselves_when_an_image_is_ready() {
        var media = uploaded(png(30, 20));

        var ready = Answers.ok(writer().post(media + "/complete", Json.obj()), 200);
        var shown = Answers.ok(desk.as(Sample.READER).get(media), 200).at("renditions");

        assertThat(ready.at("renditions")).isEqualTo(shown);
        assertThat(shown.items()).hasSize(1);
        assertThat(shown.at(0, "state").text()).contains("made");
        assertThat(shown.at(0, "network").text()).contains("sandbox");
        assertThat(shown.at(0, "type").text()).contains("image/jpeg");
        assertThat(shown.at(0, "width").whole()).contains(30L);
        assertThat(Answers.ok(desk.as(Sample.READER).get(media + "/renditions"), 200)
                        .at("items", 0, "state")
                        .text())
                .contains("made");
    }

    @Test
    void an_image_that_nobody_declared_ready_gets_its_sizes_when_a_post_shows_it() {
        var media = uploaded(png(30, 20));
        var id = media.substring(media.lastIndexOf('/') + 1);

        Answers.ok(
                create(post("2026-12-01T09:00").with("images", List.of(Json.obj("media", id, "alt", "Une vitrine")))),
                201);

        assertThat(Answers.ok(writer().get(media), 200).at("renditions").items())
                .hasSize(1);
    }

    @Test
    void another_focus_throws_away_what_was_made_around_the_first_and_makes_it_anew() {
        var media = uploaded(png(30, 20));
        var before = Answers.ok(writer().post(media + "/complete", Json.obj()), 200);
        var key = media.replace("/v1/workspaces/", "w/");
        desk.files.create(key + ".stale", "image/jpeg", new byte[3]);

        Answers.ok(
                writer().with("if-match", "\"" + before.at("version").whole().orElseThrow() + "\"")
                        .patch(media, Json.obj("focus", Json.obj("x", 0.5, "y", 0))),
                200);

        assertThat(desk.files.look(key + ".stale")).isEmpty();
        assertThat(Answers.ok(writer().get(media), 200)
                        .at("renditions", 0, "state")
                        .text())
                .contains("made");
    }

    @Test
    void the_focus_of_what_somebody_was_asked_to_approve_stays() {
        desk.stores.brands().change(desk.sample.asking(Policy.CLIENT));
        var media = uploaded(png(30, 20));
        var done = Answers.ok(writer().post(media + "/complete", Json.obj()), 200);
        var version = "\"" + done.at("version").whole().orElseThrow() + "\"";
        var id = media.substring(media.lastIndexOf('/') + 1);
        var images = List.of(Json.obj("media", id, "alt", "Une vitrine"));
        var post = Answers.ok(create(post("2026-12-01T09:00").with("images", images)), 201);

        var refused = Answers.refused(
                writer().with("if-match", version).patch(media, Json.obj("focus", Json.obj("x", 0.5, "y", 0))),
                Problem.Code.CONFLICT);

        assertThat(refused.at("detail").textOr("")).contains(post.at("id").textOr("?"));
        assertThat(Answers.ok(writer().get(media), 200).at("focus").isMissing()).isTrue();
        Answers.ok(writer().with("if-match", version).patch(media, Json.obj("name", "autre.png")), 200);
    }

    @Test
    void a_size_that_cannot_be_made_says_why() {
        var broken = png(30, 20);
        // Sound as far as its header goes; its pixels are not there.
        java.util.Arrays.fill(broken, 41, broken.length - 16, (byte) 0);
        var media = uploaded(broken);

        Answers.ok(writer().post(media + "/complete", Json.obj()), 200);

        var shown = Answers.ok(writer().get(media), 200).at("renditions", 0);
        assertThat(shown.at("state").text()).contains("impossible");
        assertThat(shown.at("problem", "detail").textOr("")).contains("damaged");
        assertThat(Answers.ok(writer().get(media + "/renditions"), 200)
                        .at("items", 0, "state")
                        .text())
                .contains("impossible");
    }

    private static byte[] png(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
