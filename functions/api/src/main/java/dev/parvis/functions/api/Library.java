package dev.parvis.functions.api;

import java.time.InstantSource;

import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.media.Originals;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.WebUrls;
import dev.parvis.functions.api.media.MediaFiles;
import dev.parvis.functions.api.media.MediaImport;
import dev.parvis.functions.api.media.MediaRoutes;
import dev.parvis.functions.api.media.RenditionRoutes;
import dev.parvis.functions.api.media.UsableMedia;
import dev.parvis.kernel.http.in.Router;

/** The media library's part of the API. */
final class Library {
    private final Rooms rooms;
    private final Connections connections;
    private final InstantSource clock;
    private final UsableMedia usable;

    Library(Rooms rooms, Connections connections, InstantSource clock) {
        this.rooms = rooms;
        this.connections = connections;
        this.clock = clock;
        var media = rooms.stores().media();
        this.usable = new UsableMedia(media, rooms.files(), new Originals(media, rooms.files(), rooms.examiner()));
    }

    /** The media that posts may show. */
    UsableMedia usable() {
        return usable;
    }

    void on(Router router, Members members, MediaRoutes.Calls calls) {
        var stores = rooms.stores();
        var files = new MediaFiles(rooms.files(), usable, rooms.sizer(), clock);
        new MediaRoutes(
                        new MediaRoutes.Stores(
                                stores.brands(), stores.media(), stores.posts(), stores.series(), stores.queues()),
                        new MediaRoutes.Sources(
                                files,
                                new MediaImport(rooms.outbound(), rooms.examiner()),
                                new WebUrls(rooms.outbound())),
                        calls,
                        clock)
                .on(router, members);
        new RenditionRoutes(
                        new RenditionRoutes.Stores(stores.media(), stores.channels(), connections, rooms.networks()),
                        new RenditionRoutes.Shelf(rooms.files(), files, rooms.examiner(), rooms.sizer()),
                        clock)
                .on(router, members);
    }
}
