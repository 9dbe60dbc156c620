package dev.parvis.domain.mentions;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of mentions holds. */
public abstract class MentionsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();

    private Mentions mentions() {
        return stores.mentions();
    }

    private Mention added(String nativeId, int second) {
        var item = Fixtures.item(workspace, nativeId, "La boulangerie Lumière ".repeat(60), NOON.plusSeconds(second));
        stores.items().keep(item);
        var mention = new Mention(brand, item, List.of("boulangerie lumière"), NOON.plusSeconds(second));
        assertThat(mentions().add(mention)).isTrue();
        return mention;
    }

    @Test
    void a_mention_is_kept_once_and_found_with_its_item() {
        var mention = added("n-1", 0);

        assertThat(mentions().add(mention)).isFalse();

        assertThat(mentions().find(workspace, brand, mention.id())).contains(mention);
        assertThat(mentions().find(Fixtures.workspaceId(), brand, mention.id())).isEmpty();
        assertThat(mentions().find(workspace, Fixtures.brandId(), mention.id())).isEmpty();
    }

    @Test
    void an_item_may_be_a_mention_of_two_brands() {
        var mention = added("n-1", 0);
        var other = new Mention(Fixtures.brandId(), mention.item(), List.of("lumière"), NOON);

        assertThat(mentions().add(other)).isTrue();

        assertThat(mentions().find(workspace, other.brand(), other.id())).contains(other);
    }

    @Test
    void the_list_is_newest_first_from_included_to_excluded() {
        added("n-0", 0);
        var first = added("n-1", 1);
        var second = added("n-2", 2);
        added("n-3", 3);

        var from = NOON.plusSeconds(1);
        var to = NOON.plusSeconds(3);
        var page = mentions().list(workspace, brand, from, to, PageRequest.first(1));
        var next = mentions().list(workspace, brand, from, to, new PageRequest(1, page.next()));

        assertThat(page.items()).containsExactly(second);
        assertThat(next.items()).containsExactly(first);
        assertThat(next.next()).isEmpty();
    }

    @Test
    void a_mention_shows_the_item_as_it_is_kept_and_nothing_without_it() {
        var item = Fixtures.item(workspace, "never-kept", "x", NOON);
        mentions().add(new Mention(brand, item, List.of("x"), NOON));

        assertThat(mentions().find(workspace, brand, item.key().digest())).isEmpty();
        assertThat(mentions()
                        .list(workspace, brand, NOON, NOON.plusSeconds(1), PageRequest.first(5))
                        .items())
                .isEmpty();
    }
}
