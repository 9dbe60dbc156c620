package dev.parvis.functions.api.media;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** {@code /v1/workspaces/{workspace}/media}. What is declared is what S3 accepts: type and length are in the signature. */
public final class MediaRoutes {
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final Duration UPLOAD = Duration.ofMinutes(15);
    private static final int LONGEST_ALT = 1500;

    private final Brands brands;
    private final MediaLibrary library;
    private final Supplier<Files> files;
    private final Creation creation;
    private final Pages pages;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(Brands brands, MediaLibrary library, Supplier<Files> files) {}

    public MediaRoutes(Stores stores, Creation creation, Pages pages, InstantSource clock) {
        this.brands = stores.brands();
        this.library = stores.library();
        this.files = stores.files();
        this.creation = creation;
        this.pages = pages;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post("/v1/workspaces/{workspace}/media", members.writes(Place.BODY, this::create))
                .get("/v1/workspaces/{workspace}/media", members.reads(Place.QUERY, this::list))
                .get("/v1/workspaces/{workspace}/media/{media}", members.reads(Place.MEDIA, this::read))
                .post("/v1/workspaces/{workspace}/media/{media}/upload", members.writes(Place.MEDIA, this::upload))
                .patch("/v1/workspaces/{workspace}/media/{media}", members.writes(Place.MEDIA, this::change))
                .delete("/v1/workspaces/{workspace}/media/{media}", members.writes(Place.MEDIA, this::delete));
    }

    private Response create(Request request, Caller caller) {
        return creation.createAnew(
                request, caller, id -> made(request, caller, id), id -> again(caller, new MediaId(id)));
    }

    /** With an upload URL of its own: the first one may have ended. */
    private Optional<Response> again(Caller caller, MediaId id) {
        return library.find(caller.workspace(), id).map(media -> created(caller, media));
    }

    private Response created(Caller caller, Media media) {
        return Creation.created(location(caller, media), media.version(), withUpload(media));
    }

    private Response made(Request request, Caller caller, String id) {
        var fields = Inputs.fields(request);
        var brand = Inputs.brand(fields, brands, caller);
        var name = fields.requiredLine("name", 1, 200);
        var type = fields.requiredLine("type", 1, 100);
        if (!TYPES.contains(type)) {
            fields.refuse(
                    "type",
                    "not_allowed",
                    "must be one of "
                            + String.join(", ", TYPES.stream().sorted().toList()));
        }
        var bytes = fields.requiredWhole("bytes", 1, Media.MOST_BYTES);
        var alt = fields.optionalText("alt", 0, LONGEST_ALT).orElse("");
        Inputs.check(fields);
        var media = Creation.made(library.create(new Media(
                caller.workspace(),
                new MediaId(id),
                brand.orElseThrow().id(),
                name,
                type,
                bytes,
                alt,
                clock.instant(),
                1)));
        return created(caller, media);
    }

    private static String location(Caller caller, Media media) {
        return "/v1/workspaces/" + caller.workspace() + "/media/" + media.id();
    }

    private Json withUpload(Media media) {
        var upload = files.get().upload(media.fileKey(), media.type(), media.bytes(), UPLOAD);
        return json(media)
                .with(
                        "upload",
                        Json.obj(
                                "method",
                                "PUT",
                                "url",
                                upload.url().toString(),
                                "headers",
                                upload.headers(),
                                "expiresAt",
                                Times.format(clock.instant().plus(UPLOAD))));
    }

    private static Json.Obj json(Media media) {
        return Json.obj(
                "id",
                media.id().value(),
                "brand",
                media.brand().value(),
                "name",
                media.name(),
                "type",
                media.type(),
                "bytes",
                media.bytes(),
                "alt",
                media.alt(),
                "createdAt",
                Times.format(media.createdAt()),
                "version",
                media.version());
    }

    private Response list(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, Inputs.query(request, "brand")).id();
        var list = "media " + brand;
        var page = library.list(caller.workspace(), brand, pages.asked(request, caller, list));
        return pages.answer(caller, list, page, MediaRoutes::json);
    }

    /** Tells whether the file has arrived; one S3 look. */
    private Response read(Request request, Caller caller) {
        var media = media(request, caller);
        var stored = files.get().look(media.fileKey());
        return Versions.tagged(Response.json(200, json(media).with("uploaded", stored.isPresent())), media.version());
    }

    /** A fresh URL for a declaration whose first one has ended. */
    private Response upload(Request request, Caller caller) {
        var media = media(request, caller);
        return Versions.tagged(Response.json(200, withUpload(media)), media.version());
    }

    private Response change(Request request, Caller caller) {
        var version = Versions.expected(request);
        var now = media(request, caller);
        var fields = Inputs.fields(request);
        var changed = new Media(
                now.workspace(),
                now.id(),
                now.brand(),
                fields.optionalLine("name", 1, 200).orElse(now.name()),
                now.type(),
                now.bytes(),
                fields.optionalText("alt", 0, LONGEST_ALT).orElse(now.alt()),
                now.createdAt(),
                version);
        Inputs.check(fields);
        return Versions.changed(library.change(changed), Media::version, MediaRoutes::json);
    }

    private Response delete(Request request, Caller caller) {
        var media = media(request, caller);
        var response = Versions.deleted(library.delete(caller.workspace(), media.id(), Versions.expected(request)));
        files.get().erase(media.fileKey());
        return response;
    }

    private Media media(Request request, Caller caller) {
        return library.find(caller.workspace(), Ids.of(request.param("media"), MediaId::new))
                .orElseThrow(Ids::nothingHere);
    }
}
