package dev.parvis.functions.api;

import java.time.InstantSource;

import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.media.Originals;
import dev.parvis.domain.media.Renditions;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.WebUrls;
import dev.parvis.functions.api.media.MediaFiles;
import dev.parvis.functions.api.media.MediaImport;
import dev.parvis.functions.api.media.MediaRoutes;
import dev.parvis.functions.api.media.RenditionRoutes;
import dev.parvis.functions.api.media.Sizes;
import dev.parvis.functions.api.media.UsableMedia;
import dev.parvis.kernel.http.in.Router;

/** The media library's part of the API. */
final class Library {
    private final Rooms rooms;
    private final InstantSource clock;
    private final Renditions renditions;
    private final Sizes sizes;
    private final UsableMedia usable;

    Library(Rooms rooms, Connections connections, InstantSource clock) {
        this.rooms = rooms;
        this.clock = clock;
        var media = rooms.stores().media();
        this.renditions = new Renditions(media, rooms.files(), rooms.sizer());
        this.sizes =
                new Sizes(new Sizes.Wants(rooms.stores().channels(), connections, rooms.networks()), renditions, clock);
        this.usable = new UsableMedia(
                media, rooms.files(), new Originals(media, rooms.files(), rooms.examiner()), sizes::ahead);
    }

    /** The media that posts may show. */
    UsableMedia usable() {
        return usable;
    }

    void on(Router router, Members members, MediaRoutes.Calls calls) {
        var stores = rooms.stores();
        var files = new MediaFiles(rooms.files(), usable, renditions, clock);
        new MediaRoutes(
                        new MediaRoutes.Stores(
                                stores.brands(), stores.media(), stores.posts(), stores.series(), stores.queues()),
                        new MediaRoutes.Sources(
                                files,
                                new MediaImport(rooms.outbound(), rooms.examiner()),
                                new WebUrls(rooms.outbound()),
                                sizes),
                        calls,
                        clock)
                .on(router, members);
        new RenditionRoutes(stores.media(), new RenditionRoutes.Shelf(rooms.files(), files, renditions, sizes), clock)
                .on(router, members);
    }
}
