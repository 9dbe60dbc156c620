package dev.parvis.domain.slots;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static dev.parvis.domain.Fixtures.PARIS;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of slots holds, with the posts that stand at them. */
public abstract class SlotsContract extends StoreContract {
    private static final Instant LATER = NOON.plusSeconds(3600);

    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId here = Fixtures.channelId();
    private final ChannelId there = Fixtures.channelId();

    @BeforeEach
    void a_brand_with_two_channels() {
        done(stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea")));
        done(stores.brands().create(Fixtures.brand(workspace, brand)));
        done(stores.channels().create(Fixtures.channel(workspace, brand, here)));
        done(stores.channels().create(Fixtures.channel(workspace, brand, there)));
    }

    private Slots slots() {
        return stores.slots();
    }

    private Posts posts() {
        return stores.posts();
    }

    private Week week(ChannelId channel, long version, Slot... all) {
        return new Week(workspace, channel, List.of(all), version);
    }

    private static Slot slot(DayOfWeek day, String time) {
        return new Slot(day, LocalTime.parse(time));
    }

    private Set<PostId> at(ChannelId channel, Instant at) {
        return slots().taken(workspace, channel, at, at.plusSeconds(1)).stream()
                .flatMap(taken -> taken.posts().stream())
                .collect(java.util.stream.Collectors.toSet());
    }

    private Change<PostWithTargets> keep(Post post, Booking booking, ChannelId... channels) {
        return posts().create(post, targets(post, channels), booking);
    }

    private static List<Target> targets(Post post, ChannelId... channels) {
        return List.of(channels).stream()
                .map(channel -> Fixtures.target(post, channel))
                .toList();
    }

    private static Post moved(Post post, Instant at) {
        var schedule = new Schedule(at.atZone(PARIS).toLocalDateTime(), PARIS, at);
        return new Post(
                post.workspace(),
                post.id(),
                post.brand(),
                post.content(),
                java.util.Optional.of(schedule),
                post.revision(),
                post.createdBy(),
                post.createdAt(),
                post.version());
    }

    @Test
    void a_channel_without_slots_has_none_at_version_zero() {
        assertThat(slots().find(workspace, here)).isEqualTo(Week.none(workspace, here));
    }

    @Test
    void slots_are_kept_in_the_order_of_the_week_without_doubles() {
        var monday = slot(DayOfWeek.MONDAY, "00:00");
        var sunday = slot(DayOfWeek.SUNDAY, "23:59");

        var first = done(slots().replace(week(here, 0, sunday, monday, sunday)));

        assertThat(first).isEqualTo(week(here, 1, monday, sunday));
        assertThat(slots().find(workspace, here)).isEqualTo(first);
        assertThat(slots().find(workspace, there).slots()).isEmpty();
        assertThat(slots().find(Fixtures.workspaceId(), here).slots()).isEmpty();
    }

    @Test
    void slots_are_replaced_by_version() {
        var monday = slot(DayOfWeek.MONDAY, "09:00");
        var first = done(slots().replace(week(here, 0, monday)));

        assertThat(conflict(slots().replace(week(here, 0)))).isEqualTo(first);
        assertThat(conflict(slots().replace(week(here, 7)))).isEqualTo(first);
        assertThat(done(slots().replace(week(here, 1)))).isEqualTo(week(here, 2));
        assertThat(conflict(slots().replace(week(there, 3)))).isEqualTo(Week.none(workspace, there));
    }

    @Test
    void a_channel_that_is_not_there_gets_no_slots_and_one_that_goes_takes_them_along() {
        missing(slots().replace(new Week(workspace, Fixtures.channelId(), List.of(), 0)));
        missing(slots().replace(new Week(Fixtures.workspaceId(), here, List.of(), 0)));
        done(slots().replace(week(here, 0, slot(DayOfWeek.MONDAY, "09:00"))));

        done(stores.channels().delete(workspace, here, 1));

        assertThat(slots().find(workspace, here).slots()).isEmpty();
    }

    @Test
    void scheduled_posts_stand_at_their_instant_on_each_channel_and_drafts_nowhere() {
        var one = Fixtures.post(workspace, brand, LATER);
        var other = Fixtures.post(workspace, brand, LATER);
        done(keep(one, Booking.SHARED, here, there));
        done(keep(other, Booking.SHARED, here));
        done(keep(Fixtures.draft(workspace, brand), Booking.SHARED, here));

        assertThat(slots().taken(workspace, here, NOON, LATER.plusSeconds(1)))
                .containsExactly(new Taken(LATER, Set.of(one.id(), other.id())));
        assertThat(slots().taken(workspace, there, NOON, LATER.plusSeconds(1)))
                .containsExactly(new Taken(LATER, Set.of(one.id())));
        assertThat(slots().taken(workspace, here, NOON, LATER)).isEmpty();
        assertThat(slots().taken(workspace, here, LATER.plusMillis(1), LATER.plusSeconds(9)))
                .isEmpty();
        assertThat(slots().taken(Fixtures.workspaceId(), here, NOON, LATER.plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void a_post_that_wants_to_be_alone_is_refused_where_another_stands() {
        done(keep(Fixtures.post(workspace, brand, LATER), Booking.SHARED, here));
        var late = Fixtures.post(workspace, brand, LATER);

        refused(keep(late, Booking.ALONE, there, here));

        assertThat(posts().find(workspace, late.id())).isEmpty();
        assertThat(at(there, LATER)).isEmpty();
        done(keep(late, Booking.ALONE, there));
        assertThat(at(there, LATER)).containsExactly(late.id());
    }

    @Test
    void creating_alone_again_under_the_same_id_shows_what_is_there() {
        var post = Fixtures.post(workspace, brand, LATER);
        var first = done(keep(post, Booking.ALONE, here));

        assertThat(conflict(keep(moved(post, LATER.plusSeconds(60)), Booking.ALONE, here)))
                .isEqualTo(first);

        assertThat(at(here, LATER.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_post_that_moves_leaves_its_place_to_others() {
        var first = done(keep(Fixtures.post(workspace, brand, LATER), Booking.ALONE, here, there));
        var next = LATER.plusSeconds(600);
        var moved = moved(first.post(), next);

        done(posts().change(moved, targets(moved, here), Booking.ALONE));

        assertThat(at(here, LATER)).isEmpty();
        assertThat(at(there, LATER)).isEmpty();
        assertThat(at(here, next)).containsExactly(first.post().id());
        done(keep(Fixtures.post(workspace, brand, LATER), Booking.ALONE, here, there));
    }

    @Test
    void a_move_to_a_taken_place_is_refused_and_changes_nothing() {
        var next = LATER.plusSeconds(600);
        done(keep(Fixtures.post(workspace, brand, next), Booking.SHARED, here));
        var first = done(keep(Fixtures.post(workspace, brand, LATER), Booking.ALONE, here));
        var moved = moved(first.post(), next);

        refused(posts().change(moved, targets(moved, here), Booking.ALONE));

        assertThat(posts().find(workspace, first.post().id())).contains(first);
        assertThat(at(here, LATER)).containsExactly(first.post().id());
        done(posts().change(moved, targets(moved, here), Booking.SHARED));
        assertThat(at(here, next)).hasSize(2);
    }

    @Test
    void staying_in_its_own_place_is_never_refused() {
        var first = done(keep(Fixtures.post(workspace, brand, LATER), Booking.ALONE, here));
        done(keep(Fixtures.post(workspace, brand, LATER), Booking.SHARED, here));

        done(posts().change(first.post(), first.targets(), Booking.ALONE));

        assertThat(at(here, LATER)).hasSize(2);
    }

    @Test
    void a_cancelled_or_deleted_post_gives_its_place_back_and_an_awakened_one_takes_it_again() {
        var first = done(keep(Fixtures.post(workspace, brand, LATER), Booking.ALONE, here));
        var cancelled = done(posts().cancel(workspace, first.post().id(), 1));
        assertThat(at(here, LATER)).isEmpty();

        var again = done(posts().change(cancelled.post(), first.targets(), Booking.ALONE));
        assertThat(at(here, LATER)).containsExactly(first.post().id());

        done(posts().delete(workspace, first.post().id(), again.post().version()));
        assertThat(at(here, LATER)).isEmpty();
    }

    @Test
    void of_many_who_ask_at_once_each_gets_a_slot_of_its_own() throws Exception {
        var both = week(here, 0, slot(DayOfWeek.MONDAY, "09:00"), slot(DayOfWeek.THURSDAY, "18:30"));
        var week = done(slots().replace(both));
        var free = new FreeSlots(slots(), clock);

        var got = together(IntStream.range(0, 12)
                .<Callable<FreeSlots.Placed>>mapToObj(i -> () -> {
                    var post = Fixtures.post(workspace, brand, NOON);
                    var search = new FreeSlots.Search(workspace, post.id(), List.of(here), PARIS);
                    return free.take(search, schedule -> {
                        var placed = moved(post, schedule.at());
                        return posts().create(placed, targets(placed, here), Booking.ALONE);
                    });
                })
                .toList());

        var instants = new HashSet<Instant>();
        for (var placed : got) {
            assertThat(placed).isInstanceOf(FreeSlots.Placed.Kept.class);
            var kept = done(((FreeSlots.Placed.Kept) placed).change());
            instants.add(kept.post().schedule().orElseThrow().at());
        }
        var twelve = week.between(NOON, NOON.plus(FreeSlots.FURTHEST), PARIS).stream()
                .map(Schedule::at)
                .limit(12)
                .toList();
        assertThat(twelve)
                .startsWith(Instant.parse("2026-11-23T08:00:00Z"), Instant.parse("2026-11-26T17:30:00Z"))
                .hasSize(12);
        assertThat(instants).containsExactlyInAnyOrderElementsOf(twelve);
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        var barrier = new CyclicBarrier(work.size());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var each : work) {
                running.add(pool.submit(() -> {
                    barrier.await();
                    return each.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        }
    }

    @Test
    void what_is_said_on_a_channel_follows_the_post_and_its_edits() {
        var post = Fixtures.post(workspace, brand, NOON);
        done(keep(post, Booking.SHARED, here));
        assertThat(saidAt(NOON))
                .containsExactly(new Said(post.id(), NOON, post.content().gist()));

        var edited = said(post, "Tout autre chose que le matin", NOON);
        done(posts().change(edited, targets(edited, here), Booking.SHARED));
        assertThat(saidAt(NOON))
                .containsExactly(new Said(post.id(), NOON, edited.content().gist()));

        var moved = said(posts().find(workspace, post.id()).orElseThrow().post(), "Tout autre chose", LATER);
        done(posts().change(moved, targets(moved, here), Booking.SHARED));
        assertThat(saidAt(NOON)).isEmpty();
        assertThat(saidAt(LATER))
                .containsExactly(new Said(post.id(), LATER, moved.content().gist()));

        done(posts().cancel(workspace, post.id(), 3));
        assertThat(saidAt(LATER)).isEmpty();
    }

    @Test
    void two_who_speak_at_one_instant_are_told_apart() {
        var one = Fixtures.post(workspace, brand, NOON);
        var other = said(Fixtures.post(workspace, brand, NOON), "Bien autre chose", NOON);
        done(keep(one, Booking.SHARED, here));
        done(keep(other, Booking.SHARED, here, there));

        assertThat(saidAt(NOON))
                .containsExactly(
                        new Said(one.id(), NOON, one.content().gist()),
                        new Said(other.id(), NOON, other.content().gist()));
        done(posts().delete(workspace, one.id(), 1));
        assertThat(saidAt(NOON))
                .containsExactly(new Said(other.id(), NOON, other.content().gist()));
    }

    private List<Said> saidAt(Instant at) {
        return slots().said(workspace, here, at, at.plusSeconds(1));
    }

    private Post said(Post post, String text, Instant at) {
        var schedule = new Schedule(at.atZone(PARIS).toLocalDateTime(), PARIS, at);
        return new Post(
                workspace,
                post.id(),
                brand,
                Fixtures.content(text),
                java.util.Optional.of(schedule),
                post.revision(),
                post.createdBy(),
                NOON,
                post.version());
    }
}
