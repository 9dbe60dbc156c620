package dev.parvis.functions.api;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;

import dev.parvis.domain.approvals.Comment;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.brands.Approver;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Reporting;
import dev.parvis.domain.calendars.CalendarId;
import dev.parvis.domain.calendars.CalendarLink;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.evergreen.Entry;
import dev.parvis.domain.evergreen.EntryId;
import dev.parvis.domain.evergreen.Queue;
import dev.parvis.domain.evergreen.QueueId;
import dev.parvis.domain.imports.Import;
import dev.parvis.domain.imports.ImportId;
import dev.parvis.domain.imports.ImportRow;
import dev.parvis.domain.imports.RowFault;
import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.mentions.Mention;
import dev.parvis.domain.mentions.Watch;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.moderation.Condition;
import dev.parvis.domain.moderation.Rule;
import dev.parvis.domain.moderation.RuleId;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.notices.Endpoint;
import dev.parvis.domain.notices.EndpointId;
import dev.parvis.domain.notices.Sent;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.reports.Period;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportId;
import dev.parvis.domain.reports.ReportState;
import dev.parvis.domain.series.Edition;
import dev.parvis.domain.series.Recurrence;
import dev.parvis.domain.series.Saying;
import dev.parvis.domain.series.Series;
import dev.parvis.domain.series.SeriesId;
import dev.parvis.domain.series.SeriesState;
import dev.parvis.domain.sheets.Handle;
import dev.parvis.domain.sheets.HashtagSet;
import dev.parvis.domain.sheets.Objective;
import dev.parvis.domain.sheets.Rhythm;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.domain.slots.Slot;
import dev.parvis.domain.slots.Week;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The workspace that the examples of the OpenAPI document speak of, with one of each thing in it. */
final class Sample {
    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    /** When its post goes out. */
    static final Instant DUE = Instant.parse("2026-11-28T08:00:00Z");

    static final WorkspaceId WORKSPACE = new WorkspaceId("01KAJ3Q2W5V8M0N4R6T1X7Y9ZA");
    static final BrandId BRAND = new BrandId("01KAJ3S0B4F9K2D7G5H8J1M3N6");
    static final ChannelId CHANNEL = new ChannelId("01KAJ3T5C1H6N8P3Q9R2S4T7V0");
    static final PostId POST = new PostId("01KAJ4B2P7S0T3V6W9X1Y4Z8A5");
    static final MediaId MEDIA = new MediaId("01KAJ4A9M2D5E8F1G3H6J0K4N7");
    static final ReportId REPORT = new ReportId("01KAJ4E5R9P2Q4R7S0T3V6W8X1");
    static final EndpointId ENDPOINT = new EndpointId("01KAJ4F1E3N5D7P9Q2R4S6T8V0");
    static final SourceId SOURCE = new SourceId("01KAJ4C3S6R8E0F2G5H9J1K7M4");
    static final RuleId RULE = new RuleId("01KAJ4D8R1V4E6F9G2H5J0K3M7");
    static final QueueId QUEUE = new QueueId("01KAJ4H8T3F6S9V2W5X7Y0Z3A6");
    static final EntryId ENTRY = new EntryId("01KAJ4J9V4G7T0W3X6Y8Z1A4B7");
    static final SeriesId SERIES = new SeriesId("01KAJ4G7S2E5R8T1V4W6X9Y2Z5");
    static final CalendarId CALENDAR = new CalendarId("01KAJ4J9C4L7N0Q3S6V8X1Z5A7");
    static final ImportId IMPORT = new ImportId("01KAJ4H8M3P6R9T2V5X7Y0Z4B6");
    static final NetworkId SANDBOX = new NetworkId("sandbox");
    static final String COMMENT = "01KAJ4G7C2M6N0P3Q5R8S1T4V7";
    static final Approver CLAIRE = new Approver("Claire", "claire@client.example", Language.FR);
    static final Approver COLIN = new Approver("Colin", "colin@client.example", Language.EN);
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final String OWNER = "auth0|camille";
    static final String MANAGER = "auth0|max";
    static final String WRITER = "auth0|marie";
    static final String READER = "auth0|rene";

    private final Rooms.Stores stores;
    private final Sealer sealer;
    private final URI server;

    /** @param server where the sandbox is */
    Sample(Rooms.Stores stores, Sealer sealer, URI server) {
        this.stores = stores;
        this.sealer = sealer;
        this.server = server;
    }

    /** What the sample's media is declared to be: 48,213 bytes that begin with a small JPEG. */
    static byte[] file() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
            return Arrays.copyOf(bytes.toByteArray(), 48_213);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void settle() {
        people(WORKSPACE);
        brand(WORKSPACE, BRAND);
        channel(CHANNEL, SANDBOX, "helios", new Credential(Map.of("token", "s3cr3t")));
        done(stores.sheets().replace(sheet()));
        done(stores.media()
                .create(new Media(WORKSPACE, MEDIA, BRAND, "vitrine.jpg", "image/jpeg", 48_213, "La vitrine", NOW, 1)));
        done(stores.sources().create(source(), NOW));
        done(stores.rules().create(rule()));
        done(stores.endpoints().create(endpoint()));
        stores.sent()
                .keep(Sent.first(
                                new Event(
                                        POST + ".published",
                                        Event.Type.POST_PUBLISHED,
                                        WORKSPACE,
                                        NOW,
                                        Map.of("post", POST.value())),
                                ENDPOINT)
                        .tried(new Sent.Try(NOW, "status 503"), Sent.Outcome.FAILED));
        done(stores.reports().create(report(ReportState.READY), NOW));
        stores.holds().put(WORKSPACE, new Hold(Hold.Scope.BRAND, BRAND.value(), "Incident", OWNER, NOW));
        stores.audit()
                .add(new AuditEntry(
                        WORKSPACE, "one", NOW, OWNER, "post.created", "post/" + POST, "", Map.of("version", "1")));
        var monday = new Slot(DayOfWeek.MONDAY, LocalTime.parse("09:00"));
        var thursday = new Slot(DayOfWeek.THURSDAY, LocalTime.parse("18:30"));
        done(stores.slots().replace(new Week(WORKSPACE, CHANNEL, List.of(monday, thursday), 0)));
        done(stores.posts().create(post(), List.of(target())));
        stores.comments()
                .add(new Comment(
                        WORKSPACE, POST, COMMENT, NOW, Approval.Part.TEAM, WRITER, "Plutôt une photo de la vitrine ?"));
        series();
        imported();
        queue();
        done(stores.calendarLinks()
                .create(new CalendarLink(
                        WORKSPACE,
                        CALENDAR,
                        BRAND,
                        CalendarLink.Audience.CLIENT,
                        "Téléphone de Claire",
                        OWNER,
                        NOW,
                        1)));
        found();
    }

    void people(WorkspaceId workspace) {
        done(stores.workspaces()
                .create(
                        new Workspace(workspace, "Atelier", PARIS, Language.FR, List.of("camille@example.org"), NOW, 1),
                        new Member(workspace, OWNER, Role.OWNER)));
        done(stores.workspaces().admit(new Member(workspace, MANAGER, Role.MANAGER)));
        done(stores.workspaces().admit(new Member(workspace, WRITER, Role.WRITER)));
        done(stores.workspaces().admit(new Member(workspace, READER, Role.READER)));
    }

    void brand(WorkspaceId workspace, BrandId brand) {
        done(stores.brands()
                .create(new Brand(
                        workspace,
                        brand,
                        "Café Hélios",
                        PARIS,
                        new Watch(List.of("Hélios"), List.of()),
                        new Reporting(false, Language.FR, List.of("client@example.org")),
                        Brand.DEFAULT_LATENESS,
                        NOW,
                        1)));
    }

    void channel(ChannelId id, NetworkId network, String account, Credential credential) {
        channel(id, BRAND, network, account, credential);
    }

    void channel(ChannelId id, BrandId brand, NetworkId network, String account, Credential credential) {
        done(stores.channels()
                .create(new Channel(
                        WORKSPACE, id, brand, network, server, account, account, ChannelState.CONNECTED, "", NOW, 1)));
        new Credentials(stores.credentials(), sealer).replace(WORKSPACE, id, credential, Instant.MAX, 0);
    }

    private void found() {
        var queued = new Interaction(
                item("c-101", "Le service était bien long hier…", ItemKind.REPLY),
                BRAND,
                CHANNEL,
                Handling.QUEUED,
                "",
                1);
        stores.items().keep(queued);
        var item = item("c-102", "Passé chez Hélios ce matin.", ItemKind.POST);
        stores.items().keep(item);
        stores.mentions().add(new Mention(BRAND, item, List.of("Hélios"), NOW));
    }

    static Item item(String nativeId, String text, ItemKind kind) {
        return new Item(
                new ItemKey(WORKSPACE, SANDBOX, nativeId),
                kind,
                new Author("a-7", "gourmand", "Léa", ""),
                text,
                "",
                NOW,
                NOW,
                Optional.empty());
    }

    private static Sheet sheet() {
        return new Sheet(
                WORKSPACE,
                BRAND,
                new Sheet.Voice("Chaleureux, on vouvoie.", "Le quartier", "On reste courtois."),
                new Sheet.Aims(
                        List.of("Carte", "Coulisses"),
                        List.of("Hiver"),
                        List.of(new Objective("Notoriété", Metric.FOLLOWERS, 5_000, LocalDate.of(2027, 6, 30))),
                        List.of(new Rhythm(CHANNEL, 3))),
                new Sheet.Names(
                        List.of(new Handle(new NetworkId("instagram"), "cafe.helios")),
                        List.of("https://cafe-helios.example/"),
                        List.of(new HashtagSet("maison", List.of("#CaféHélios"), false))),
                0);
    }

    private static Source source() {
        return new Source(
                WORKSPACE,
                SOURCE,
                BRAND,
                "Le blog du quartier",
                new Origin.Feed(URI.create("https://quartier.example/feed.xml")),
                Duration.ofMinutes(15),
                SourceState.LISTENING,
                0,
                "",
                NOW,
                1);
    }

    private static Rule rule() {
        return new Rule(
                WORKSPACE,
                RULE,
                BRAND,
                "Liens",
                true,
                100,
                new Condition(List.of(), true, List.of()),
                Action.QUEUE,
                NOW,
                1);
    }

    private static Endpoint endpoint() {
        return new Endpoint(
                WORKSPACE,
                ENDPOINT,
                URI.create("https://hooks.example/parvis"),
                Set.of(Event.Type.POST_PUBLISHED),
                "c2VhbGVk",
                NOW,
                1);
    }

    static Report report(ReportState state) {
        return new Report(
                WORKSPACE,
                REPORT,
                BRAND,
                new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), PARIS),
                Language.FR,
                false,
                List.of("client@example.org"),
                List.of(),
                state,
                "",
                NOW,
                1);
    }

    /** The post once more, waiting for somebody's word. */
    void waiting(Approving.Policy policy) {
        var there = stores.posts().find(WORKSPACE, POST).orElseThrow().post();
        done(stores.posts().delete(WORKSPACE, POST, there.version()));
        var planned = Plan.of(post(), asking(policy), List.of(there(CHANNEL)), Optional.empty());
        done(stores.posts().create(planned.post(), planned.targets()));
    }

    /** The brand, as it asks for approval. */
    Brand asking(Approving.Policy policy) {
        var brand = stores.brands().find(WORKSPACE, BRAND).orElseThrow();
        return new Brand(
                brand.workspace(),
                brand.id(),
                brand.name(),
                brand.zone(),
                brand.watch(),
                brand.reporting(),
                brand.lateness(),
                new Approving(policy, List.of(CLAIRE, COLIN)),
                brand.createdAt(),
                brand.version());
    }

    private Channel there(ChannelId id) {
        return stores.channels().find(WORKSPACE, id).orElseThrow();
    }

    private static Post post() {
        var wallClock = LocalDateTime.parse("2026-11-28T09:00");
        var schedule = new Schedule(wallClock, PARIS, wallClock.atZone(PARIS).toInstant());
        var content = new Content("Nouveau : le chocolat chaud.", Optional.empty(), List.of(), "fr");
        return new Post(WORKSPACE, POST, BRAND, content, Optional.of(schedule), 1, OWNER, NOW, 1);
    }

    /** Every Tuesday from December on. */
    private void queue() {
        var queue = new Queue(WORKSPACE, QUEUE, BRAND, "Conseils", List.of(CHANNEL), 30, 1, false, OWNER, NOW, 1);
        done(stores.queues().create(queue, NOW.plus(Duration.ofHours(12))));
        var content = new Content("Le pain se garde trois jours dans un linge.", Optional.empty(), List.of(), "fr");
        done(stores.queues()
                .add(new Entry(
                        WORKSPACE,
                        QUEUE,
                        ENTRY,
                        content,
                        Labels.NONE,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        false,
                        1)));
    }

    private void series() {
        var saying = new Saying(
                SERIES.value(),
                new Content("Le mardi, le croissant est offert.", Optional.empty(), List.of(), "fr"),
                List.of(CHANNEL));
        var first = LocalDateTime.parse("2026-12-01T09:00");
        var series = new Series(
                WORKSPACE,
                SERIES,
                BRAND,
                new Recurrence("FREQ=WEEKLY;BYDAY=TU", first, PARIS),
                List.of(),
                Optional.empty(),
                List.of(new Edition(SERIES.value(), first.toLocalDate())),
                SeriesState.RUNNING,
                NOW,
                OWNER,
                NOW,
                1);
        done(stores.series().create(series, saying, NOW));
    }

    /** Of two rows, one of them bad, that nobody has begun. */
    private void imported() {
        var draft = new ImportRow(
                2,
                ImportRow.post(BRAND, "1"),
                new Content("Bientôt", Optional.empty(), List.of(), ""),
                Labels.NONE,
                Optional.empty(),
                false,
                List.of());
        var work = new Import(WORKSPACE, IMPORT, BRAND, 1, 1, 0, 0, 0, 0, OWNER, NOW);
        var fault = new RowFault(3, "at", "in_the_past", "must be in the future");
        stores.imports().create(work, List.of(draft), List.of(fault), NOW);
    }

    private static Target target() {
        return new Target(
                WORKSPACE,
                POST,
                CHANNEL,
                BRAND,
                SANDBOX,
                1,
                TargetState.SCHEDULED,
                DUE,
                Brand.DEFAULT_LATENESS,
                0,
                "",
                Optional.empty(),
                Optional.empty());
    }

    private static void done(Change<?> change) {
        if (!(change instanceof Change.Done<?>)) {
            throw new AssertionError("the sample could not be settled: " + change);
        }
    }
}
