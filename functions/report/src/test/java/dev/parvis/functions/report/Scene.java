package dev.parvis.functions.report;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Reporting;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.mentions.Mention;
import dev.parvis.domain.mentions.Watch;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.metrics.Snapshot;
import dev.parvis.domain.metrics.Subject;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.reports.Period;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportId;
import dev.parvis.domain.reports.ReportState;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.WorkspaceId;

/** A brand of its own, and what is put into its past. */
final class Scene {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final NetworkId BLUESKY = new NetworkId("bluesky");
    static final NetworkId MASTODON = new NetworkId("mastodon");
    static final String PROFILE = "app.bsky.actor.getProfile";
    static final String POSTS = "app.bsky.feed.getPosts";
    static final String UNTOLD = "the network does not tell it";

    final Ports ports;
    final WorkspaceId workspace = Fixtures.workspaceId();
    final Brand brand;

    Scene(Ports ports, Reporting reporting) {
        this(ports, reporting, Instant.parse("2026-01-05T09:00:00Z"));
    }

    Scene(Ports ports, Reporting reporting, Instant since) {
        this.ports = ports;
        ports.workspaces()
                .create(
                        new Workspace(workspace, "Atelier Café", PARIS, Language.FR, List.of(), since, 1),
                        Fixtures.owner(workspace, "lea"));
        brand = new Brand(
                workspace,
                new BrandId(Fixtures.id()),
                "Boulangerie Cœur d’Ébène",
                PARIS,
                new Watch(List.of("cœur d’ébène"), List.of()),
                reporting,
                Duration.ofMinutes(15),
                since,
                1);
        ports.brands().create(brand);
    }

    static Reporting readers(String... recipients) {
        return new Reporting(true, Language.FR, List.of(recipients));
    }

    Channel channel(NetworkId network, String handle) {
        var id = Fixtures.channelId();
        var channel = new Channel(
                workspace,
                id,
                brand.id(),
                network,
                URI.create("https://" + network + ".example"),
                "account-" + id,
                handle,
                ChannelState.CONNECTED,
                "",
                brand.createdAt(),
                1);
        ports.channels().create(channel);
        return channel;
    }

    /** At three in the morning of that day. */
    void followers(Channel channel, String day, Reading reading) {
        put(channel, new Subject.Account(), day, Map.of(Metric.FOLLOWERS, reading));
    }

    void followers(Channel channel, String day, long count) {
        followers(channel, day, new Reading.Measured(count, PROFILE, "followersCount", at(day)));
    }

    void figures(Channel channel, PostId post, String day, Map<Metric, Reading> readings) {
        var all = new EnumMap<Metric, Reading>(Metric.class);
        all.put(Metric.IMPRESSIONS, new Reading.NotProvided(UNTOLD));
        all.put(Metric.REACH, new Reading.NotProvided(UNTOLD));
        all.putAll(readings);
        put(channel, new Subject.Published(post, "native-" + post), day, all);
    }

    private void put(Channel channel, Subject subject, String day, Map<Metric, Reading> readings) {
        ports.snapshots()
                .put(new Snapshot(
                        workspace,
                        brand.id(),
                        channel.id(),
                        channel.network(),
                        subject,
                        LocalDate.parse(day),
                        readings));
    }

    static Reading read(long value, String field, String day) {
        return new Reading.Measured(value, POSTS, field, at(day));
    }

    static Reading failed(String day) {
        return new Reading.Failed("503 from the server", at(day));
    }

    static Reading untold() {
        return new Reading.NotProvided(UNTOLD);
    }

    static Instant at(String day) {
        return LocalDate.parse(day).atTime(3, 0).atZone(PARIS).toInstant();
    }

    /** A post that went out on a channel so long after its time. */
    PostId published(Channel channel, String dueAt, Duration late, String text) {
        var due = Instant.parse(dueAt);
        var post = post(due, text);
        var where =
                new Publication("native-" + post.id(), "https://social.example/p/" + post.id(), due.plus(late), false);
        ports.posts().create(post, List.of(target(post, channel, TargetState.PUBLISHED, Optional.of(where))));
        return post.id();
    }

    PostId notOut(Channel channel, String dueAt, TargetState state) {
        var post = post(Instant.parse(dueAt), "Ne part pas");
        ports.posts().create(post, List.of(target(post, channel, state, Optional.empty())));
        return post.id();
    }

    private Post post(Instant due, String text) {
        return new Post(
                workspace,
                new PostId(Fixtures.id()),
                brand.id(),
                new Content(text, Optional.empty(), List.of(), "fr"),
                Optional.of(new Schedule(due.atZone(PARIS).toLocalDateTime(), PARIS, due)),
                1,
                "lea",
                brand.createdAt(),
                1);
    }

    private Target target(Post post, Channel channel, TargetState state, Optional<Publication> where) {
        return new Target(
                workspace,
                post.id(),
                channel.id(),
                brand.id(),
                channel.network(),
                1,
                state,
                post.schedule().orElseThrow().at(),
                brand.lateness(),
                1,
                "",
                Optional.empty(),
                where);
    }

    void mention(String found, String author, String text) {
        var item = item(new NetworkId("web"), found, author, text);
        ports.items().keep(item);
        ports.mentions().add(new Mention(brand.id(), item, List.of("cœur d’ébène"), Instant.parse(found)));
    }

    private Item item(NetworkId network, String found, String author, String text) {
        var id = Fixtures.id();
        return new Item(
                new ItemKey(workspace, network, id),
                ItemKind.REPLY,
                new Author(id, author, author, ""),
                text,
                "https://blog.exemple.fr/" + id,
                Instant.parse(found).minusSeconds(300),
                Instant.parse(found),
                Optional.empty());
    }

    void received(Channel channel, String found, Handling handling) {
        var item = item(channel.network(), found, "@passant", "Bonjour !");
        var kept = new Interaction(item, brand.id(), channel.id(), Handling.NEW, "", 1);
        ports.items().keep(kept);
        if (handling != Handling.NEW) {
            ports.items().decide(kept.handled(handling, "vu"));
        }
    }

    Report month(String month, Reporting wanted) {
        var period = Period.of(YearMonth.parse(month), PARIS);
        return order(new Report(
                workspace,
                new ReportId("M-" + month + "-" + brand.id()),
                brand.id(),
                period,
                wanted.language(),
                true,
                wanted.recipients(),
                List.of(),
                ReportState.WAITING,
                "",
                period.start(),
                1));
    }

    Report asked(String from, String to, Language language, String... recipients) {
        return order(new Report(
                workspace,
                new ReportId(Fixtures.id()),
                brand.id(),
                new Period(LocalDate.parse(from), LocalDate.parse(to), PARIS),
                language,
                false,
                List.of(recipients),
                List.of(),
                ReportState.WAITING,
                "",
                brand.createdAt(),
                1));
    }

    private Report order(Report report) {
        ports.reports().create(report, report.period().end());
        return report;
    }

    Report now(Report report) {
        return ports.reports().find(workspace, report.report()).orElseThrow();
    }
}
