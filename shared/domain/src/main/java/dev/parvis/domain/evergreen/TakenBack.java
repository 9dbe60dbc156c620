package dev.parvis.domain.evergreen;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.slots.Slots;

/**
 * Entries whose last post a person has cancelled or deleted: it was not said, and may be said again before its gap is over,
 * though not on the day that it was taken from, nor before. What stands on the queue's channels was not taken back; each of
 * the others is looked at.
 */
record TakenBack(Map<EntryId, Instant> from) {
    static TakenBack of(Queue queue, List<Entry> entries, EvergreenPosts.Stores stores, Instant now) {
        var since = now.minus(Slots.KNOWN);
        var recent = entries.stream()
                .filter(entry -> entry.made().isPresent()
                        && entry.last().filter(since::isBefore).isPresent())
                .toList();
        var standing = new HashSet<PostId>();
        if (!recent.isEmpty()) {
            var until = now.plus(EvergreenPosts.AHEAD_OF_APPROVAL);
            queue.channels().forEach(channel -> stores.slots()
                    .taken(queue.workspace(), channel, since, until)
                    .forEach(taken -> standing.addAll(taken.posts())));
        }
        var from = new HashMap<EntryId, Instant>();
        for (var entry : recent) {
            var post = entry.made().orElseThrow().post();
            if (!standing.contains(post) && isGone(queue, post, stores)) {
                from.put(entry.id(), entry.last().orElseThrow());
            }
        }
        return new TakenBack(from);
    }

    private static boolean isGone(Queue queue, PostId post, EvergreenPosts.Stores stores) {
        return stores.posts()
                .find(queue.workspace(), post)
                .map(whole -> whole.targets().stream().allMatch(target -> target.state() == TargetState.CANCELLED))
                .orElse(true);
    }

    Entry unsaid(Entry entry) {
        return from.containsKey(entry.id()) ? entry.unsaid() : entry;
    }

    /** The entries at a slot: those passed over that were taken from its day, or a later one. */
    List<Entry> after(List<Entry> entries, Schedule slot) {
        return entries.stream()
                .map(entry -> isTooSoon(entry, slot) ? entry.silent() : entry)
                .toList();
    }

    private boolean isTooSoon(Entry entry, Schedule slot) {
        var taken = from.get(entry.id());
        return taken != null
                && !slot.wallClock()
                        .toLocalDate()
                        .isAfter(taken.atZone(slot.zone()).toLocalDate());
    }
}
