package dev.parvis.domain.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PromptPostsTest {
    private static final Duration HORIZON = Duration.ofSeconds(150);

    private final MutableClock clock = new MutableClock(NOON);
    private final List<Event> told = new ArrayList<>();
    private final Waking waking = new Waking(told::add, clock);
    private final Posts posts =
            new PromptPosts(new InMemoryStores(clock, Duration.ofMinutes(3)).posts(), waking, HORIZON, clock);
    private final WorkspaceId workspace = Fixtures.workspaceId();

    private PostWithTargets created(Post post, UnaryOperator<Target> as) {
        return waking.after(
                () -> done(posts.create(post, List.of(as.apply(Fixtures.target(post, Fixtures.channelId()))))));
    }

    private PostWithTargets created(Instant at) {
        return created(Fixtures.post(workspace, Fixtures.brandId(), at), UnaryOperator.identity());
    }

    private static PostWithTargets done(Change<PostWithTargets> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<PostWithTargets>) change).value();
    }

    @Test
    void what_is_due_before_a_tick_must_come_wakes_the_publisher() {
        var made = created(NOON.plus(HORIZON));

        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(Event.Type.POST_DUE_SOON);
            assertThat(event.workspace()).isEqualTo(workspace);
            assertThat(event.detail()).containsEntry("post", made.post().id().value());
        });
    }

    @Test
    void what_a_tick_meets_in_time_does_not_nor_what_waits_for_a_person() {
        created(NOON.plus(HORIZON).plusMillis(1));
        created(Fixtures.draft(workspace, Fixtures.brandId()), UnaryOperator.identity());
        created(
                Fixtures.post(workspace, Fixtures.brandId(), NOON.plusSeconds(10)),
                target -> target.without(TargetState.APPROVAL, ""));

        assertThat(told).isEmpty();
    }

    @Test
    void an_edit_in_the_last_minutes_does_and_one_that_comes_too_late_does_not() {
        var made = created(NOON.plus(Duration.ofHours(1)));
        clock.advance(Duration.ofMinutes(59));

        var edited = waking.after(() -> done(posts.change(made.post(), made.targets())));
        waking.after(() -> posts.change(made.post(), made.targets()));

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().id())
                .isEqualTo(edited.post().id() + ".due_soon." + edited.post().version());
    }

    @Test
    void what_is_cancelled_or_taken_is_told_to_nobody() {
        var made = created(NOON);
        told.clear();

        waking.after(() -> posts.create(made.post(), made.targets()));
        waking.after(() -> posts.cancel(workspace, made.post().id(), made.post().version()));

        assertThat(told).isEmpty();
    }

    @Test
    void a_thousand_posts_of_one_invocation_wake_it_once_even_if_that_ends_in_a_fault() {
        assertThatIllegalStateException()
                .isThrownBy(() -> waking.after(() -> {
                    for (var i = 0; i < 1000; i++) {
                        var post = Fixtures.post(workspace, Fixtures.brandId(), NOON);
                        posts.create(post, List.of(Fixtures.target(post, Fixtures.channelId())));
                    }
                    throw new IllegalStateException("killed by its own fault");
                }));
        waking.after(() -> "the next invocation");

        assertThat(told).hasSize(1);
    }
}
