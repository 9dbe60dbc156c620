package dev.parvis.functions.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.Original;
import dev.parvis.domain.media.Originals;
import dev.parvis.domain.media.Renditions;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.media.Sizer;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;
import dev.parvis.functions.publish.ScriptedNetwork.Act;
import dev.parvis.networks.images.ImageSizer;
import dev.parvis.networks.originals.Examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Of media, only what may be shown goes out, and only what was uploaded first. */
class PublishedMediaTest {
    private static final LocalDate DAY = Engine.DUE.atZone(ZoneOffset.UTC).toLocalDate();

    @Test
    void a_picture_goes_out_on_the_last_day_of_its_rights() {
        var engine = new Engine();
        var media = engine.uploaded();
        var post = showing(engine, media);

        until(engine, media, DAY, ZoneOffset.UTC);
        engine.ticks(3);

        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void an_expired_picture_is_never_published_though_its_rights_were_cut_after_it_was_scheduled() {
        var engine = new Engine();
        var media = engine.uploaded();
        var post = showing(engine, media);

        until(engine, media, DAY.minusDays(1), ZoneOffset.UTC);
        engine.ticks(3);

        assertThat(engine.network.posted).isEmpty();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(post).reason())
                .isEqualTo("the rights of “a.png” (media " + media.id() + ") ended on " + DAY.minusDays(1)
                        + ": renew them, or put another media in its place, and schedule the post again");
        assertThat(engine.told).singleElement().satisfies(event -> assertThat(event.detail())
                .containsEntry("code", "media.rights_expired"));
    }

    @Test
    void the_last_day_ends_at_midnight_where_its_zone_says() {
        var engine = new Engine();
        var over = engine.uploaded();
        var there = engine.uploaded();
        var expired = showing(engine, over);
        var valid = showing(engine, there);

        // Twelve hours behind, the second it is due is the first of the next day.
        until(engine, over, DAY.minusDays(1), ZoneId.of("Etc/GMT+12"));
        until(engine, there, DAY, ZoneId.of("Etc/GMT+12"));
        engine.ticks(3);

        assertThat(engine.now(valid).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(engine.now(expired).state()).isEqualTo(TargetState.FAILED);
    }

    @Test
    void what_was_put_off_beyond_the_end_of_its_rights_stays_here() {
        var engine = new Engine(Act.THROTTLE, Act.TAKE);
        var media = engine.uploaded();
        var post = showing(engine, media);
        var second = Engine.DUE.plusSeconds(1).atZone(ZoneOffset.UTC);

        engine.ticks(1);
        until(engine, media, second.toLocalDate().minusDays(1), ZoneOffset.UTC);
        engine.ticks(5);

        assertThat(engine.network.posted).isEmpty();
        assertThat(engine.now(post).state()).isIn(TargetState.FAILED, TargetState.MISSED);
    }

    @Test
    void other_bytes_than_those_that_were_looked_at_stay_here() {
        var engine = new Engine();
        var media = engine.uploaded();
        var post = showing(engine, media);
        new Originals(engine.stores.media(), () -> engine.files, new Examination()).look(media);
        var other = Engine.PNG.clone();
        other[other.length - 1] ^= 1;

        engine.files.erase(media.fileKey());
        engine.files.create(media.fileKey(), "image/png", other);
        engine.ticks(3);

        assertThat(engine.network.posted).isEmpty();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(post).reason()).contains("is not the one that was uploaded first");
    }

    @Test
    void a_file_that_nobody_looked_at_is_bound_when_it_is_first_read() {
        var engine = new Engine();
        var media = engine.uploaded();

        showing(engine, media);
        engine.ticks(3);

        assertThat(engine.stores
                        .media()
                        .find(engine.workspace, media.id())
                        .flatMap(Media::original)
                        .orElseThrow())
                .satisfies(original -> {
                    assertThat(original.sha256()).isEqualTo(Originals.digest(Engine.PNG));
                    assertThat(original.width()).isEqualTo(3);
                    assertThat(original.height()).isEqualTo(2);
                });
    }

    @Test
    void a_file_that_lies_about_its_type_fails_its_post_with_words_for_a_person() {
        var engine = new Engine();
        var media = engine.media();
        var post = showing(engine, media);
        var page = "<script>alert(1)</script>".repeat(20).substring(0, Engine.PNG.length);

        engine.files.create(media.fileKey(), "image/png", page.getBytes(StandardCharsets.US_ASCII));
        engine.ticks(3);

        assertThat(engine.network.posted).isEmpty();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(post).reason()).contains("a.png").contains("not a JPEG, PNG, GIF");
    }

    private static PostId showing(Engine engine, Media media) {
        return engine.schedule("Vitrine", List.of(new Content.Image(media.id().value(), "")));
    }

    private static void until(Engine engine, Media media, LocalDate lastDay, ZoneId zone) {
        var now = engine.stores.media().find(engine.workspace, media.id()).orElseThrow();
        var rights = new Rights("© Marie", "", "", "", "", Optional.of(new Rights.Expiry(lastDay, zone)));
        assertThat(engine.stores.media().change(now.with(rights))).isInstanceOf(Change.Done.class);
    }

    @Test
    void what_was_made_ahead_is_what_is_sent_and_what_was_not_is_made_now() {
        var engine = new Engine();
        var media = engine.uploaded();
        var bound = ((Originals.Looked.Bound)
                        new Originals(engine.stores.media(), () -> engine.files, new Examination()).look(media))
                .media();
        var size = new ImageSize(1_000_000, 1_000_000, 100, Set.of("image/jpeg"), Optional.empty());
        var reader = new BucketMedia(
                        new BucketMedia.Stores(engine.stores.media(), () -> engine.files),
                        new BucketMedia.Looks(new Examination(), new ImageSizer()),
                        engine.clock)
                .of(engine.target(showing(engine, media), 1));

        var now = reader.read(media.id().value(), Media.MOST_BYTES, size);
        var made = new byte[] {1, 2, 3};
        new Renditions(
                        engine.stores.media(),
                        () -> engine.files,
                        (image, wanted, focus) -> new Sizer.Sized.Fit(made, "image/jpeg", 1, 1))
                .keep(bound, size, Fixtures.SANDBOX);
        var ahead = reader.read(media.id().value(), Media.MOST_BYTES, size);
        engine.files.erase(Renditions.key(bound, size));
        engine.files.create(Renditions.key(bound, size), "image/jpeg", new byte[] {1, 2, 4});
        var swapped = reader.read(media.id().value(), Media.MOST_BYTES, size);

        assertThat(now).startsWith(0xFF, 0xD8);
        assertThat(ahead).containsExactly(made);
        assertThat(swapped).as("what was put in its place is not sent").isEqualTo(now);
        assertThat(reader.read(media.id().value(), Media.MOST_BYTES, takesPng()))
                .isEqualTo(Engine.PNG);
    }

    @Test
    void a_film_comes_as_it_was_looked_at_and_no_other_in_its_place() throws IOException {
        var engine = new Engine();
        var bytes = "a film".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
        var declared = new Media(
                engine.workspace,
                new MediaId(Fixtures.id()),
                engine.brand,
                "film.mp4",
                "video/mp4",
                bytes.length,
                "",
                Engine.DUE.minusSeconds(60),
                1);
        engine.files.create(declared.fileKey(), "video/mp4", bytes);
        var tag = engine.files.look(declared.fileKey()).orElseThrow().tag();
        var film = declared.with(new Original(Originals.digest(bytes), tag, 640, 360, Duration.ofSeconds(7)));
        engine.stores.media().create(film);
        var reader = new BucketMedia(
                        new BucketMedia.Stores(engine.stores.media(), () -> engine.files),
                        new BucketMedia.Looks(new Examination(), new ImageSizer()),
                        engine.clock)
                .of(engine.target(showing(engine, film), 1));

        var opened = reader.film(film.id().value());
        try (var whole = opened.open().get()) {
            assertThat(whole.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(opened.length()).isEqualTo(Duration.ofSeconds(7));
        assertThat(opened.width()).isEqualTo(640);
        engine.files.erase(film.fileKey());
        engine.files.create(film.fileKey(), "video/mp4", new byte[bytes.length]);
        assertThatThrownBy(() -> opened.open().get()).isInstanceOf(MissingMedia.class);
    }

    private static ImageSize takesPng() {
        return new ImageSize(1_000_000, 1_000_000, 100, Set.of("image/png"), Optional.empty());
    }
}
