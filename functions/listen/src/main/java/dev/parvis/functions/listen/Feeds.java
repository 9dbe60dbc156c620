package dev.parvis.functions.listen;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.Sources;
import dev.parvis.networks.feeds.FeedReader;
import dev.parvis.networks.feeds.Feeding;

/** Polls a feed, and keeps of its new entries those that the brand's watch matches. */
final class Feeds {
    private final FeedReader reader;
    private final Sources sources;
    private final Brands brands;
    private final Finds finds;
    private final Outcomes outcomes;

    /** What is read here beside what is found. */
    record Stores(Sources sources, Brands brands) {}

    Feeds(FeedReader reader, Stores stores, Finds finds, Outcomes outcomes) {
        this.reader = reader;
        this.sources = stores.sources();
        this.brands = stores.brands();
        this.finds = finds;
        this.outcomes = outcomes;
    }

    void poll(Claim<Source> claim, URI url, Duration patience) {
        var source = claim.work();
        var cursor = sources.cursor(source.workspace(), source.source());
        switch (reader.read(source.workspace(), url, cursor, patience)) {
            case Feeding.Read read -> keep(claim, read);
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
    private void keep(Claim<Source> claim, Feeding.Read read) {
        var source = claim.work();
        var brand = brands.find(source.workspace(), source.brand());
        if (brand.isEmpty()) {
            outcomes.broken(claim, "the brand was removed");
            return;
        }
        var tally = new Tally(read.found(), 0, 0, read.dropped()).plus(finds.entries(brand.get(), read.fresh()));
        if (outcomes.settled(claim, read.movedTo())) {
            sources.moveCursor(source.workspace(), source.source(), read.cursor());
        }
        outcomes.polled(claim, tally);
    }
}
