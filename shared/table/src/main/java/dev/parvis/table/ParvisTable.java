package dev.parvis.table;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.approvals.Comments;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.Seals;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.calendars.CalendarLinks;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.CredentialStore;
import dev.parvis.domain.crisis.StopLinks;
import dev.parvis.domain.evergreen.Queues;
import dev.parvis.domain.idempotency.Idempotency;
import dev.parvis.domain.imports.Imports;
import dev.parvis.domain.inbound.Inbound;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.PostsUsingMedia;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.metrics.Snapshots;
import dev.parvis.domain.moderation.Rules;
import dev.parvis.domain.notices.Endpoints;
import dev.parvis.domain.notices.SentLog;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.preflight.Checks;
import dev.parvis.domain.replies.Pace;
import dev.parvis.domain.replies.Regulars;
import dev.parvis.domain.reports.Reports;
import dev.parvis.domain.series.SeriesBook;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.slots.Slots;
import dev.parvis.domain.sources.Sources;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.kernel.config.AwsService;
import dev.parvis.kernel.config.Config;

/**
 * Every port of the domain over one table. Each is made when it is asked for: a function loads the classes of what it
 * uses. Needs of DynamoDB: GetItem, BatchGetItem, Query, PutItem, UpdateItem, DeleteItem, ConditionCheckItem; no Scan.
 * Thread-safe.
 */
public final class ParvisTable {
    private final Rows rows;
    private final InstantSource clock;
    private final AgendaSettings settings;
    private final RandomGenerator random;

    public ParvisTable(DynamoDbClient client, String name, InstantSource clock, AgendaSettings settings) {
        this(client, name, clock, settings, new SecureRandom());
    }

    /** The table that the environment names, with its lease for every kind of work. */
    public static ParvisTable from(AwsEnvironment aws, Config config, InstantSource clock) {
        var client = aws.configure(DynamoDbClient.builder(), AwsService.DYNAMODB)
                .endpointDiscoveryEnabled(false)
                .accountIdEndpointMode(AccountIdEndpointMode.DISABLED)
                .build();
        return new ParvisTable(client, config.table(), clock, AgendaSettings.lease(config.lease()));
    }

    /** @param random draws the marks of writes; two processes must not draw the same */
    public ParvisTable(
            DynamoDbClient client, String name, InstantSource clock, AgendaSettings settings, RandomGenerator random) {
        this.rows = new Rows(client, name, new Marks(random));
        this.clock = clock;
        this.settings = settings;
        this.random = random;
    }

    public Agenda agenda() {
        return new TableAgenda(rows, new AgendaCodecs(rows), settings, clock, random);
    }

    public Posts posts() {
        return new PostsUsingMedia(new TablePosts(rows, settings), media());
    }

    public SentLog sent() {
        return new TableSentLog(rows);
    }

    public Comments comments() {
        return new TableComments(rows);
    }

    public Channels channels() {
        return new TableChannels(rows);
    }

    public CredentialStore credentials() {
        return new TableCredentials(rows);
    }

    public Workspaces workspaces() {
        return new TableWorkspaces(rows);
    }

    public Brands brands() {
        return new TableBrands(rows);
    }

    public Holds holds() {
        return new TableHolds(rows);
    }

    public StopLinks stopLinks() {
        return new TableStopLinks(rows);
    }

    public Queues queues() {
        return new TableQueues(rows, settings);
    }

    public SeriesBook series() {
        return new TableSeries(rows, settings);
    }

    public Sheets sheets() {
        return new TableSheets(rows);
    }

    public CalendarLinks calendarLinks() {
        return new TableCalendarLinks(rows);
    }

    public Imports imports() {
        return new TableImports(rows, settings);
    }

    public Checks checks() {
        return new TableChecks(rows, settings);
    }

    public Slots slots() {
        return new TableSlots(rows);
    }

    public Sources sources() {
        return new TableSources(rows, settings);
    }

    public Items items() {
        return new TableItems(rows, settings, clock);
    }

    public Mentions mentions() {
        return new TableMentions(rows);
    }

    public Rules rules() {
        return new TableRules(rows);
    }

    public Regulars regulars() {
        return new TableRegulars(rows);
    }

    public Pace pace() {
        return new TablePace(rows);
    }

    public Snapshots snapshots() {
        return new TableSnapshots(rows);
    }

    public Reports reports() {
        return new TableReports(rows, settings);
    }

    public MediaLibrary media() {
        return new TableMediaLibrary(rows);
    }

    public Endpoints endpoints() {
        return new TableEndpoints(rows);
    }

    public Audit audit() {
        return new TableAudit(rows);
    }

    public Seals seals() {
        return new TableSeals(rows);
    }

    public Inbound inbound() {
        return new TableInbound(rows, clock);
    }

    public Idempotency idempotency() {
        return new TableIdempotency(rows);
    }
}
