package dev.parvis.functions.api;

import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.approvals.Comments;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.Seals;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.calendars.CalendarLinks;
import dev.parvis.domain.cards.Cards;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.CredentialStore;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.crisis.StopLinks;
import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.evergreen.Queues;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.idempotency.Idempotency;
import dev.parvis.domain.imports.Imports;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.media.Examiner;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.Sizer;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.metrics.Snapshots;
import dev.parvis.domain.moderation.Rules;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.notices.Endpoints;
import dev.parvis.domain.notices.SentLog;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.preflight.Checks;
import dev.parvis.domain.reports.Reports;
import dev.parvis.domain.series.RuleReader;
import dev.parvis.domain.series.SeriesBook;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.slots.Slots;
import dev.parvis.domain.sources.Sources;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.kernel.http.out.Outbound;

/** Everything of the domain that the API opens a door to. */
record Rooms(
        Stores stores,
        Supplier<Files> files,
        Examiner examiner,
        Sizer sizer,
        Sealer sealer,
        Announcer announcer,
        Networks networks,
        Cards cards,
        RuleReader rules,
        Outbound outbound) {

    /** The ports over the table. */
    record Stores(
            Workspaces workspaces,
            Brands brands,
            Channels channels,
            CredentialStore credentials,
            Posts posts,
            Comments comments,
            Sheets sheets,
            Slots slots,
            Checks checks,
            SeriesBook series,
            CalendarLinks calendarLinks,
            Imports imports,
            Queues queues,
            Snapshots snapshots,
            Holds holds,
            StopLinks stopLinks,
            MediaLibrary media,
            Sources sources,
            Items items,
            Mentions mentions,
            Rules rules,
            Reports reports,
            Endpoints endpoints,
            SentLog sent,
            Audit audit,
            Seals seals,
            Agenda agenda,
            Idempotency idempotency) {}
}
