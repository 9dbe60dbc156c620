package dev.parvis.functions.report.data;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.metrics.Snapshots;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.reports.Period;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.Workspaces;

/** Reads all that a report says out of the table. It changes nothing, and what it reads is frozen by its caller. */
public final class Collector {
    private final Workspaces workspaces;
    private final PostHistory posts;
    private final ReadPosts readings;
    private final FollowerHistory followers;
    private final Attention attention;
    private final InstantSource clock;

    /** What is read. */
    public record Stores(
            Workspaces workspaces,
            Channels channels,
            Posts posts,
            Snapshots snapshots,
            Mentions mentions,
            Items items,
            Audit audit) {}

    public Collector(Stores stores, InstantSource clock) {
        workspaces = stores.workspaces();
        posts = new PostHistory(stores.posts());
        readings = new ReadPosts(stores.snapshots());
        followers = new FollowerHistory(stores.channels(), stores.snapshots());
        attention = new Attention(stores.mentions(), stores.items(), stores.audit());
        this.clock = clock;
    }

    public Dataset collect(Report report, Brand brand) {
        var frozenAt = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        var halves = Halves.of(report.period());
        var went = posts.of(brand, halves);
        var interactions = attention.interactions(brand, halves);
        var decisions = attention.decisions(brand, halves);
        var published = Stream.concat(went.now().out().stream(), went.before().out().stream());
        return new Dataset(
                about(report, brand, frozenAt),
                followers.of(brand, halves, published),
                half(brand, halves.now(), new Found(went.now(), interactions.now(), decisions.now(), true)),
                half(
                        brand,
                        halves.before(),
                        new Found(went.before(), interactions.before(), decisions.before(), false)));
    }

    /** What was found of one period. */
    private record Found(
            PostHistory.Went went, Map<String, Long> interactions, Map<String, Long> decisions, boolean withTexts) {}

    private Dataset.About about(Report report, Brand brand, java.time.Instant frozenAt) {
        return new Dataset.About(
                report.report().value(),
                workspaces.find(report.workspace()).map(Workspace::name).orElse(""),
                brand.name(),
                report.language(),
                report.monthly(),
                report.period(),
                brand.createdAt(),
                frozenAt);
    }

    private PeriodData half(Brand brand, Period period, Found found) {
        var said = attention.mentions(brand, period);
        return new PeriodData(
                period,
                readings.of(brand.workspace(), period, found.went().out()),
                found.went().notOut(),
                said.byDay(),
                found.withTexts() ? said.newest() : List.of(),
                found.interactions(),
                found.decisions());
    }
}
