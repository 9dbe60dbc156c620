package dev.parvis.functions.listen;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.sources.Drafting;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.Sources;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Named;
import dev.parvis.kernel.text.Graphemes;

/**
 * Makes drafts of a feed's new entries, each once: the draft's id comes from the source and the entry, and that it was made
 * is written after it, so that neither a poll made twice nor a worker that died makes a second one, and one that a person
 * has deleted stays deleted.
 *
 * <p>New is what was published since the source was made. The first poll only learns what is there: an entry without a
 * date, or one dated before, is none of its drafts. Later on a day's grace is given, because many feeds date by the day;
 * what is older is an old entry under a new id, and there may be hundreds of them at once.
 */
final class Drafts {
    /** Of one poll; the cursor waits until all are made. */
    static final int MOST_AT_ONCE = 50;

    private static final Duration GRACE = Duration.ofDays(1);
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_EXCERPT = 280;

    private final Sources sources;
    private final Posts posts;
    private final Channels channels;
    private final Plan plan;
    private final InstantSource clock;

    /** What is read and written. */
    record Stores(Sources sources, Posts posts, Channels channels, Sheets sheets) {}

    /** What became of a poll's entries; {@code all} is false when some wait for the next poll. */
    record Made(Tally tally, boolean all) {}

    Drafts(Stores stores, InstantSource clock) {
        this.sources = stores.sources();
        this.posts = stores.posts();
        this.channels = stores.channels();
        this.plan = Plan.knowing(Sites.Known.by(stores.sheets()));
        this.clock = clock;
    }

    Made of(Source source, Brand brand, Drafting drafting, List<Item> fresh, boolean first) {
        var wanted = fresh.stream().filter(item -> isNew(source, item, first)).toList();
        var open = wanted.stream()
                .filter(item -> !sources.isDrafted(
                        source.workspace(), source.source(), item.key().digest()))
                .limit(MOST_AT_ONCE + 1L)
                .toList();
        var now = open.stream().limit(MOST_AT_ONCE).toList();
        now.forEach(item -> make(source, brand, drafting, item));
        var old = fresh.size() - wanted.size();
        var tally = new Tally(0, now.size(), 0, old == 0 ? Map.of() : Map.of("before", old));
        return new Made(tally, open.size() <= MOST_AT_ONCE);
    }

    private static boolean isNew(Source source, Item item, boolean first) {
        var dated = !item.publishedAt().equals(item.foundAt());
        return first
                ? dated && item.publishedAt().isAfter(source.createdAt())
                : item.publishedAt().isAfter(source.createdAt().minus(GRACE));
    }

    private void make(Source source, Brand brand, Drafting drafting, Item item) {
        var digest = item.key().digest();
        var id = new PostId(Named.ulid(0, "draft\n" + source.source() + "\n" + digest));
        var there = drafting.channels().stream()
                .flatMap(channel -> channels.find(source.workspace(), channel).stream())
                .filter(channel -> channel.brand().equals(brand.id()))
                .toList();
        var post = new Post(
                        source.workspace(),
                        id,
                        brand.id(),
                        content(drafting, item),
                        Optional.empty(),
                        1,
                        "source/" + source.source(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        1)
                .with(new Labels(drafting.theme(), "", ""));
        var planned = plan.make(post, brand, there, Optional.empty());
        switch (posts.create(planned.post(), planned.targets(), Booking.SHARED)) {
            case Change.Done<?> _, Change.Conflict<?> _ ->
                sources.drafted(source.workspace(), source.source(), digest, clock.instant());
            case Change.Missing<?> _ -> throw new IllegalStateException("a draft cannot be kept: its brand is gone");
            case Change.Refused<?>(var reason) -> throw new IllegalStateException("a draft is refused: " + reason);
        }
    }

    /** The link is a card of the draft unless the text tells it. */
    private static Content content(Drafting drafting, Item item) {
        var lines = item.text().split("\\R", 2);
        var title = cut(lines[0].strip(), LONGEST_TITLE);
        var body = lines.length == 1 ? "" : lines[1].replaceAll("\\s+", " ").strip();
        var text = drafting.text(new Drafting.Said(title, item.url(), cut(body, LONGEST_EXCERPT)));
        var link = Optional.of(item.url())
                .filter(url -> !url.isEmpty() && !drafting.namesLink())
                .map(url -> new Content.Link(url, title, ""));
        return new Content(text.isEmpty() ? title : text, link, List.of(), "");
    }

    private static String cut(String text, int most) {
        var first = Graphemes.first(text, most);
        return first.length() == text.length() ? text : first.strip() + "…";
    }
}
