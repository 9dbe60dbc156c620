package dev.parvis.functions.api;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.networks.Terms;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** An animated GIF, uploaded: nobody is surprised that it stands still. */
class StillPicturesTest {
    private static final Terms TALL =
            new Terms(Optional.of(new Terms.Shape(0.5, 1.0)), Optional.empty(), Optional.empty());

    private final Desk desk = Desk.settled();
    private MediaId moving = Sample.MEDIA;

    @BeforeEach
    void a_gif_is_uploaded() {
        moving = uploaded("chat.gif", animated(3));
        desk.sandbox.imageTypes = Set.of("image/jpeg", "image/gif");
    }

    private MediaId uploaded(String name, byte[] gif) {
        var id = new MediaId("01KAJ4A9M2D5E8F1G3H6J0" + (name.equals("chat.gif") ? "GF01" : "GF02"));
        var media =
                new Media(Sample.WORKSPACE, id, Sample.BRAND, name, "image/gif", gif.length, "Un chat", Sample.NOW, 1);
        desk.stores.media().create(media);
        desk.files.create(media.fileKey(), "image/gif", gif);
        return id;
    }

    /** Two times as wide as high. */
    private static byte[] animated(int frames) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (var frame = 0; frame < frames; frame++) {
                var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
                image.setRGB(frame, 0, 0xFFFFFF);
                writer.writeToSequence(new IIOImage(image, null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private Json.Obj showing(MediaId media) {
        return Json.obj(
                "brand",
                Sample.BRAND.value(),
                "text",
                "Un chat",
                "images",
                List.of(Json.obj("media", media.value(), "alt", "Un chat")),
                "channels",
                List.of(Sample.CHANNEL.value()));
    }

    private Json.Obj scheduled(MediaId media) {
        return showing(media).with("schedule", Json.obj("at", "2026-12-10T09:00"));
    }

    private Json preview(MediaId media) {
        return Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/posts/preview"), showing(media)), 200);
    }

    private Response create(Json body) {
        return desk.as(Sample.WRITER).post(Desk.path("/posts"), body);
    }

    @Test
    void what_goes_out_as_it_is_moves_and_nobody_is_warned() {
        var shown = preview(moving);

        assertThat(shown.at("items", 0, "parts", 0, "images", 0, "sent", "moves")
                        .truth())
                .contains(true);
        assertThat(shown.at("items", 0, "hints").items()).isEmpty();
        assertThat(shown.at("warnings").items()).isEmpty();
        Answers.ok(create(scheduled(moving)), 201);
    }

    @Test
    void what_must_be_cut_stands_still_and_is_scheduled_by_whoever_means_it() {
        desk.sandbox.terms = TALL;

        var shown = preview(moving);
        var refused = create(scheduled(moving));

        assertThat(shown.at("items", 0, "parts", 0, "images", 0, "sent", "moves")
                        .truth())
                .contains(false);
        assertThat(shown.at("items", 0, "hints", 0, "code").textOr("")).isEqualTo("animation_lost");
        assertThat(refused.status()).isEqualTo(409);
        var warning = Answers.json(refused).at("warnings", 0);
        assertThat(warning.at("code").textOr("")).isEqualTo("animation_lost");
        assertThat(warning.at("pointer").textOr("")).isEqualTo("/images/0");
        assertThat(warning.at("said", "en").textOr("")).startsWith("“chat.gif” moves, and must be made smaller or cut");
        assertThat(warning.at("said", "fr").textOr("")).contains("est animée");
        Answers.ok(create(scheduled(moving).with("confirmed", List.of("animation_lost"))), 201);
        Answers.ok(create(showing(moving)), 201);
    }

    @Test
    void a_network_that_takes_no_gif_shows_its_first_picture() {
        desk.sandbox.imageTypes = Set.of("image/jpeg");

        var shown = preview(moving);

        assertThat(shown.at("warnings", 0, "said", "fr").textOr("")).contains("figée sur ce réseau");
    }

    @Test
    void a_row_of_a_file_that_shows_it_is_bad_until_that_is_meant() {
        desk.sandbox.terms = TALL;
        preview(moving);
        var rows = "key,text,channels,at,images,alts\n1,Un chat,sandbox,2026-12-01T09:00," + moving + ",Un chat\n";

        var refused =
                Answers.refused(imported("", rows), Problem.Code.INVALID_FIELDS).at("report", "faults", 0);

        assertThat(refused.at("code").textOr("")).isEqualTo("animation_lost");
        assertThat(refused.at("column").textOr("")).isEqualTo("images");
        Answers.ok(imported("?confirmed=animation_lost", rows), 202);
    }

    private Response imported(String query, String rows) {
        var path = Desk.path("/brands/" + Sample.BRAND + "/imports" + query);
        return desk.as(Sample.WRITER).send("POST", path, rows.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_gif_of_one_picture_is_a_picture() {
        desk.sandbox.terms = TALL;
        var still = uploaded("photo.gif", animated(1));

        var shown = preview(still);

        assertThat(shown.at("items", 0, "parts", 0, "images", 0, "sent", "asIs").truth())
                .contains(false);
        assertThat(shown.at("items", 0, "parts", 0, "images", 0, "sent", "moves")
                        .isMissing())
                .isTrue();
        assertThat(shown.at("items", 0, "hints").items()).isEmpty();
        Answers.ok(create(scheduled(still)), 201);
    }

    @Test
    void a_series_and_a_queue_ask_too_before_they_say_it_again_and_again() {
        desk.sandbox.terms = TALL;
        var body = showing(moving);
        var entry = Json.obj("text", "Un chat", "images", List.of(Json.obj("media", moving.value(), "alt", "Un chat")));
        var queues = Desk.path("/brands/" + Sample.BRAND + "/queues");
        var queue = Answers.ok(
                desk.as(Sample.WRITER)
                        .post(queues, Json.obj("name", "Chats", "channels", List.of(Sample.CHANNEL.value()))),
                201);
        var entries = queues + "/" + queue.at("id").textOr("") + "/entries";
        var series = Json.obj(
                "text",
                "Un chat",
                "images",
                body.at("images"),
                "channels",
                List.of(Sample.CHANNEL.value()),
                "rule",
                "FREQ=DAILY",
                "first",
                "2026-12-10T09:00");

        var refusedEntry = desk.as(Sample.WRITER).post(entries, entry);
        var refusedSeries = desk.as(Sample.WRITER).post(Desk.path("/brands/" + Sample.BRAND + "/series"), series);

        assertThat(Answers.json(refusedEntry).at("warnings", 0, "code").textOr(""))
                .isEqualTo("animation_lost");
        assertThat(Answers.json(refusedSeries).at("warnings", 0, "code").textOr(""))
                .isEqualTo("animation_lost");
        Answers.ok(desk.as(Sample.WRITER).post(entries, entry.with("confirmed", List.of("animation_lost"))), 201);
    }
}
