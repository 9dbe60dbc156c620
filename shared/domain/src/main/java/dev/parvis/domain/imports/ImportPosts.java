package dev.parvis.domain.imports;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.approvals.Requests;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.imports.Import.Tally;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.slots.FreeSlots;
import dev.parvis.domain.slots.Slots;
import dev.parvis.domain.stored.Change;

/**
 * Makes posts of an import's rows, step by step, and takes them back. Killed at any line, the rows of the last step are met again: their
 * posts are there, and are known by their ids.
 */
public final class ImportPosts {
    private final Stores stores;
    private final ImportUndo undo;
    private final FreeSlots slots;
    private final Requests requests;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(
            Agenda agenda,
            Imports imports,
            Posts posts,
            Brands brands,
            Channels channels,
            Slots slots,
            Sheets sheets) {}

    public ImportPosts(Stores stores, InstantSource clock) {
        this.stores = stores;
        this.undo = new ImportUndo(stores.imports(), stores.posts());
        this.slots = new FreeSlots(stores.slots(), clock);
        this.requests = new Requests(stores.agenda(), clock);
        this.clock = clock;
    }

    /** Deals with a claimed import, while {@code goesOn} before each step; what is left then is due at once. */
    public void settle(Claim<Import> claim, BooleanSupplier goesOn) {
        var now = claim.work();
        var ground = new Ground(now);
        while (!now.isOver()) {
            if (!goesOn.getAsBoolean()) {
                stores.agenda().finish(claim, now, Next.at(clock.instant()));
                return;
            }
            now = now.undo().isPresent() ? now.back(undo.step(now)) : now.plus(step(ground, now));
            if (!now.isOver() && stores.agenda().progress(claim, now) == Written.FENCED_OFF) {
                return;
            }
        }
        stores.agenda().finish(claim, now, Next.never());
    }

    private Tally step(Ground ground, Import now) {
        var rows = stores.imports().next(now);
        if (rows.isEmpty()) {
            throw new IllegalStateException("the rows of an import are gone before it was over");
        }
        var tally = Tally.NOTHING;
        for (var row : rows) {
            tally = tally.plus(kept(ground, row));
        }
        return tally;
    }

    private Tally kept(Ground ground, ImportRow row) {
        if (ground.brand.isEmpty()) {
            return failed(ground, row, "", "not_found", "the brand was removed");
        }
        var channels = row.channels().stream()
                .flatMap(id -> ground.channel(id).stream())
                .toList();
        if (row.isPast(clock.instant()) || channels.size() < row.channels().size()) {
            return stores.posts()
                    .find(ground.work.workspace(), row.post())
                    .map(there -> judged(ground, row, there))
                    .orElseGet(() -> row.isPast(clock.instant())
                            ? failed(ground, row, "at", "in_the_past", "its time was over when its turn came")
                            : failed(ground, row, "channels", "not_found", "a channel was removed"));
        }
        return row.nextSlot()
                ? atNextSlot(ground, row, channels)
                : answered(ground, row, create(ground, row, channels, row.schedule(), Booking.SHARED));
    }

    private Tally atNextSlot(Ground ground, ImportRow row, List<Channel> channels) {
        var search = new FreeSlots.Search(ground.work.workspace(), row.post(), row.channels(), ground.zone());
        return switch (slots.take(search, slot -> create(ground, row, channels, Optional.of(slot), Booking.ALONE))) {
            case FreeSlots.Placed.Kept(var change) -> answered(ground, row, change);
            case FreeSlots.Placed.NoSlots() -> failed(ground, row, "at", "no_slots", "the first channel has no slots");
            case FreeSlots.Placed.NoneFree() ->
                failed(
                        ground,
                        row,
                        "at",
                        "none_free",
                        "every slot of the next " + FreeSlots.FURTHEST.toDays() + " days is taken");
        };
    }

    /** Whoever must agree is asked before the post is kept: who asks them looks at what was. */
    private Change<PostWithTargets> create(
            Ground ground, ImportRow row, List<Channel> channels, Optional<Schedule> schedule, Booking booking) {
        var work = ground.work;
        var post = new Post(
                work.workspace(),
                row.post(),
                work.brand(),
                row.content(),
                schedule,
                1,
                work.createdBy(),
                work.createdAt(),
                1);
        var planned = ground.plan.make(post.with(row.labels()), ground.brand.orElseThrow(), channels, Optional.empty());
        requests.ask(planned.post());
        return stores.posts().create(planned.post(), planned.targets(), booking);
    }

    private Tally answered(Ground ground, ImportRow row, Change<PostWithTargets> change) {
        return switch (change) {
            case Change.Done<PostWithTargets> _ -> Tally.MADE;
            case Change.Conflict<PostWithTargets>(var there) -> judged(ground, row, there);
            case Change.Refused<PostWithTargets>(var reason) -> failed(ground, row, "", "refused", reason);
            case Change.Missing<PostWithTargets> _ -> failed(ground, row, "", "not_found", "the brand was removed");
        };
    }

    /** A post that carries the import's own instant was made by it, whatever has become of it since. */
    private Tally judged(Ground ground, ImportRow row, PostWithTargets there) {
        var post = there.post();
        if (ground.work.hasMade(post)) {
            return Tally.MADE;
        }
        if (post.brand().equals(ground.work.brand()) && row.unlike(there).isEmpty()) {
            return Tally.KNOWN;
        }
        stores.imports().tell(ground.work, row.changed(there));
        return Tally.FAILED;
    }

    private Tally failed(Ground ground, ImportRow row, String column, String code, String detail) {
        stores.imports().tell(ground.work, new RowFault(row.line(), column, code, detail));
        return Tally.FAILED;
    }

    /** What the rows of an import stand on, read once. */
    private final class Ground {
        private final Import work;
        private final Optional<Brand> brand;
        private final Plan plan = Plan.knowing(Sites.Known.by(stores.sheets()).remembering());
        private final Map<ChannelId, Optional<Channel>> channels = new HashMap<>();

        Ground(Import work) {
            this.work = work;
            this.brand = stores.brands().find(work.workspace(), work.brand());
        }

        Optional<Channel> channel(ChannelId id) {
            return channels.computeIfAbsent(id, wanted -> stores.channels()
                    .find(work.workspace(), wanted)
                    .filter(channel -> channel.brand().equals(work.brand())));
        }

        java.time.ZoneId zone() {
            return brand.orElseThrow().zone();
        }
    }
}
