package dev.parvis.domain.approvals;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What keeps comments. */
public abstract class CommentsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final PostId post = Fixtures.draft(workspace, Fixtures.brandId()).id();

    private Comment comment(String id, String text) {
        return new Comment(workspace, post, id, NOON, Approval.Part.CLIENT, "approver/ab", text);
    }

    @Test
    void comments_come_back_as_they_were_written_oldest_first() {
        var later = new Comment(
                workspace, post, "00", NOON.plusMillis(1), Approval.Part.TEAM, "auth0|lea", "Plutôt mardi ?");
        stores.comments().add(later);
        stores.comments().add(comment("02", "<b>Non</b>\n\u202e"));

        assertThat(stores.comments().of(workspace, post)).containsExactly(comment("02", "<b>Non</b>\n\u202e"), later);
    }

    @Test
    void a_comment_that_is_there_is_not_overwritten() {
        stores.comments().add(comment("01", "d'abord"));

        assertThat(stores.comments().add(comment("01", "ensuite"))).isTrue();

        assertThat(stores.comments().of(workspace, post)).containsExactly(comment("01", "d'abord"));
    }

    @Test
    void a_post_has_so_many_comments_and_no_more() {
        IntStream.range(0, Comments.MOST)
                .forEach(i -> assertThat(stores.comments().add(comment("c" + (1000 + i), "encore")))
                        .isTrue());

        assertThat(stores.comments().add(comment("c9999", "un de trop"))).isFalse();
        assertThat(stores.comments().add(comment("c1000", "encore"))).isTrue();
        assertThat(stores.comments().of(workspace, post)).hasSize(Comments.MOST);
    }

    @Test
    void an_erased_comment_is_gone_and_only_that_one() {
        stores.comments().add(comment("01", "un"));
        stores.comments().add(comment("02", "deux"));

        assertThat(stores.comments().erase(workspace, post, "01")).isTrue();
        assertThat(stores.comments().erase(workspace, post, "01")).isFalse();
        assertThat(stores.comments().of(workspace, post)).containsExactly(comment("02", "deux"));
    }

    @Test
    void another_workspace_reaches_no_comment() {
        stores.comments().add(comment("01", "un"));
        var stranger = Fixtures.workspaceId();

        assertThat(stores.comments().of(stranger, post)).isEmpty();
        assertThat(stores.comments().erase(stranger, post, "01")).isFalse();
        assertThat(stores.comments().of(workspace, post)).hasSize(1);
    }

    @Test
    void a_deleted_post_takes_its_comments_along() {
        var draft = Fixtures.draft(workspace, Fixtures.brandId());
        done(stores.posts().create(draft, List.of()));
        stores.comments().add(new Comment(workspace, draft.id(), "01", NOON, Approval.Part.TEAM, "lea", "un"));
        stores.comments().add(comment("02", "d'une autre"));

        done(stores.posts().delete(workspace, draft.id(), 1));

        assertThat(stores.comments().of(workspace, draft.id())).isEmpty();
        assertThat(stores.comments().of(workspace, post)).hasSize(1);
    }

    @Test
    void what_cannot_be_an_id_is_refused() {
        assertThatThrownBy(() -> stores.comments().add(comment("a#b", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
