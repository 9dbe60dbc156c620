package dev.parvis.domain.slots;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static dev.parvis.domain.Fixtures.PARIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Finding and taking free slots. Noon is a Saturday's, in Paris 13:00. */
class FreeSlotsTest {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId here = Fixtures.channelId();
    private final ChannelId there = Fixtures.channelId();
    private final MutableClock clock = new MutableClock(NOON);
    private final InMemoryStores stores = new InMemoryStores(clock, StoreContract.LEASE);

    @BeforeEach
    void a_brand_with_two_channels() {
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        stores.brands().create(Fixtures.brand(workspace, brand));
        stores.channels().create(Fixtures.channel(workspace, brand, here));
        stores.channels().create(Fixtures.channel(workspace, brand, there));
    }

    private void slots(ChannelId channel, DayOfWeek day, String... times) {
        var slots = List.of(times).stream()
                .map(time -> new Slot(day, LocalTime.parse(time)))
                .toList();
        assertThat(stores.slots().replace(new Week(workspace, channel, slots, 0)))
                .isInstanceOf(Change.Done.class);
    }

    private static Post at(Post post, Schedule schedule) {
        return new Post(
                post.workspace(),
                post.id(),
                post.brand(),
                post.content(),
                Optional.of(schedule),
                1,
                "lea",
                NOON,
                post.version());
    }

    private FreeSlots.Placed take(Slots slots, Posts posts, Post post, ChannelId... channels) {
        var search = new FreeSlots.Search(workspace, post.id(), List.of(channels), PARIS);
        return new FreeSlots(slots, clock).take(search, schedule -> {
            var placed = at(post, schedule);
            var targets = search.channels().stream()
                    .map(channel -> Fixtures.target(placed, channel))
                    .toList();
            return posts.create(placed, targets, Booking.ALONE);
        });
    }

    private Instant taken(ChannelId... channels) {
        var placed = take(stores.slots(), stores.posts(), Fixtures.draft(workspace, brand), channels);
        var change = ((FreeSlots.Placed.Kept) placed).change();
        return ((Change.Done<PostWithTargets>) change)
                .value()
                .post()
                .schedule()
                .orElseThrow()
                .at();
    }

    private List<Instant> next(int limit, ChannelId... channels) {
        var search =
                new FreeSlots.Search(workspace, Fixtures.draft(workspace, brand).id(), List.of(channels), PARIS);
        return new FreeSlots(stores.slots(), clock)
                .next(search, limit).stream().map(Schedule::at).toList();
    }

    @Test
    void a_slot_sooner_than_three_minutes_from_now_is_left_out() {
        slots(here, DayOfWeek.SATURDAY, "13:02", "13:03");

        assertThat(next(2, here))
                .containsExactly(Instant.parse("2026-11-21T12:03:00Z"), Instant.parse("2026-11-28T12:02:00Z"));
    }

    @Test
    void slots_are_offered_for_sixty_days() {
        slots(here, DayOfWeek.SATURDAY, "14:00");

        assertThat(next(50, here)).hasSize(9).last().isEqualTo(Instant.parse("2027-01-16T13:00:00Z"));
    }

    @Test
    void a_post_on_two_channels_takes_the_firsts_slot_that_is_free_on_both() {
        slots(here, DayOfWeek.SATURDAY, "14:00", "15:00");
        slots(there, DayOfWeek.SUNDAY, "09:00");
        var busy = Fixtures.post(workspace, brand, Instant.parse("2026-11-21T13:00:00Z"));
        stores.posts().create(busy, List.of(Fixtures.target(busy, there)));

        assertThat(taken(here, there)).isEqualTo(Instant.parse("2026-11-21T14:00:00Z"));
        assertThat(taken(here)).isEqualTo(Instant.parse("2026-11-21T13:00:00Z"));
        assertThat(taken(there)).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
    }

    @Test
    void a_channel_without_slots_has_no_next_one_and_a_full_one_says_so() {
        var draft = Fixtures.draft(workspace, brand);
        assertThat(take(stores.slots(), stores.posts(), draft, here)).isEqualTo(new FreeSlots.Placed.NoSlots());
        slots(here, DayOfWeek.SATURDAY, "14:00");

        IntStream.range(0, 9).forEach(i -> taken(here));

        assertThat(take(stores.slots(), stores.posts(), draft, here)).isEqualTo(new FreeSlots.Placed.NoneFree());
        assertThat(next(5, here)).isEmpty();
    }

    /** Somebody takes the slot between our look and our write: the worst moment. */
    @Test
    void who_comes_second_takes_the_slot_after() {
        slots(here, DayOfWeek.SATURDAY, "14:00");
        var search =
                new FreeSlots.Search(workspace, Fixtures.draft(workspace, brand).id(), List.of(here), PARIS);
        var asked = new java.util.ArrayList<Instant>();

        var placed = new FreeSlots(stores.slots(), clock).take(search, schedule -> {
            asked.add(schedule.at());
            if (asked.size() == 1) {
                taken(here);
            }
            var post = at(Fixtures.draft(workspace, brand), schedule);
            return stores.posts().create(post, List.of(Fixtures.target(post, here)), Booking.ALONE);
        });

        assertThat(((FreeSlots.Placed.Kept) placed).change()).isInstanceOf(Change.Done.class);
        assertThat(asked).containsExactly(Instant.parse("2026-11-21T13:00:00Z"), Instant.parse("2026-11-28T13:00:00Z"));
    }

    @Test
    void what_is_refused_for_another_reason_is_refused_at_once() {
        slots(here, DayOfWeek.SATURDAY, "14:00");
        var search =
                new FreeSlots.Search(workspace, Fixtures.draft(workspace, brand).id(), List.of(here), PARIS);
        var refused = new Change.Refused<PostWithTargets>("it is being sent");

        assertThat(new FreeSlots(stores.slots(), clock).take(search, schedule -> refused))
                .isEqualTo(new FreeSlots.Placed.Kept(refused));
    }

    /** Whoever takes over after a death at any call, under the same id, ends with one post at one slot. */
    @Test
    void a_death_at_any_call_leaves_one_post_at_one_slot() {
        slots(here, DayOfWeek.SATURDAY, "14:00");
        for (var afterwards : new boolean[] {false, true}) {
            for (var at = 1; ; at++) {
                var breaking = new Breaking(at, afterwards);
                var post = Fixtures.draft(workspace, brand);
                var broken = catchThrowableOfType(
                        Breaking.Broken.class,
                        () -> take(
                                breaking.port(Slots.class, stores.slots()),
                                breaking.port(Posts.class, stores.posts()),
                                post,
                                here));
                take(stores.slots(), stores.posts(), post, here);

                var standing = stores.slots().taken(workspace, here, NOON, NOON.plus(FreeSlots.FURTHEST)).stream()
                        .filter(taken -> taken.posts().contains(post.id()))
                        .toList();
                assertThat(standing).hasSize(1);
                assertThat(standing.getFirst().posts()).hasSize(1);
                var whole = stores.posts().find(workspace, post.id()).orElseThrow();
                assertThat(whole.post().schedule().orElseThrow().at())
                        .isEqualTo(standing.getFirst().at());
                stores.posts().delete(workspace, post.id(), whole.post().version());
                if (broken == null) {
                    assertThat(at).as("every call was broken once").isEqualTo(4);
                    break;
                }
            }
        }
    }
}
