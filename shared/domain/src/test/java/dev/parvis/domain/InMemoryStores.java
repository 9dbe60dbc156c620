package dev.parvis.domain;

import java.time.Duration;
import java.time.InstantSource;

import dev.parvis.domain.agenda.InMemoryAgenda;
import dev.parvis.domain.approvals.Comments;
import dev.parvis.domain.approvals.InMemoryComments;
import dev.parvis.domain.audit.InMemoryAudit;
import dev.parvis.domain.audit.InMemorySeals;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.brands.InMemoryBrands;
import dev.parvis.domain.calendars.CalendarLinks;
import dev.parvis.domain.calendars.InMemoryCalendarLinks;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.CredentialStore;
import dev.parvis.domain.channels.InMemoryChannels;
import dev.parvis.domain.channels.InMemoryCredentials;
import dev.parvis.domain.crisis.InMemoryStopLinks;
import dev.parvis.domain.crisis.StopLinks;
import dev.parvis.domain.evergreen.InMemoryQueues;
import dev.parvis.domain.evergreen.Queues;
import dev.parvis.domain.idempotency.Idempotency;
import dev.parvis.domain.idempotency.InMemoryIdempotency;
import dev.parvis.domain.imports.Imports;
import dev.parvis.domain.imports.InMemoryImports;
import dev.parvis.domain.inbound.InMemoryInbound;
import dev.parvis.domain.inbound.Inbound;
import dev.parvis.domain.items.InMemoryItems;
import dev.parvis.domain.media.InMemoryMediaLibrary;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.PostsUsingMedia;
import dev.parvis.domain.mentions.InMemoryMentions;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.metrics.InMemorySnapshots;
import dev.parvis.domain.metrics.Snapshots;
import dev.parvis.domain.moderation.InMemoryRules;
import dev.parvis.domain.moderation.Rules;
import dev.parvis.domain.notices.Endpoints;
import dev.parvis.domain.notices.InMemoryEndpoints;
import dev.parvis.domain.notices.InMemorySentLog;
import dev.parvis.domain.notices.SentLog;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.InMemoryHolds;
import dev.parvis.domain.posts.InMemoryPosts;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.preflight.Checks;
import dev.parvis.domain.preflight.InMemoryChecks;
import dev.parvis.domain.replies.InMemoryPace;
import dev.parvis.domain.replies.InMemoryRegulars;
import dev.parvis.domain.replies.Pace;
import dev.parvis.domain.replies.Regulars;
import dev.parvis.domain.reports.InMemoryReports;
import dev.parvis.domain.reports.Reports;
import dev.parvis.domain.series.InMemorySeries;
import dev.parvis.domain.series.SeriesBook;
import dev.parvis.domain.sheets.InMemorySheets;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.slots.InMemorySlots;
import dev.parvis.domain.slots.Slots;
import dev.parvis.domain.sources.InMemorySources;
import dev.parvis.domain.sources.Sources;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.InMemoryWorkspaces;
import dev.parvis.domain.workspaces.Workspaces;

/** Every port in memory, each holding the contract that the table holds, over one agenda. */
public final class InMemoryStores implements Stores {
    private final InMemoryAgenda agenda;
    private final InMemoryCredentials credentials = new InMemoryCredentials();
    private final InMemoryWorkspaces workspaces;
    private final InMemoryBrands brands;
    private final InMemoryChannels channels;
    private final InMemoryPosts posts;
    private final InMemorySheets sheets;
    private final InMemorySlots slots;
    private final InMemoryChecks checks;
    private final InMemoryComments comments = new InMemoryComments();
    private final InMemorySentLog sent = new InMemorySentLog();
    private final InMemorySeries series;
    private final InMemoryQueues queues;
    private final InMemoryImports imports;
    private final InMemoryCalendarLinks calendarLinks = new InMemoryCalendarLinks();
    private final InMemoryHolds holds = new InMemoryHolds();
    private final InMemoryStopLinks stopLinks = new InMemoryStopLinks();
    private final InMemorySources sources;
    private final InMemoryItems items;
    private final InMemoryMentions mentions;
    private final InMemoryRules rules = new InMemoryRules();
    private final InMemoryRegulars regulars = new InMemoryRegulars();
    private final InMemoryPace pace = new InMemoryPace();
    private final InMemorySnapshots snapshots = new InMemorySnapshots();
    private final InMemoryReports reports;
    private final InMemoryMediaLibrary media = new InMemoryMediaLibrary();
    private final InMemoryEndpoints endpoints = new InMemoryEndpoints();
    private final InMemoryAudit audit = new InMemoryAudit();
    private final InMemorySeals seals = new InMemorySeals();
    private final InMemoryInbound inbound;
    private final InMemoryIdempotency idempotency = new InMemoryIdempotency();

    public InMemoryStores(InstantSource clock, Duration lease) {
        agenda = new InMemoryAgenda(clock, lease);
        workspaces = new InMemoryWorkspaces(
                id -> !this.brands().list(id, PageRequest.first(1)).items().isEmpty());
        brands = new InMemoryBrands(id -> workspaces.find(id).isPresent(), (id, brand) -> this.anyChannel()
                .any(id, brand));
        channels = new InMemoryChannels(
                agenda, credentials, (id, brand) -> brands.find(id, brand).isPresent());
        sheets = new InMemorySheets((id, brand) -> brands.find(id, brand).isPresent());
        posts = new InMemoryPosts(agenda, comments);
        checks = new InMemoryChecks(agenda, posts);
        slots = new InMemorySlots(
                posts, (id, channel) -> channels.find(id, channel).isPresent());
        series = new InMemorySeries(agenda);
        queues = new InMemoryQueues(agenda);
        imports = new InMemoryImports(agenda);
        sources = new InMemorySources(agenda);
        items = new InMemoryItems(agenda, clock);
        mentions = new InMemoryMentions(items);
        reports = new InMemoryReports(agenda);
        inbound = new InMemoryInbound(clock);
    }

    private InMemoryChannels anyChannel() {
        return channels;
    }

    @Override
    public InMemoryAgenda agenda() {
        return agenda;
    }

    @Override
    public Workspaces workspaces() {
        return workspaces;
    }

    @Override
    public Brands brands() {
        return brands;
    }

    @Override
    public Channels channels() {
        return channels;
    }

    @Override
    public CredentialStore credentials() {
        return credentials;
    }

    @Override
    public Posts posts() {
        return new PostsUsingMedia(posts, media);
    }

    @Override
    public Queues queues() {
        return queues;
    }

    @Override
    public SeriesBook series() {
        return series;
    }

    @Override
    public Sheets sheets() {
        return sheets;
    }

    @Override
    public CalendarLinks calendarLinks() {
        return calendarLinks;
    }

    @Override
    public Imports imports() {
        return imports;
    }

    @Override
    public Checks checks() {
        return checks;
    }

    @Override
    public Slots slots() {
        return slots;
    }

    @Override
    public SentLog sent() {
        return sent;
    }

    @Override
    public Comments comments() {
        return comments;
    }

    @Override
    public Holds holds() {
        return holds;
    }

    @Override
    public StopLinks stopLinks() {
        return stopLinks;
    }

    @Override
    public Sources sources() {
        return sources;
    }

    @Override
    public InMemoryItems items() {
        return items;
    }

    @Override
    public Mentions mentions() {
        return mentions;
    }

    @Override
    public Rules rules() {
        return rules;
    }

    @Override
    public Regulars regulars() {
        return regulars;
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public Reports reports() {
        return reports;
    }

    @Override
    public MediaLibrary media() {
        return media;
    }

    @Override
    public Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public InMemoryAudit audit() {
        return audit;
    }

    @Override
    public InMemorySeals seals() {
        return seals;
    }

    @Override
    public Inbound inbound() {
        return inbound;
    }

    @Override
    public Idempotency idempotency() {
        return idempotency;
    }
}
