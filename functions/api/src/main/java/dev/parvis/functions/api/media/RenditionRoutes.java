package dev.parvis.functions.api.media;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.Rendition;
import dev.parvis.domain.media.Renditions;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.media.Sizes.Wanted;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/**
 * {@code …/media/{media}/renditions}: what an image is made to for each of the brand's channels, to be seen by signed links.
 * Reading makes nothing; asked to, each that is missing is made once and kept, so that the publisher finds it. What was not
 * made in time is still {@code waiting} in the answer, and may be asked for again.
 */
public final class RenditionRoutes {
    private static final String PATH = "/v1/workspaces/{workspace}/media/{media}/renditions";
    private static final Duration SHOWN = Duration.ofMinutes(15);
    /** None is begun later: a call ends after 29 s, and one of the largest takes some. */
    private static final Duration BEGUN_WITHIN = Duration.ofSeconds(12);

    private final MediaLibrary library;
    private final Supplier<Files> files;
    private final MediaFiles originals;
    private final Renditions renditions;
    private final Sizes sizes;
    private final InstantSource clock;

    /** Where files lie, and how they are made. */
    public record Shelf(Supplier<Files> files, MediaFiles originals, Renditions renditions, Sizes sizes) {}

    public RenditionRoutes(MediaLibrary library, Shelf shelf, InstantSource clock) {
        this.library = library;
        this.files = shelf.files();
        this.originals = shelf.originals();
        this.renditions = shelf.renditions();
        this.sizes = shelf.sizes();
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.get(PATH, members.reads(Place.MEDIA, this::list)).post(PATH, members.writes(Place.MEDIA, this::make));
    }

    private Response list(Request request, Caller caller) {
        var media = media(request, caller);
        return answer(media, sizes.wanted(media, request.query("network")));
    }

    /** Of a file that is there; it is looked at first, if it was not. */
    private Response make(Request request, Caller caller) {
        var media = originals.complete(media(request, caller));
        var until = clock.instant().plus(BEGUN_WITHIN);
        var wanted = sizes.wanted(media, request.query("network"));
        wanted.forEach(each -> sizes.make(media, each, until));
        return answer(media, wanted);
    }

    private Response answer(Media media, List<Wanted> wanted) {
        return Response.json(
                200,
                Json.obj(
                        "items", wanted.stream().map(each -> shown(media, each)).toList()));
    }

    private static Json.Obj described(Media media, Wanted wanted) {
        var channel = wanted.connection().channel();
        return Json.obj(
                "channel",
                channel.id().value(),
                "network",
                channel.network().value(),
                "handle",
                channel.handle(),
                "needed",
                Renditions.isNeeded(media, wanted.size()));
    }

    private Json shown(Media media, Wanted wanted) {
        var json = described(media, wanted);
        if (media.isVideo() || media.original().isEmpty()) {
            return json.with("state", "waiting").with("made", false);
        }
        if (!Renditions.isNeeded(media, wanted.size())) {
            var found = media.original().get();
            return linked(
                    json.with("state", "original")
                            .with("width", found.width())
                            .with("height", found.height())
                            .with("type", media.type())
                            .with("bytes", media.bytes()),
                    media.fileKey());
        }
        return renditions
                .find(media, wanted.size())
                .map(rendition -> shown(json, media, wanted, rendition))
                .orElseGet(() -> json.with("state", "waiting").with("made", false));
    }

    private Json shown(Json.Obj json, Media media, Wanted wanted, Rendition rendition) {
        var told = MediaJson.state(json, rendition.state());
        return switch (rendition.state()) {
            case Rendition.State.Made _ -> linked(told, Renditions.key(media, wanted.size()));
            case Rendition.State.Impossible _ -> told.with("made", false);
        };
    }

    private Json linked(Json.Obj json, String key) {
        return json.with("made", true)
                .with("url", files.get().show(key, SHOWN).toString())
                .with("expiresAt", Times.format(clock.instant().plus(SHOWN)));
    }

    private Media media(Request request, Caller caller) {
        return library.find(caller.workspace(), Ids.of(request.param("media"), MediaId::new))
                .orElseThrow(Ids::nothingHere);
    }
}
