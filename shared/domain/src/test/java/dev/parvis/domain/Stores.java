package dev.parvis.domain;

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

/** All ports over one store: contracts are written against it. */
public interface Stores {
    Agenda agenda();

    Workspaces workspaces();

    Brands brands();

    Channels channels();

    CredentialStore credentials();

    Posts posts();

    SeriesBook series();

    Queues queues();

    Sheets sheets();

    CalendarLinks calendarLinks();

    Imports imports();

    Slots slots();

    Checks checks();

    Comments comments();

    SentLog sent();

    Holds holds();

    StopLinks stopLinks();

    Sources sources();

    Items items();

    Mentions mentions();

    Rules rules();

    Regulars regulars();

    Pace pace();

    Snapshots snapshots();

    Reports reports();

    MediaLibrary media();

    Endpoints endpoints();

    Audit audit();

    Seals seals();

    Inbound inbound();

    Idempotency idempotency();
}
