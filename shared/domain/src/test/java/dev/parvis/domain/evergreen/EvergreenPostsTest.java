package dev.parvis.domain.evergreen;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.Approving.Policy;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.slots.Slot;
import dev.parvis.domain.slots.Week;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What fills the slots that nobody has taken. Noon of 2026-11-21 is a Saturday, 13:00 in Paris. */
class EvergreenPostsTest {
    private static final Instant SATURDAY_18 = Instant.parse("2026-11-21T17:00:00Z");
    private static final Instant SUNDAY_09 = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant SUNDAY_18 = Instant.parse("2026-11-22T17:00:00Z");
    private static final Instant MONDAY_09 = Instant.parse("2026-11-23T08:00:00Z");

    private final MutableClock clock = new MutableClock(NOON);
    private final InMemoryStores stores = new InMemoryStores(clock, StoreContract.LEASE);
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId channel = Fixtures.channelId();

    @BeforeEach
    void a_brand_with_two_slots_a_day() {
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        stores.brands().create(Fixtures.brand(workspace, brand));
        stores.channels().create(Fixtures.channel(workspace, brand, channel));
        var slots = new ArrayList<Slot>();
        for (var day : DayOfWeek.values()) {
            slots.add(new Slot(day, LocalTime.of(9, 0)));
            slots.add(new Slot(day, LocalTime.of(18, 0)));
        }
        stores.slots().replace(new Week(workspace, channel, slots, 0));
    }

    private Queue queue(int perDay, String... texts) {
        var queue = EvergreenFixtures.queue(workspace, brand, perDay, channel);
        stores.queues().create(queue, NOON);
        for (var text : texts) {
            stores.queues().add(EvergreenFixtures.entry(queue, text));
        }
        return queue;
    }

    private void fill() {
        var posts = new EvergreenPosts(
                new EvergreenPosts.Stores(
                        stores.agenda(),
                        stores.queues(),
                        stores.posts(),
                        stores.brands(),
                        stores.channels(),
                        stores.slots(),
                        stores.media(),
                        stores.sheets()),
                clock);
        stores.agenda().claim(Kind.QUEUE, clock.instant(), 10).claims().forEach(posts::fill);
    }

    private List<Post> calendar() {
        return stores.posts()
                .calendar(workspace, brand, YearMonth.of(2026, 11), PageRequest.first(50))
                .items();
    }

    private List<Instant> times() {
        return calendar().stream()
                .map(post -> post.schedule().map(Schedule::at).orElseThrow())
                .toList();
    }

    @Test
    void the_free_slots_of_two_days_are_filled_with_what_was_not_said_for_longest() {
        queue(2, "Un", "Deux", "Trois", "Quatre", "Cinq");

        fill();

        assertThat(times()).containsExactly(SATURDAY_18, SUNDAY_09, SUNDAY_18, MONDAY_09);
        assertThat(calendar())
                .extracting(post -> post.content().text())
                .containsExactly("Un", "Deux", "Trois", "Quatre");
        assertThat(calendar()).extracting(Post::labels).containsOnly(new Labels("Conseils", "", ""));
        assertThat(stores.posts()
                        .find(workspace, calendar().getFirst().id())
                        .orElseThrow()
                        .targets())
                .extracting(target -> target.state())
                .containsExactly(TargetState.SCHEDULED);
    }

    @Test
    void a_slot_that_a_post_stands_at_stays_its_own() {
        var taken = Fixtures.post(workspace, brand, SUNDAY_09);
        stores.posts().create(taken, List.of(Fixtures.target(taken, channel)));
        queue(2, "Un", "Deux", "Trois", "Quatre");

        fill();

        assertThat(times()).containsExactly(SATURDAY_18, SUNDAY_09, SUNDAY_18, MONDAY_09);
        assertThat(calendar().get(1)).isEqualTo(taken);
    }

    @Test
    void no_day_gets_more_than_the_queue_allows_and_nothing_comes_again_before_its_gap() {
        queue(1, "Un", "Deux");

        fill();
        assertThat(times()).containsExactly(SATURDAY_18, SUNDAY_09);
        clock.set(NOON.plus(Duration.ofDays(5)));
        fill();
        assertThat(times()).hasSize(2);

        clock.set(SATURDAY_18.plus(Duration.ofDays(30)).minus(Duration.ofDays(1)));
        fill();
        var december = stores.posts()
                .calendar(workspace, brand, YearMonth.of(2026, 12), PageRequest.first(50))
                .items();
        assertThat(december).extracting(post -> post.content().text()).containsExactly("Un", "Deux");
    }

    @Test
    void filling_twice_makes_nothing_twice() {
        queue(2, "Un", "Deux", "Trois", "Quatre", "Cinq", "Six");

        fill();
        clock.set(NOON.plus(Duration.ofHours(12)));
        fill();

        assertThat(times())
                .containsExactly(SATURDAY_18, SUNDAY_09, SUNDAY_18, MONDAY_09, MONDAY_09.plus(Duration.ofHours(9)));
        assertThat(calendar()).extracting(Post::content).doesNotHaveDuplicates();
    }

    /** The post is there, the note of it is not. */
    @Test
    void a_worker_that_dies_before_it_has_noted_a_post_makes_no_second_one() {
        var queue = queue(2, "Un", "Deux");
        var entry = stores.queues().entries(workspace, queue.queue()).getFirst();
        var zone = Fixtures.PARIS;
        var post = new Post(
                workspace,
                entry.next(),
                brand,
                entry.content(),
                Optional.of(new Schedule(SATURDAY_18.atZone(zone).toLocalDateTime(), zone, SATURDAY_18)),
                1,
                "lea",
                NOON,
                1);
        stores.posts().create(post, List.of(Fixtures.target(post, channel)), Booking.ALONE);

        fill();

        assertThat(times()).containsExactly(SATURDAY_18, SUNDAY_09);
        assertThat(calendar()).extracting(Post::content).doesNotHaveDuplicates();
        assertThat(stores.queues()
                        .entry(workspace, queue.queue(), entry.id())
                        .orElseThrow()
                        .last())
                .contains(SATURDAY_18);
    }

    @Test
    void what_is_paused_or_over_is_passed_by() {
        var queue = queue(2, "Un", "Deux", "Trois");
        var entries = stores.queues().entries(workspace, queue.queue());
        stores.queues().change(edited(entries.get(0), Optional.empty(), true));
        stores.queues().change(edited(entries.get(1), Optional.of(LocalDate.parse("2026-11-20")), false));

        fill();

        assertThat(calendar()).extracting(post -> post.content().text()).containsExactly("Trois");
    }

    @Test
    void what_a_person_has_cancelled_was_not_said_and_comes_again_another_day() {
        queue(1, "Un", "Deux", "Trois", "Quatre", "Cinq");
        fill();
        assertThat(texts()).containsExactly("Un", "Deux", "Trois");
        var sunday = calendar().get(1);
        stores.posts().cancel(workspace, sunday.id(), sunday.version());

        clock.set(NOON.plus(Duration.ofHours(12)));
        fill();

        assertThat(texts())
                .as("not again on the day that it was taken from")
                .containsExactlyInAnyOrder("Un", "Deux", "Quatre", "Trois");
        assertThat(times()).containsExactly(SATURDAY_18, SUNDAY_09, SUNDAY_09, MONDAY_09);
        clock.set(NOON.plus(Duration.ofDays(1)));
        fill();
        assertThat(calendar().getLast().content().text()).isEqualTo("Deux");
        assertThat(calendar()).hasSize(5);
        clock.set(NOON.plus(Duration.ofDays(2)));
        fill();
        assertThat(calendar().getLast().content().text()).isEqualTo("Cinq");
    }

    @Test
    void a_worker_that_dies_before_it_has_noted_what_comes_again_makes_no_second_post() {
        var queue = queue(1, "Un");
        fill();
        var first = calendar().getFirst();
        stores.posts().delete(workspace, first.id(), first.version());
        var entry = stores.queues().entries(workspace, queue.queue()).getFirst();
        var again = Fixtures.post(workspace, brand, SUNDAY_09);
        var made =
                new Post(workspace, entry.unsaid().next(), brand, again.content(), again.schedule(), 1, "lea", NOON, 1);
        stores.posts().create(made, List.of(Fixtures.target(made, channel)));

        clock.set(NOON.plus(Duration.ofHours(12)));
        fill();

        assertThat(calendar()).extracting(Post::id).containsExactly(made.id());
        assertThat(stores.queues().entries(workspace, queue.queue()).getFirst().last())
                .contains(SUNDAY_09);
    }

    private List<String> texts() {
        return calendar().stream().map(post -> post.content().text()).toList();
    }

    private static Entry edited(Entry entry, Optional<LocalDate> until, boolean paused) {
        return new Entry(
                entry.workspace(),
                entry.queue(),
                entry.id(),
                entry.content(),
                entry.labels(),
                until,
                entry.times(),
                entry.last(),
                paused,
                entry.version());
    }

    @Test
    void a_paused_queue_makes_nothing_until_it_is_changed() {
        var queue = queue(2, "Un");
        var paused = new Queue(
                workspace,
                queue.queue(),
                brand,
                queue.name(),
                queue.channels(),
                queue.gapDays(),
                queue.perDay(),
                true,
                queue.createdBy(),
                queue.createdAt(),
                1);
        assertThat(stores.queues().change(paused, NOON)).isInstanceOf(Change.Done.class);

        fill();
        clock.set(NOON.plus(Duration.ofDays(3)));
        fill();

        assertThat(calendar()).isEmpty();
    }

    @Test
    void where_somebody_must_agree_it_is_asked_a_week_ahead() {
        var asking = Fixtures.brandId();
        var there = Fixtures.channelId();
        stores.brands().create(Fixtures.brand(workspace, asking, Policy.CLIENT));
        stores.channels().create(Fixtures.channel(workspace, asking, there));
        stores.slots()
                .replace(new Week(workspace, there, List.of(new Slot(DayOfWeek.THURSDAY, LocalTime.of(9, 0))), 0));
        var queue = EvergreenFixtures.queue(workspace, asking, 1, there);
        stores.queues().create(queue, NOON);
        stores.queues().add(EvergreenFixtures.entry(queue, "Un"));

        fill();

        var made = stores.posts()
                .calendar(workspace, asking, YearMonth.of(2026, 11), PageRequest.first(5))
                .items();
        assertThat(made).hasSize(1);
        assertThat(stores.posts()
                        .find(workspace, made.getFirst().id())
                        .orElseThrow()
                        .targets())
                .extracting(target -> target.state())
                .containsExactly(TargetState.APPROVAL);
    }

    @Test
    void an_entry_whose_picture_is_gone_or_may_not_be_shown_by_then_is_passed_over() {
        var queue = queue(4, "Sans image");
        var valid = Fixtures.media(workspace, brand, NOON).with(until("2026-11-22"));
        var expired = Fixtures.media(workspace, brand, NOON).with(until("2026-11-20"));
        stores.media().create(valid);
        stores.media().create(expired);
        stores.queues().add(showing(queue, "Valable jusqu’au dimanche", valid));
        stores.queues().add(showing(queue, "Échue", expired));
        stores.queues().add(showing(queue, "Supprimée", Fixtures.media(workspace, brand, NOON)));

        fill();

        assertThat(calendar())
                .extracting(post -> post.content().text())
                .containsExactlyInAnyOrder("Sans image", "Valable jusqu’au dimanche");
    }

    private static Rights until(String lastDay) {
        var expiry = new Rights.Expiry(LocalDate.parse(lastDay), Fixtures.PARIS);
        return new Rights("", "", "", "", "", Optional.of(expiry));
    }

    private static Entry showing(Queue queue, String text, Media media) {
        var plain = EvergreenFixtures.entry(queue, text);
        var image = new Content.Image(media.id().value(), "");
        return new Entry(
                plain.workspace(),
                plain.queue(),
                plain.id(),
                new Content(text, Optional.empty(), List.of(image), "fr"),
                plain.labels(),
                plain.until(),
                plain.times(),
                plain.last(),
                plain.paused(),
                plain.version());
    }
}
