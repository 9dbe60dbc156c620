package dev.parvis.functions.api;

import java.time.InstantSource;

import dev.parvis.functions.api.calendars.CalendarRoutes;
import dev.parvis.functions.api.calendars.FeedRoute;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.functions.api.imports.ExportRoute;
import dev.parvis.functions.api.imports.ImportRoutes;
import dev.parvis.functions.api.posts.PostRoutes;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.vault.SealedTokens;

/** Posts as files and as calendars. */
record Calendars(Rooms rooms, Creation creation, Deeds deeds, InstantSource clock) {
    void on(PostRoutes.Stores written, Router router, Members members) {
        var stores = rooms.stores();
        var files = new ImportRoutes.Stores(written, stores.channels(), stores.imports(), stores.agenda());
        new ImportRoutes(files, creation, deeds, clock).on(router, members);
        var links = new CalendarRoutes.Stores(
                stores.brands(), stores.calendarLinks(), new SealedTokens(rooms.sealer(), clock));
        new CalendarRoutes(links, creation, deeds, clock).on(router, members);
        var read = new FeedRoute.Stores(
                stores.workspaces(), stores.brands(), stores.channels(), stores.calendarLinks(), stores.posts());
        new FeedRoute(links.tokens(), read, rooms.networks(), clock).on(router);
        new ExportRoute(stores.brands(), stores.posts(), stores.channels()).on(router, members);
    }
}
