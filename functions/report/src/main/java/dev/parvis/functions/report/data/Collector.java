package dev.parvis.functions.report.data;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

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
        var published = went.values().stream().flatMap(each -> each.out().stream());
        var attended = new Attended(attention.interactions(brand, halves), attention.decisions(brand, halves));
        return new Dataset(
                about(report, brand, frozenAt),
                followers.of(brand, halves, published),
                half(brand, halves.now(), went.get(halves.now()), attended, true),
                half(brand, halves.before(), went.get(halves.before()), attended, false));
    }

    private record Attended(Map<Period, Map<String, Long>> interactions, Map<Period, Map<String, Long>> decisions) {}

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

    private PeriodData half(Brand brand, Period period, PostHistory.Went went, Attended attended, boolean withTexts) {
        var said = attention.mentions(brand, period);
        return new PeriodData(
                period,
                readings.of(brand.workspace(), period, went.out()),
                went.notOut(),
                said.byDay(),
                withTexts ? said.newest() : List.of(),
                attended.interactions().get(period),
                attended.decisions().get(period));
    }
}
