package dev.parvis.functions.report;

import dev.parvis.domain.Stores;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.metrics.Snapshots;
import dev.parvis.domain.notices.Endpoints;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.reports.Reports;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.table.ParvisTable;

/** What a report is made from, in memory or on a table. */
record Ports(
        Agenda agenda,
        Workspaces workspaces,
        Brands brands,
        Channels channels,
        Posts posts,
        Snapshots snapshots,
        Mentions mentions,
        Items items,
        Audit audit,
        Endpoints endpoints,
        Reports reports) {
    static Ports of(Stores stores) {
        return new Ports(
                stores.agenda(),
                stores.workspaces(),
                stores.brands(),
                stores.channels(),
                stores.posts(),
                stores.snapshots(),
                stores.mentions(),
                stores.items(),
                stores.audit(),
                stores.endpoints(),
                stores.reports());
    }

    static Ports of(ParvisTable table) {
        return new Ports(
                table.agenda(),
                table.workspaces(),
                table.brands(),
                table.channels(),
                table.posts(),
                table.snapshots(),
                table.mentions(),
                table.items(),
                table.audit(),
                table.endpoints(),
                table.reports());
    }
}
