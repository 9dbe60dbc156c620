package dev.parvis.domain.brands;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store of brands holds. */
public abstract class BrandsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();

    private Brands brands() {
        return stores.brands();
    }

    @BeforeEach
    void makeWorkspace() {
        done(stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea")));
    }

    private Brand created() {
        return done(brands().create(Fixtures.brand(workspace, Fixtures.brandId())));
    }

    private static Brand named(Brand b, String name) {
        return new Brand(
                b.workspace(),
                b.id(),
                name,
                b.zone(),
                b.watch(),
                b.reporting(),
                b.lateness(),
                b.approving(),
                b.publishing(),
                b.createdAt(),
                b.version());
    }

    @Test
    void who_approves_its_posts_is_kept_with_the_brand() {
        for (var policy : Approving.Policy.values()) {
            var brand = Fixtures.brand(workspace, Fixtures.brandId(), policy);

            done(stores.brands().create(brand));

            assertThat(stores.brands().find(workspace, brand.id())).contains(brand);
            assertThat(brand.approving().toString()).doesNotContain("claire@example.org");
        }
    }

    @Test
    void what_holds_for_all_its_posts_is_kept_with_the_brand() {
        var tags = new UtmTemplate("{network}", "social", "{campaign}");

        for (var utm : List.of(Optional.<UtmTemplate>empty(), Optional.of(tags))) {
            var brand = Fixtures.brand(workspace, Fixtures.brandId(), new Publishing(true, utm));
            done(stores.brands().create(brand));

            var renamed = done(stores.brands().change(named(brand, "Autre")));

            assertThat(renamed.publishing()).isEqualTo(brand.publishing());
            assertThat(stores.brands().find(workspace, brand.id())).contains(renamed);
        }
    }

    @Test
    void a_brand_is_found_as_it_was_created() {
        var brand = Fixtures.brand(workspace, Fixtures.brandId());

        assertThat(done(brands().create(brand))).isEqualTo(brand);

        assertThat(brands().find(workspace, brand.id())).contains(brand);
        assertThat(brands().find(Fixtures.workspaceId(), brand.id())).isEmpty();
    }

    @Test
    void a_brand_of_no_workspace_is_refused_and_a_taken_id_shows_what_is_there() {
        var brand = created();

        refused(brands().create(Fixtures.brand(Fixtures.workspaceId(), Fixtures.brandId())));
        assertThat(conflict(brands().create(named(brand, "Autre")))).isEqualTo(brand);
    }

    @Test
    void brands_are_listed_in_pages() {
        var all = IntStream.range(0, 5).mapToObj(i -> created()).toList();

        var first = brands().list(workspace, PageRequest.first(3));
        var second = brands().list(workspace, new PageRequest(3, first.next()));

        assertThat(first.items()).containsExactlyElementsOf(all.subList(0, 3));
        assertThat(second.items()).containsExactlyElementsOf(all.subList(3, 5));
        assertThat(second.next()).isEmpty();
        assertThat(brands().list(workspace, PageRequest.first(5)).next()).isEmpty();
        assertThat(brands().list(Fixtures.workspaceId(), PageRequest.first(5)).items())
                .isEmpty();
    }

    @Test
    void what_is_no_cursor_is_refused() {
        assertThatThrownBy(() -> brands().list(workspace, new PageRequest(3, java.util.Optional.of("=?="))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_change_raises_the_version() {
        var brand = created();

        var second = done(brands().change(named(brand, "Deux")));

        assertThat(second.version()).isEqualTo(2);
        assertThat(brands().find(workspace, brand.id())).contains(second);
        assertThat(conflict(brands().change(named(brand, "Trois")))).isEqualTo(second);
        missing(brands().change(Fixtures.brand(workspace, Fixtures.brandId())));
    }

    @Test
    void a_brand_with_a_channel_is_not_deleted() {
        var brand = created();
        var channel = done(stores.channels().create(Fixtures.channel(workspace, brand.id(), Fixtures.channelId())));

        refused(brands().delete(workspace, brand.id(), 1));
        done(stores.channels().delete(workspace, channel.id(), 1));
        assertThat(done(brands().delete(workspace, brand.id(), 1))).isEqualTo(brand);

        assertThat(brands().find(workspace, brand.id())).isEmpty();
        missing(brands().delete(workspace, brand.id(), 1));
    }

    @Test
    void another_workspace_changes_and_deletes_nothing() {
        var brand = created();
        var stranger = Fixtures.workspaceId();

        missing(brands().delete(stranger, brand.id(), 1));
        missing(brands().change(Fixtures.brand(stranger, brand.id())));

        assertThat(brands().find(workspace, brand.id())).contains(brand);
    }
}
