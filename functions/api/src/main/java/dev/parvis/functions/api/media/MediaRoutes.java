package dev.parvis.functions.api.media;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.evergreen.Queues;
import dev.parvis.domain.media.Focus;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.series.SeriesBook;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.functions.api.calls.WebUrls;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;

/**
 * {@code /v1/workspaces/{workspace}/media}: declare, import, describe, delete. What waiting posts or a series still need is
 * deleted only when the caller says that it is known.
 */
public final class MediaRoutes {
    private static final String ALL = "/v1/workspaces/{workspace}/media";
    private static final String ONE = ALL + "/{media}";
    /** So many of those that need a media are named. */
    private static final int MOST_NAMED = 5;

    private final Brands brands;
    private final MediaLibrary library;
    private final MediaUses uses;
    private final MediaFiles files;
    private final MediaImport imports;
    private final WebUrls urls;
    private final Sizes sizes;
    private final Creation creation;
    private final Pages pages;
    private final Deeds deeds;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(Brands brands, MediaLibrary library, Posts posts, SeriesBook series, Queues queues) {}

    /** Where files come from and lie. */
    public record Sources(MediaFiles files, MediaImport imports, WebUrls urls, Sizes sizes) {}

    /** What every creation, list and deed goes through. */
    public record Calls(Creation creation, Pages pages, Deeds deeds) {}

    public MediaRoutes(Stores stores, Sources sources, Calls calls, InstantSource clock) {
        this.brands = stores.brands();
        this.library = stores.library();
        this.uses = new MediaUses(stores, clock);
        this.files = sources.files();
        this.imports = sources.imports();
        this.urls = sources.urls();
        this.sizes = sources.sizes();
        this.creation = calls.creation();
        this.pages = calls.pages();
        this.deeds = calls.deeds();
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post(ALL, members.writes(Place.BODY, this::create))
                .get(ALL, members.reads(Place.QUERY, this::list))
                .get(ONE, members.reads(Place.MEDIA, this::read))
                .get(ONE + "/uses", members.reads(Place.MEDIA, this::uses))
                .post(ONE + "/upload", members.writes(Place.MEDIA, this::upload))
                .post(ONE + "/complete", members.writes(Place.MEDIA, this::complete))
                .patch(ONE, members.writes(Place.MEDIA, this::change))
                .delete(ONE, members.writes(Place.MEDIA, this::delete));
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
        return Creation.created(
                "/v1/workspaces/" + caller.workspace() + "/media/" + media.id(),
                media.version(),
                files.withUpload(media));
    }

    private Response made(Request request, Caller caller, String id) {
        var fields = Inputs.fields(request);
        var brand = Inputs.brand(fields, brands, caller);
        var name = fields.requiredLine("name", 1, 200);
        var alt = MediaInput.alt(fields).orElse("");
        var rights = brand.flatMap(of -> MediaInput.rights(fields, of)).orElse(Rights.UNSAID);
        var focus = MediaInput.focus(fields).orElse(Focus.CENTRE);
        if (brand.isEmpty()) {
            fields.raw("rights");
        }
        var source = fields.has("from") ? urls.read(fields, "from") : Optional.<URI>empty();
        var type = fields.has("from") ? "" : MediaInput.type(fields);
        var bytes = fields.has("from") ? 0 : MediaInput.bytes(fields, type);
        Inputs.check(fields);
        var described = new Media(
                        caller.workspace(),
                        new MediaId(id),
                        brand.map(Brand::id).orElseThrow(),
                        name,
                        type,
                        bytes,
                        alt,
                        clock.instant(),
                        1)
                .with(rights)
                .with(focus);
        return created(
                caller, source.map(from -> imported(fields, described, from)).orElseGet(() -> kept(described)));
    }

    private Media kept(Media media) {
        return Creation.made(library.create(media));
    }

    /** Its file is there before it is, so that it is never without. */
    private Media imported(Fields fields, Media described, URI from) {
        return switch (imports.fetch(from)) {
            case MediaImport.Fetched.Refused(var code, var why) -> {
                fields.refuse("from", code, why);
                Inputs.check(fields);
                throw new IllegalStateException("a refusal was not told");
            }
            case MediaImport.Fetched.Sound(var type, var bytes) -> {
                var media = described.of(type, bytes.length);
                files.keep(media, bytes);
                yield files.bound(kept(media));
            }
        };
    }

    private Response list(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, Inputs.query(request, "brand"));
        var before = request.query("expiringBefore");
        if (before.isPresent()) {
            var day = day(before.get());
            var list = "media " + brand.id() + " expiring " + day;
            var page = library.expiring(
                    caller.workspace(),
                    brand.id(),
                    day.atStartOfDay(brand.zone()).toInstant().plusMillis(1),
                    pages.asked(request, caller, list));
            return pages.answer(caller, list, page, MediaJson::of);
        }
        var list = "media " + brand.id();
        var page = library.list(caller.workspace(), brand.id(), pages.asked(request, caller, list));
        return pages.answer(caller, list, page, MediaJson::of);
    }

    private static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() <= 9998) {
                return day;
            }
        } catch (DateTimeParseException malformed) {
            // Said below.
        }
        throw Problem.of(Problem.Code.INVALID_REQUEST, "expiringBefore is a date such as 2026-12-31.")
                .exception();
    }

    private Response read(Request request, Caller caller) {
        var media = media(request, caller);
        return tagged(media, MediaJson.of(media).with("uploaded", files.isThere(media)));
    }

    private Response uses(Request request, Caller caller) {
        var media = media(request, caller);
        var list = "uses " + media.id();
        var page = library.uses(caller.workspace(), media.id(), pages.asked(request, caller, list));
        var now = page.items().stream()
                .flatMap(use -> uses.now(media, use).stream())
                .toList();
        return pages.answer(caller, list, new dev.parvis.domain.stored.Page<>(now, page.next()), MediaUses.Used::json);
    }

    /** A fresh URL for a declaration whose first one has ended; none for a file that is there. */
    private Response upload(Request request, Caller caller) {
        var media = media(request, caller);
        return Versions.tagged(Response.json(200, files.withUpload(media)), media.version());
    }

    private Response complete(Request request, Caller caller) {
        var media = files.complete(media(request, caller));
        return tagged(media, MediaJson.of(media));
    }

    private Response tagged(Media media, Json.Obj json) {
        var made = library.renditions(media.workspace(), media.id());
        return Versions.tagged(Response.json(200, json.with("renditions", MediaJson.sizes(made))), media.version());
    }

    private Response change(Request request, Caller caller) {
        var version = Versions.expected(request);
        var now = media(request, caller);
        var brand = brands.find(caller.workspace(), now.brand()).orElseThrow(Ids::nothingHere);
        var fields = Inputs.fields(request);
        var changed = now.described(
                        fields.optionalLine("name", 1, 200).orElse(now.name()),
                        MediaInput.alt(fields).orElse(now.alt()))
                .with(MediaInput.rights(fields, brand).orElse(now.rights()))
                .with(MediaInput.focus(fields).orElse(now.focus()))
                .at(version);
        Inputs.check(fields);
        if (!changed.focus().equals(now.focus())) {
            uses.refuseIfApproved(now);
        }
        var done = Versions.done(library.change(changed));
        if (!done.rights().equals(now.rights())) {
            deeds.done(caller, "media.rights_changed", "media/" + done.id(), done.version());
        }
        if (!done.focus().equals(now.focus())) {
            sizes.anew(done);
        }
        return Versions.tagged(Response.json(200, withOrphans(done, now)), done.version());
    }

    /** Posts that would have gone out after the new end of the rights: they will fail unless somebody acts. */
    private Json withOrphans(Media done, Media before) {
        var json = MediaJson.of(done);
        var end = done.rights().expiry().map(Rights.Expiry::endsAt);
        if (end.isEmpty() || done.rights().expiry().equals(before.rights().expiry())) {
            return json;
        }
        var from = end.get().isAfter(clock.instant()) ? end.get() : clock.instant();
        return json.with(
                "outOfRights",
                uses.waiting(done, from).stream().map(MediaUses.Used::json).toList());
    }

    /** Its files first: should we die in between, whoever asks again finds the media and ends it. */
    private Response delete(Request request, Caller caller) {
        var media = media(request, caller);
        var version = Versions.expected(request);
        if (!request.query("used").orElse("").equals("anyway")) {
            unneeded(media);
        }
        if (media.version() == version) {
            files.erase(media);
        }
        var response = Versions.deleted(library.delete(caller.workspace(), media.id(), version));
        deeds.done(caller, "media.deleted", "media/" + media.id(), version);
        return response;
    }

    private void unneeded(Media media) {
        var needing = uses.needing(media).limit(MOST_NAMED).collect(Collectors.joining(", "));
        if (!needing.isEmpty()) {
            throw Problem.of(
                            Problem.Code.CONFLICT,
                            "It is still needed by " + needing
                                    + ". With ?used=anyway it is deleted all the same, and they will fail.")
                    .exception();
        }
    }

    private Media media(Request request, Caller caller) {
        return library.find(caller.workspace(), Ids.of(request.param("media"), MediaId::new))
                .orElseThrow(Ids::nothingHere);
    }
}
