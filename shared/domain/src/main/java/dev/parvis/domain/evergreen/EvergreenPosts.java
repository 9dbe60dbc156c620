package dev.parvis.domain.evergreen;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.approvals.Requests;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.PostsUsingMedia;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.slots.FreeSlots;
import dev.parvis.domain.slots.Slots;
import dev.parvis.domain.stored.Change;

/** Fills the free slots of a queue's channels. Every step may be repeated. */
public final class EvergreenPosts {
    /** How far ahead slots are filled: near, so that what is new finds them free. */
    public static final Duration AHEAD = Duration.ofDays(2);
    /** How far ahead where somebody must agree first. */
    public static final Duration AHEAD_OF_APPROVAL = Duration.ofDays(7);
    /** No slot is filled that is nearer than this: somebody may want to look. */
    public static final Duration SOONEST = Duration.ofHours(1);

    private static final Duration EVERY = Duration.ofHours(12);
    /** Slots in a week, at the most. */
    private static final int MOST_SLOTS = 100;

    private final Stores stores;
    private final FreeSlots free;
    private final Requests requests;
    private final Plan plan;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(
            Agenda agenda,
            Queues queues,
            Posts posts,
            Brands brands,
            Channels channels,
            Slots slots,
            MediaLibrary media,
            Sheets sheets) {}

    public EvergreenPosts(Stores stores, InstantSource clock) {
        this.stores = stores;
        this.free = new FreeSlots(stores.slots(), clock);
        this.requests = new Requests(stores.agenda(), clock);
        this.plan = Plan.knowing(Sites.Known.by(stores.sheets()));
        this.clock = clock;
    }

    /** Fills one queue's slots now, unless a worker does so already. */
    public void fill(Queue queue) {
        stores.agenda().claimOne(Kind.QUEUE, queue.workspace(), queue.id()).ifPresent(this::fill);
    }

    public void fill(Claim<Queue> claim) {
        var queue = claim.work();
        var brand = stores.brands().find(queue.workspace(), queue.brand());
        if (brand.isEmpty() || queue.paused()) {
            stores.agenda().finish(claim, queue, Next.never());
            return;
        }
        var channels = queue.channels().stream()
                .flatMap(id -> stores.channels().find(queue.workspace(), id).stream())
                .filter(channel -> channel.brand().equals(queue.brand()) && channel.state() == ChannelState.CONNECTED)
                .toList();
        if (!channels.isEmpty() && !filled(claim, new Ground(brand.get(), channels))) {
            return;
        }
        stores.agenda().finish(claim, queue, Next.at(clock.instant().plus(EVERY)));
    }

    private record Ground(Brand brand, List<Channel> channels) {}

    /** False when the queue is no longer ours. */
    private boolean filled(Claim<Queue> claim, Ground ground) {
        var queue = claim.work();
        var entries = new ArrayList<>(stores.queues().entries(queue.workspace(), queue.queue()));
        var shown = shown(entries);
        var takenBack = TakenBack.of(queue, entries, stores, clock.instant());
        entries.replaceAll(takenBack::unsaid);
        for (var slot : slots(queue, ground)) {
            var entry = next(queue, ground.brand(), showable(takenBack.after(entries, slot), shown, slot), slot);
            while (entry.isPresent()) {
                // Whoever has paused the queue since must not find a post of it afterwards.
                if (stores.agenda().progress(claim, queue) == Written.FENCED_OFF) {
                    return false;
                }
                var made = make(queue, ground, entry.get(), slot);
                made.ifPresent(said -> entries.replaceAll(there -> there.id().equals(said.id()) ? said : there));
                var wasThere = made.flatMap(Entry::last).filter(at -> !at.equals(slot.at()));
                entry = wasThere.isPresent()
                        ? next(queue, ground.brand(), showable(takenBack.after(entries, slot), shown, slot), slot)
                        : Optional.empty();
            }
        }
        return true;
    }

    /** What the entries show, by id; what was deleted is not there. */
    private Map<String, Media> shown(List<Entry> entries) {
        var found = new HashMap<String, Media>();
        for (var entry : entries) {
            PostsUsingMedia.mediaOf(entry.content())
                    .flatMap(id -> stores.media().find(entry.workspace(), id).stream())
                    .forEach(media -> found.put(media.id().value(), media));
        }
        return found;
    }

    /** An entry is passed over whose pictures are gone, or may not be shown any more by then: its post would fail. */
    private static List<Entry> showable(List<Entry> entries, Map<String, Media> shown, Schedule slot) {
        return entries.stream()
                .map(entry -> entry.content().media().stream().allMatch(id -> Optional.ofNullable(shown.get(id))
                                .filter(media -> media.rights().holdAt(slot.at()))
                                .isPresent())
                        ? entry
                        : entry.silent())
                .toList();
    }

    private List<Schedule> slots(Queue queue, Ground ground) {
        var now = clock.instant();
        var ahead = ground.brand().approving().policy() == Approving.Policy.NONE ? AHEAD : AHEAD_OF_APPROVAL;
        var ids = ground.channels().stream().map(Channel::id).toList();
        // Which post asks is all the same: none of those to be made is anywhere yet.
        var nobody = new PostId(queue.queue().value());
        var search = new FreeSlots.Search(
                queue.workspace(), nobody, ids, ground.brand().zone());
        return free.next(search, MOST_SLOTS).stream()
                .filter(slot ->
                        slot.at().isAfter(now.plus(SOONEST)) && slot.at().isBefore(now.plus(ahead)))
                .toList();
    }

    /** What was not said for longest, what was never said before all; empty when the day has enough or nothing fits. */
    private static Optional<Entry> next(Queue queue, Brand brand, List<Entry> entries, Schedule slot) {
        var day = slot.wallClock().toLocalDate();
        var thatDay = entries.stream()
                .flatMap(entry -> entry.last().stream())
                .filter(last -> last.atZone(brand.zone()).toLocalDate().equals(day))
                .count();
        return thatDay >= queue.perDay()
                ? Optional.empty()
                : entries.stream()
                        .filter(entry -> entry.fits(slot.at(), day, queue.gapDays()))
                        .min(Comparator.comparing((Entry entry) -> entry.last().orElse(Instant.MIN))
                                .thenComparing(entry -> entry.id().value()));
    }

    /**
     * The entry after a post was made of it: here, or elsewhere by a worker that died before it was noted. Empty when
     * somebody has just taken the slot.
     */
    private Optional<Entry> make(Queue queue, Ground ground, Entry entry, Schedule slot) {
        var post = new Post(
                        queue.workspace(),
                        entry.next(),
                        queue.brand(),
                        entry.content(),
                        Optional.of(slot),
                        1,
                        queue.createdBy(),
                        clock.instant(),
                        1)
                .with(entry.labels());
        var planned = plan.make(post, ground.brand(), ground.channels(), Optional.empty());
        requests.ask(planned.post());
        return switch (stores.posts().create(planned.post(), planned.targets(), Booking.ALONE)) {
            case Change.Done<PostWithTargets> _ -> Optional.of(said(entry, slot.at()));
            case Change.Conflict<PostWithTargets>(var there) ->
                Optional.of(
                        said(entry, there.post().schedule().map(Schedule::at).orElseGet(() -> there.post()
                                .createdAt())));
            case Change.Refused<PostWithTargets> _, Change.Missing<PostWithTargets> _ -> Optional.empty();
        };
    }

    private Entry said(Entry entry, Instant at) {
        stores.queues().said(entry, at);
        return entry.said(at);
    }
}
