package dev.parvis.domain;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import dev.parvis.domain.brands.Approver;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Publishing;
import dev.parvis.domain.brands.Reporting;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.mentions.Watch;
import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.moderation.Condition;
import dev.parvis.domain.moderation.Rule;
import dev.parvis.domain.moderation.RuleId;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.notices.Endpoint;
import dev.parvis.domain.notices.EndpointId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.reports.Period;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportId;
import dev.parvis.domain.reports.ReportState;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Examples of the domain's records. Ids are as long as ULIDs and rise, so that lists by id are lists by age. */
public final class Fixtures {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final NetworkId SANDBOX = new NetworkId("sandbox");
    /** A network that says nothing otherwise. */
    public static final Content.Variant AS_THE_POST =
            new Content.Variant(Optional.empty(), Optional.empty(), Optional.empty());

    private static final AtomicLong IDS = new AtomicLong();

    private Fixtures() {}

    /** 26 characters, later ones greater. */
    public static String id() {
        return "01JD%022d".formatted(IDS.incrementAndGet());
    }

    public static WorkspaceId workspaceId() {
        return new WorkspaceId(id());
    }

    public static BrandId brandId() {
        return new BrandId(id());
    }

    public static ChannelId channelId() {
        return new ChannelId(id());
    }

    public static Workspace workspace(WorkspaceId id) {
        return new Workspace(id, "Atelier Café", PARIS, Language.FR, List.of("equipe@example.org"), NOON, 1);
    }

    public static Member owner(WorkspaceId workspace, String subject) {
        return new Member(workspace, subject, Role.OWNER);
    }

    public static Brand brand(WorkspaceId workspace, BrandId id) {
        return new Brand(
                workspace,
                id,
                "Boulangerie Lumière",
                PARIS,
                new Watch(List.of("boulangerie lumière"), List.of("cinéma")),
                new Reporting(true, Language.FR, List.of("client@example.org")),
                Brand.DEFAULT_LATENESS,
                NOON,
                1);
    }

    /** The same brand, where somebody must agree to its posts. */
    public static Brand brand(WorkspaceId workspace, BrandId id, Approving.Policy policy) {
        var plain = brand(workspace, id);
        return new Brand(
                workspace,
                id,
                plain.name(),
                plain.zone(),
                plain.watch(),
                plain.reporting(),
                plain.lateness(),
                new Approving(policy, List.of(new Approver("Claire", "claire@example.org", Language.FR))),
                NOON,
                1);
    }

    /** The same brand, where this holds for all its posts. */
    public static Brand brand(WorkspaceId workspace, BrandId id, Publishing publishing) {
        var plain = brand(workspace, id);
        return new Brand(
                workspace,
                id,
                plain.name(),
                plain.zone(),
                plain.watch(),
                plain.reporting(),
                plain.lateness(),
                plain.approving(),
                publishing,
                NOON,
                1);
    }

    public static Channel channel(WorkspaceId workspace, BrandId brand, ChannelId id) {
        return new Channel(
                workspace,
                id,
                brand,
                SANDBOX,
                URI.create("https://sandbox.example"),
                "account-" + id,
                "@lumiere",
                ChannelState.CONNECTED,
                "",
                NOON,
                1);
    }

    public static Content content(String text) {
        return new Content(text, Optional.empty(), List.of(), "fr");
    }

    /** A post that goes out at this instant. */
    public static Post post(WorkspaceId workspace, BrandId brand, Instant at) {
        var schedule = new Schedule(at.atZone(PARIS).toLocalDateTime(), PARIS, at);
        return new Post(
                workspace, new PostId(id()), brand, content("Du pain frais"), Optional.of(schedule), 1, "lea", NOON, 1);
    }

    public static Post draft(WorkspaceId workspace, BrandId brand) {
        var post = post(workspace, brand, NOON);
        return new Post(workspace, post.id(), brand, post.content(), Optional.empty(), 1, post.createdBy(), NOON, 1);
    }

    /** A scheduled target of this post. */
    public static Target target(Post post, ChannelId channel) {
        var due = post.schedule().map(Schedule::at).orElse(post.createdAt());
        var state = post.schedule().isPresent() ? TargetState.SCHEDULED : TargetState.DRAFT;
        return new Target(
                post.workspace(),
                post.id(),
                channel,
                post.brand(),
                SANDBOX,
                post.revision(),
                state,
                due,
                Brand.DEFAULT_LATENESS,
                0,
                "",
                Optional.empty(),
                Optional.empty());
    }

    public static Source feed(WorkspaceId workspace, Duration every) {
        return new Source(
                workspace,
                new SourceId(id()),
                brandId(),
                "Le blog",
                new Origin.Feed(URI.create("https://blog.example/feed.xml")),
                every,
                SourceState.LISTENING,
                0,
                "",
                NOON,
                1);
    }

    public static Item item(WorkspaceId workspace, String nativeId, String text, Instant found) {
        return new Item(
                new ItemKey(workspace, SANDBOX, nativeId),
                ItemKind.REPLY,
                new Author("did:plc:camille", "camille.example", "Camille", "https://example/camille"),
                text,
                "https://example/" + nativeId,
                found.minusSeconds(60),
                found,
                Optional.of("parent-1"));
    }

    public static Interaction interaction(Item item, BrandId brand, ChannelId channel) {
        return new Interaction(item, brand, channel, Handling.NEW, "", 1);
    }

    public static Rule rule(WorkspaceId workspace, BrandId brand, int order) {
        return new Rule(
                workspace,
                new RuleId(id()),
                brand,
                "gros mots",
                true,
                order,
                new Condition(List.of("zut"), true, List.of("@troll")),
                Action.HIDE,
                NOON,
                1);
    }

    public static SnapshotOrder snapshotOrder(WorkspaceId workspace) {
        return new SnapshotOrder(workspace, channelId(), brandId(), 0);
    }

    public static Refresh refresh(WorkspaceId workspace) {
        return new Refresh(workspace, channelId(), NOON.plusSeconds(7200), 0, false);
    }

    public static Report report(WorkspaceId workspace, BrandId brand, Instant created) {
        var period = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), PARIS);
        return new Report(
                workspace,
                new ReportId(id()),
                brand,
                period,
                Language.FR,
                false,
                List.of("client@example.org"),
                List.of(),
                ReportState.WAITING,
                "",
                created,
                1);
    }

    public static Delivery delivery(WorkspaceId workspace) {
        var event =
                new Event("post.published." + id(), Event.Type.POST_PUBLISHED, workspace, NOON, Map.of("post", id()));
        return new Delivery(workspace, event, id(), 0, Optional.empty());
    }

    public static Media media(WorkspaceId workspace, BrandId brand, Instant created) {
        return new Media(
                workspace, new MediaId(id()), brand, "vitrine.jpg", "image/jpeg", 123_456, "La vitrine", created, 1);
    }

    public static Endpoint endpoint(WorkspaceId workspace) {
        return new Endpoint(
                workspace,
                new EndpointId(id()),
                URI.create("https://crm.example/hook"),
                Set.of(Event.Type.POST_PUBLISHED, Event.Type.MENTION_FOUND),
                "c2VhbGVk",
                NOON,
                1);
    }

    /** The first day of a report's month. */
    public static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
