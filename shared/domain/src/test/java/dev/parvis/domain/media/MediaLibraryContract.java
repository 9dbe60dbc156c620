package dev.parvis.domain.media;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static dev.parvis.domain.Fixtures.PARIS;
import static org.assertj.core.api.Assertions.assertThat;

/** What every library of uploads holds. */
public abstract class MediaLibraryContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();

    private MediaLibrary library() {
        return stores.media();
    }

    private Media created(int second) {
        return done(library().create(Fixtures.media(workspace, brand, NOON.plusSeconds(second))));
    }

    private static Media described(Media m, String alt) {
        return m.described(m.name(), alt);
    }

    @Test
    void an_upload_is_found_and_listed_newest_first() {
        var first = created(0);
        var second = created(1);

        assertThat(library().find(workspace, first.id())).contains(first);
        assertThat(library().find(Fixtures.workspaceId(), first.id())).isEmpty();
        assertThat(library().list(workspace, brand, PageRequest.first(5)).items())
                .containsExactly(second, first);
        assertThat(library()
                        .list(workspace, Fixtures.brandId(), PageRequest.first(5))
                        .items())
                .isEmpty();
    }

    @Test
    void an_upload_is_changed_and_deleted_by_version() {
        var media = created(0);

        var second = done(library().change(described(media, "Une vitrine décorée")));

        assertThat(second.version()).isEqualTo(2);
        assertThat(library().list(workspace, brand, PageRequest.first(5)).items())
                .containsExactly(second);
        assertThat(conflict(library().change(media))).isEqualTo(second);
        assertThat(conflict(library().create(media))).isEqualTo(second);
        assertThat(conflict(library().delete(workspace, media.id(), 1))).isEqualTo(second);
        missing(library().delete(Fixtures.workspaceId(), media.id(), 2));
        assertThat(done(library().delete(workspace, media.id(), 2))).isEqualTo(second);
        assertThat(library().find(workspace, media.id())).isEmpty();
    }

    @Test
    void what_was_said_and_found_comes_back_whole() {
        var media = created(0);
        var rights = new Rights(
                "© Marie Curie / Agence Radium",
                "Agence Radium",
                "presse, France",
                "https://agence.example/42",
                "Irène, accord écrit du 3 mai",
                Optional.of(new Rights.Expiry(LocalDate.parse("2026-12-31"), PARIS)));
        var original = new Original("ab".repeat(32), "\"tag\"", 1920, 1080, Duration.ofMillis(12_345));

        var changed = done(library()
                .change(media.with(rights).with(new Focus(-0.25, 0.125)).with(original)));

        assertThat(library().find(workspace, media.id())).contains(changed);
        assertThat(changed.rights()).isEqualTo(rights);
        assertThat(changed.focus()).isEqualTo(new Focus(-0.25, 0.125));
        assertThat(changed.original()).contains(original);
    }

    @Test
    void media_are_found_by_when_their_rights_end_the_first_to_end_first() {
        var late = done(library().create(ending("2026-12-31", 0)));
        var soon = done(library().create(ending("2026-12-01", 1)));
        var never = created(2);
        var midnight = Instant.parse("2026-12-31T23:00:00Z");

        assertThat(expiring(midnight.plusMillis(1))).containsExactly(soon, late);
        assertThat(expiring(midnight)).containsExactly(soon);
        assertThat(expiring(NOON)).isEmpty();

        var longer = done(library().change(soon.with(until("2027-06-30"))));
        var ends = done(library().change(never.with(until("2026-11-30"))));
        done(library().delete(workspace, late.id(), late.version()));

        assertThat(expiring(midnight.plusMillis(1))).containsExactly(ends);
        assertThat(expiring(Instant.parse("2028-01-01T00:00:00Z"))).containsExactly(ends, longer);
        assertThat(library()
                        .expiring(workspace, Fixtures.brandId(), midnight, PageRequest.first(5))
                        .items())
                .isEmpty();
    }

    @Test
    void where_a_media_is_used_is_remembered_once_per_post_and_time_until_it_is_deleted() {
        var media = created(0);
        var past = new Use(new PostId(Fixtures.id()), Optional.of(NOON.minusSeconds(3600)));
        var next = new Use(new PostId(Fixtures.id()), Optional.of(NOON.plusSeconds(3600)));
        var draft = new Use(new PostId(Fixtures.id()), Optional.empty());

        for (var use : List.of(next, past, draft, next)) {
            library().use(workspace, media.id(), use);
        }

        assertThat(library().uses(workspace, media.id(), PageRequest.first(5)).items())
                .containsExactly(draft, next, past);
        assertThat(library().usesSince(workspace, media.id(), NOON, 10)).containsExactly(next);
        assertThat(library().usesSince(workspace, media.id(), NOON.minusSeconds(7200), 1))
                .hasSize(1);
        assertThat(library()
                        .uses(Fixtures.workspaceId(), media.id(), PageRequest.first(5))
                        .items())
                .isEmpty();
        done(library().delete(workspace, media.id(), media.version()));
        assertThat(library().uses(workspace, media.id(), PageRequest.first(5)).items())
                .isEmpty();
    }

    @Test
    void what_became_of_a_size_is_kept_by_its_name_until_it_is_forgotten_or_its_media_is_deleted() {
        var media = created(0);
        var first = new Rendition(
                "0123456789abcdef01234567",
                Fixtures.SANDBOX,
                new Rendition.State.Made("image/jpeg", 12, 3, 4, "ab".repeat(32)));
        var other = new Rendition(
                "1123456789abcdef01234567",
                Fixtures.SANDBOX,
                new Rendition.State.Impossible("image_damaged", "the image is damaged or not complete"));
        library().keep(workspace, media.id(), new Rendition(first.name(), first.network(), other.state()));
        library().keep(workspace, media.id(), first);
        library().keep(workspace, media.id(), other);

        assertThat(library().renditions(workspace, media.id())).containsExactlyInAnyOrder(first, other);
        assertThat(library().rendition(workspace, media.id(), first.name())).contains(first);
        assertThat(library().rendition(workspace, media.id(), "none")).isEmpty();
        assertThat(library().renditions(Fixtures.workspaceId(), media.id())).isEmpty();
        library().forgetRenditions(workspace, media.id());
        assertThat(library().renditions(workspace, media.id())).isEmpty();

        library().keep(workspace, media.id(), first);
        done(library().delete(workspace, media.id(), media.version()));
        assertThat(library().renditions(workspace, media.id())).isEmpty();
    }

    @Test
    void whoever_keeps_a_post_its_media_know_it_wherever_the_post_shows_them() {
        var shown = created(0);
        var elsewhere = created(1);
        var image = new Content.Image(elsewhere.id().value(), "");
        var part = new Content.Part(Content.Kind.THREAD, "Suite", Optional.empty(), List.of(image));
        var content = new Content(
                "Bonjour",
                Optional.empty(),
                List.of(),
                "fr",
                Optional.of(new Content.Video(shown.id().value(), "")),
                Optional.empty(),
                List.of(part),
                Map.of());
        var draft = new Post(workspace, new PostId(Fixtures.id()), brand, content, Optional.empty(), 1, "lea", NOON, 1);

        done(stores.posts().create(draft, List.of()));

        for (var media : List.of(shown, elsewhere)) {
            assertThat(library()
                            .uses(workspace, media.id(), PageRequest.first(5))
                            .items())
                    .containsExactly(new Use(draft.id(), Optional.empty()));
        }
    }

    private List<Media> expiring(Instant before) {
        return library()
                .expiring(workspace, brand, before, PageRequest.first(5))
                .items();
    }

    private Media ending(String lastDay, int second) {
        return Fixtures.media(workspace, brand, NOON.plusSeconds(second)).with(until(lastDay));
    }

    private static Rights until(String lastDay) {
        return new Rights("", "", "", "", "", Optional.of(new Rights.Expiry(LocalDate.parse(lastDay), PARIS)));
    }
}
