package dev.parvis.domain.media;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
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
        return new Media(
                m.workspace(), m.id(), m.brand(), m.name(), m.type(), m.bytes(), alt, m.createdAt(), m.version());
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
}
