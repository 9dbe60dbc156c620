package dev.parvis.functions.listen;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.Sources;
import dev.parvis.networks.feeds.FeedReader;
import dev.parvis.networks.feeds.Feeding;

/** Polls feeds: of what is new, mentions are kept or drafts are made, as the source says. */
final class Feeds {
    private final FeedReader reader;
    private final Sources sources;
    private final Brands brands;
    private final Finds finds;
    private final Drafts drafts;
    private final Outcomes outcomes;

    /** What is read here beside what is found. */
    record Stores(Sources sources, Brands brands) {}

    /** What becomes of what is found: mentions, or drafts. */
    record Keeping(Finds finds, Drafts drafts) {}

    Feeds(FeedReader reader, Stores stores, Keeping keeping, Outcomes outcomes) {
        this.reader = reader;
        this.sources = stores.sources();
        this.brands = stores.brands();
        this.finds = keeping.finds();
        this.drafts = keeping.drafts();
        this.outcomes = outcomes;
    }

    /** Keeps of its new entries those that the brand's watch matches. */
    void poll(Claim<Source> claim, URI url, Duration patience) {
        poll(claim, url, patience, (_, brand, read) -> new Drafts.Made(finds.entries(brand, read.fresh()), true));
    }

    /** Makes drafts of its new entries. */
    void draft(Claim<Source> claim, Origin.Drafts origin, Duration patience) {
        var source = claim.work();
        poll(
                claim,
                origin.url(),
                patience,
                (first, brand, read) -> drafts.of(source, brand, origin.drafting(), read.fresh(), first));
    }

    /** What becomes of new entries. */
    @FunctionalInterface
    private interface Keeper {
        Drafts.Made keep(boolean first, Brand brand, Feeding.Read read);
    }

    private void poll(Claim<Source> claim, URI url, Duration patience, Keeper keeper) {
        var source = claim.work();
        var cursor = sources.cursor(source.workspace(), source.source());
        switch (reader.read(source.workspace(), url, cursor, patience)) {
            case Feeding.Read read -> keep(claim, read, cursor.isEmpty(), keeper);
            case Feeding.Unchanged(var found) -> {
                outcomes.settled(claim, Optional.empty());
                outcomes.polled(claim, Tally.found(found));
            }
            case Feeding.Throttled(var until) -> outcomes.throttled(claim, until);
            case Feeding.Failed(var reason) -> outcomes.failed(claim, reason);
            case Feeding.Gone(var reason) -> outcomes.broken(claim, reason);
        }
    }

    /** What was found, then where the feed is, then the cursor: each may be repeated, and the last ends it. */
    private void keep(Claim<Source> claim, Feeding.Read read, boolean first, Keeper keeper) {
        var source = claim.work();
        var brand = brands.find(source.workspace(), source.brand());
        if (brand.isEmpty()) {
            outcomes.broken(claim, "the brand was removed");
            return;
        }
        var made = keeper.keep(first, brand.get(), read);
        var tally = new Tally(read.found(), 0, 0, read.dropped()).plus(made.tally());
        if (outcomes.settled(claim, read.movedTo()) && made.all()) {
            sources.moveCursor(source.workspace(), source.source(), read.cursor());
        }
        outcomes.polled(claim, tally);
    }
}
