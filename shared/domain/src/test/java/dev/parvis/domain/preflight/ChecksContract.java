package dev.parvis.domain.preflight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of checks holds. */
public abstract class ChecksContract extends StoreContract {
    private static final Duration DAY = Duration.ofDays(1);

    private final WorkspaceId workspace = Fixtures.workspaceId();

    private Checks checks() {
        return stores.checks();
    }

    private Post post(Instant at) {
        var post = Fixtures.post(workspace, Fixtures.brandId(), at);
        var targets = List.of(Fixtures.target(post, Fixtures.channelId()), Fixtures.target(post, Fixtures.channelId()));
        return done(stores.posts().create(post, targets)).post();
    }

    private static Check check(Post post, Stage stage, List<Finding> findings) {
        return new Check(post.workspace(), post.id(), post.revision(), stage, NOON.plus(DAY), NOON, findings);
    }

    @Test
    void the_last_check_of_a_post_is_kept_as_it_was() {
        var post = post(NOON.plus(DAY));
        var channel = Fixtures.channelId();
        var findings = List.of(
                Finding.stops(channel, Finding.MEDIA_MISSING, "image 1 was never uploaded"),
                Finding.unasked(channel, Finding.CREDENTIAL_UNASKED, "it does not answer"));
        checks().put(check(post, Stage.DAY, List.of()));

        checks().put(check(post, Stage.HOUR, findings));

        assertThat(checks().find(workspace, post.id())).contains(check(post, Stage.HOUR, findings));
        assertThat(checks().find(Fixtures.workspaceId(), post.id())).isEmpty();
    }

    @Test
    void a_check_goes_with_its_post() {
        var post = post(NOON.plus(DAY));
        checks().put(check(post, Stage.DAY, List.of()));

        done(stores.posts().delete(workspace, post.id(), post.version()));

        assertThat(checks().find(workspace, post.id())).isEmpty();
    }

    @Test
    void a_post_is_found_whole_with_a_check_beside_it() {
        var post = post(NOON.plus(DAY));
        checks().put(check(post, Stage.DAY, List.of()));

        var found = stores.posts().find(workspace, post.id()).orElseThrow();

        assertThat(found.targets()).hasSize(2);
    }

    @Test
    void targets_after_one_instant_and_up_to_another_are_ahead_whosever_they_are() {
        var first = NOON.plusSeconds(60);
        post(first);
        var second = post(first.plusMillis(1));
        var third = post(NOON.plus(DAY));
        post(NOON.plus(DAY).plusMillis(1));

        var found = ahead(first, NOON.plus(DAY));

        assertThat(found)
                .containsExactlyInAnyOrder(
                        new Ahead(workspace, second.id(), first.plusMillis(1)),
                        new Ahead(workspace, second.id(), first.plusMillis(1)),
                        new Ahead(workspace, third.id(), NOON.plus(DAY)),
                        new Ahead(workspace, third.id(), NOON.plus(DAY)));
    }

    @Test
    void what_was_cancelled_is_not_ahead() {
        var post = post(NOON.plusSeconds(60));

        done(stores.posts().cancel(workspace, post.id(), post.version()));

        assertThat(ahead(NOON, NOON.plus(DAY))).isEmpty();
    }

    @Test
    void how_far_was_swept_is_remembered() {
        assertThat(checks().swept()).isEmpty();

        checks().swept(NOON);
        checks().swept(NOON.plus(DAY));

        assertThat(checks().swept()).contains(NOON.plus(DAY));
    }

    /** Page by page, one at a time. */
    private List<Ahead> ahead(Instant after, Instant upTo) {
        var found = new ArrayList<Ahead>();
        var next = Optional.of(PageRequest.first(1));
        while (next.isPresent()) {
            var page = checks().ahead(after, upTo, next.get());
            found.addAll(page.items());
            next = page.next().map(more -> new PageRequest(1, Optional.of(more)));
        }
        return found;
    }
}
