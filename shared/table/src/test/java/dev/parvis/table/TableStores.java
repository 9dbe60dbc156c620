package dev.parvis.table;

import dev.parvis.domain.MutableClock;
import dev.parvis.domain.Stores;
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

/** The ports over a fresh table, for the contracts. */
record TableStores(LocalTable local, ParvisTable table) implements Stores, AutoCloseable {
    static Stores empty(MutableClock clock) {
        var local = new LocalTable();
        return new TableStores(local, local.open(clock));
    }

    @Override
    public void close() {
        local.close();
    }

    @Override
    public Agenda agenda() {
        return table.agenda();
    }

    @Override
    public Workspaces workspaces() {
        return table.workspaces();
    }

    @Override
    public Brands brands() {
        return table.brands();
    }

    @Override
    public Channels channels() {
        return table.channels();
    }

    @Override
    public CredentialStore credentials() {
        return table.credentials();
    }

    @Override
    public Posts posts() {
        return table.posts();
    }

    @Override
    public SeriesBook series() {
        return table.series();
    }

    @Override
    public Queues queues() {
        return table.queues();
    }

    @Override
    public Sheets sheets() {
        return table.sheets();
    }

    @Override
    public CalendarLinks calendarLinks() {
        return table.calendarLinks();
    }

    @Override
    public Imports imports() {
        return table.imports();
    }

    @Override
    public Checks checks() {
        return table.checks();
    }

    @Override
    public Slots slots() {
        return table.slots();
    }

    @Override
    public SentLog sent() {
        return table.sent();
    }

    @Override
    public Comments comments() {
        return table.comments();
    }

    @Override
    public Holds holds() {
        return table.holds();
    }

    @Override
    public StopLinks stopLinks() {
        return table.stopLinks();
    }

    @Override
    public Sources sources() {
        return table.sources();
    }

    @Override
    public Regulars regulars() {
        return table.regulars();
    }

    @Override
    public Pace pace() {
        return table.pace();
    }

    @Override
    public Items items() {
        return table.items();
    }

    @Override
    public Mentions mentions() {
        return table.mentions();
    }

    @Override
    public Rules rules() {
        return table.rules();
    }

    @Override
    public Snapshots snapshots() {
        return table.snapshots();
    }

    @Override
    public Reports reports() {
        return table.reports();
    }

    @Override
    public MediaLibrary media() {
        return table.media();
    }

    @Override
    public Endpoints endpoints() {
        return table.endpoints();
    }

    @Override
    public Audit audit() {
        return table.audit();
    }

    @Override
    public Seals seals() {
        return table.seals();
    }

    @Override
    public Inbound inbound() {
        return table.inbound();
    }

    @Override
    public Idempotency idempotency() {
        return table.idempotency();
    }
}
