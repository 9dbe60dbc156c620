package dev.parvis.functions.api.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.Examiner;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.Original;
import dev.parvis.domain.media.Renditions;
import dev.parvis.domain.media.Sizer;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;

/**
 * {@code …/media/{media}/renditions}: what an image is made to for each of the brand's channels, to be seen by signed links.
 * Reading makes nothing; asked to, each is made once and kept, so that the publisher finds it. What was not made in
 * time is left out of the answer's {@code made}, and may be asked for again.
 */
public final class RenditionRoutes {
    private static final String PATH = "/v1/workspaces/{workspace}/media/{media}/renditions";
    private static final Duration SHOWN = Duration.ofMinutes(15);
    /** None is begun later: a call ends after 29 s, and one of the largest takes some. */
    private static final Duration BEGUN_WITHIN = Duration.ofSeconds(12);

    private static final int MOST_CHANNELS = 100;

    private final MediaLibrary library;
    private final Channels channels;
    private final Connections connections;
    private final Networks networks;
    private final Supplier<Files> files;
    private final MediaFiles originals;
    private final Examiner examiner;
    private final Renditions renditions;
    private final InstantSource clock;

    /** What is read. */
    public record Stores(MediaLibrary library, Channels channels, Connections connections, Networks networks) {}

    /** Where files lie, and how they are looked at and made. */
    public record Shelf(Supplier<Files> files, MediaFiles originals, Examiner examiner, Sizer sizer) {}

    public RenditionRoutes(Stores stores, Shelf shelf, InstantSource clock) {
        this.library = stores.library();
        this.channels = stores.channels();
        this.connections = stores.connections();
        this.networks = stores.networks();
        this.files = shelf.files();
        this.originals = shelf.originals();
        this.examiner = shelf.examiner();
        this.renditions = new Renditions(shelf.files(), shelf.sizer());
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.get(PATH, members.reads(Place.MEDIA, this::list)).post(PATH, members.writes(Place.MEDIA, this::make));
    }

    private Response list(Request request, Caller caller) {
        var media = media(request, caller);
        return answer(wanted(request, media).stream()
                .map(wanted -> shown(media, wanted))
                .toList());
    }

    /** Of a file that is there; it is looked at first, if it was not. */
    private Response make(Request request, Caller caller) {
        var media = originals.complete(media(request, caller));
        var until = clock.instant().plus(BEGUN_WITHIN);
        return answer(wanted(request, media).stream()
                .map(wanted -> made(media, wanted, until))
                .toList());
    }

    private static Response answer(List<Json> items) {
        return Response.json(200, Json.obj("items", items));
    }

    /** A channel, and the size that its server wants. */
    private record Wanted(Connection connection, ImageSize size) {
        Json.Obj json(Media media) {
            var channel = connection.channel();
            return Json.obj(
                    "channel",
                    channel.id().value(),
                    "network",
                    channel.network().value(),
                    "handle",
                    channel.handle(),
                    "needed",
                    Renditions.isNeeded(media, size));
        }
    }

    private List<Wanted> wanted(Request request, Media media) {
        var network = request.query("network");
        return channels.list(media.workspace(), PageRequest.first(MOST_CHANNELS)).items().stream()
                .filter(channel -> channel.brand().equals(media.brand()))
                .filter(channel -> channel.state() != ChannelState.DISCONNECTED)
                .filter(channel -> network.isEmpty()
                        || network.get().equals(channel.network().value()))
                .map(channel -> connections.open(media.workspace(), channel.id()))
                .filter(Opened.Ready.class::isInstance)
                .map(ready -> ((Opened.Ready) ready).connection())
                .flatMap(connection -> networks
                        .find(connection.channel().network())
                        .flatMap(Network::publishes)
                        .map(publishes -> new Wanted(connection, publishes.imageSize(connection)))
                        .stream())
                .toList();
    }

    private Json shown(Media media, Wanted wanted) {
        var json = wanted.json(media);
        if (media.isVideo() || media.original().isEmpty()) {
            return json.with("made", false);
        }
        if (!Renditions.isNeeded(media, wanted.size())) {
            var original = media.original().map(found -> json(json, found)).orElse(json);
            return linked(original.with("type", media.type()).with("bytes", media.bytes()), media.fileKey());
        }
        var key = Renditions.key(media, wanted.size());
        return files.get()
                .look(key)
                .<Json>map(there -> linked(
                        sized(json, key, there).with("type", there.type()).with("bytes", there.bytes()), key))
                .orElseGet(() -> json.with("made", false));
    }

    private static Json.Obj json(Json.Obj json, Original original) {
        return json.with("width", original.width()).with("height", original.height());
    }

    private Json.Obj sized(Json.Obj json, String key, Files.Stored there) {
        try (var file = files.get().open(key, "").orElseThrow(Ids::nothingHere)) {
            return examiner.examine(there.type(), file) instanceof Examiner.Finding.Sound(var width, var height, var _)
                    ? json.with("width", width).with("height", height)
                    : json;
        } catch (IOException broken) {
            throw new UncheckedIOException("reading a rendition", broken);
        }
    }

    private Json.Obj linked(Json.Obj json, String key) {
        return json.with("made", true)
                .with("url", files.get().show(key, SHOWN).toString())
                .with(
                        "expiresAt",
                        dev.parvis.kernel.time.Times.format(clock.instant().plus(SHOWN)));
    }

    private Json made(Media media, Wanted wanted, Instant until) {
        if (!Renditions.isNeeded(media, wanted.size())
                || files.get().look(Renditions.key(media, wanted.size())).isPresent()
                || clock.instant().isAfter(until)) {
            return shown(media, wanted);
        }
        return renditions
                .keep(media, wanted.size())
                .filter(Sizer.Sized.Unfit.class::isInstance)
                .map(Sizer.Sized.Unfit.class::cast)
                .<Json>map(unfit -> wanted.json(media)
                        .with("made", false)
                        .with("problem", Json.obj("code", unfit.code(), "detail", unfit.reason())))
                .orElseGet(() -> shown(media, wanted));
    }

    private Media media(Request request, Caller caller) {
        return library.find(caller.workspace(), Ids.of(request.param("media"), MediaId::new))
                .orElseThrow(Ids::nothingHere);
    }
}
