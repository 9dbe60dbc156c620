package dev.parvis.functions.api.calendars;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.calendars.CalendarId;
import dev.parvis.domain.calendars.CalendarLink;
import dev.parvis.domain.calendars.CalendarLinks;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;
import dev.parvis.vault.SealedTokens;

/**
 * {@code /v1/workspaces/{workspace}/brands/{brand}/calendars}: links to a brand's calendar. A link's token ends with its
 * row; nothing of it is kept but the row, so its URL is told once.
 */
public final class CalendarRoutes {
    private static final String ALL = "/v1/workspaces/{workspace}/brands/{brand}/calendars";
    private static final String ONE = ALL + "/{calendar}";
    /** A calendar program cannot be told to renew: what ends a link is its deletion. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Brands brands;
    private final CalendarLinks links;
    private final SealedTokens tokens;
    private final Creation creation;
    private final Deeds deeds;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(Brands brands, CalendarLinks links, SealedTokens tokens) {}

    public CalendarRoutes(Stores stores, Creation creation, Deeds deeds, InstantSource clock) {
        this.brands = stores.brands();
        this.links = stores.links();
        this.tokens = stores.tokens();
        this.creation = creation;
        this.deeds = deeds;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post(ALL, members.manages(Place.BRAND, this::create))
                .get(ALL, members.manages(Place.BRAND, this::list))
                .get(ONE, members.manages(Place.BRAND, this::read))
                .delete(ONE, members.manages(Place.BRAND, this::delete));
    }

    /** The URL is a secret: an answer that is repeated makes another one. */
    private Response create(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, request.param("brand")).id();
        return creation.createAnew(
                request,
                caller,
                id -> {
                    var fields = Inputs.fields(request);
                    var audience = fields.requiredChoice("audience", CalendarLink.Audience.class);
                    var name = fields.optionalLine("name", 0, 100).orElse("");
                    Inputs.check(fields);
                    var made = Creation.made(links.create(new CalendarLink(
                            caller.workspace(),
                            new CalendarId(id),
                            brand,
                            audience,
                            name,
                            caller.subject(),
                            clock.instant(),
                            1)));
                    deeds.done(caller, "calendar.created", "calendar/" + id, made.version());
                    return created(request, made);
                },
                id -> links.find(caller.workspace(), brand, new CalendarId(id)).map(link -> created(request, link)));
    }

    private Response created(Request request, CalendarLink link) {
        var location = "/v1/workspaces/" + link.workspace() + "/brands/" + link.brand() + "/calendars/" + link.id();
        var token = tokens.issue(CalendarLink.PURPOSE, link.payload(), NEVER);
        return Creation.created(
                location, link.version(), json(link).with("url", origin(request) + "/c/" + token + FeedRoute.SUFFIX));
    }

    private Response list(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, request.param("brand")).id();
        return Response.json(
                200,
                Json.obj(
                        "items",
                        links.of(caller.workspace(), brand).stream()
                                .map(CalendarRoutes::json)
                                .toList()));
    }

    private Response read(Request request, Caller caller) {
        var link = link(request, caller);
        return Versions.tagged(Response.json(200, json(link)), link.version());
    }

    private Response delete(Request request, Caller caller) {
        var link = link(request, caller);
        var response =
                Versions.deleted(links.delete(link.workspace(), link.brand(), link.id(), Versions.expected(request)));
        deeds.done(caller, "calendar.deleted", "calendar/" + link.id(), link.version());
        return response;
    }

    private CalendarLink link(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, request.param("brand")).id();
        return links.find(caller.workspace(), brand, Ids.of(request.param("calendar"), CalendarId::new))
                .orElseThrow(Ids::nothingHere);
    }

    private static Json.Obj json(CalendarLink link) {
        return Json.obj(
                "id",
                link.id().value(),
                "brand",
                link.brand().value(),
                "audience",
                link.audience().name().toLowerCase(Locale.ROOT),
                "name",
                link.name(),
                "createdBy",
                link.createdBy(),
                "createdAt",
                Times.format(link.createdAt()),
                "version",
                link.version());
    }

    /** Where this API was called, as the gateway tells it. The local suite's is plain HTTP. */
    private static String origin(Request request) {
        var local = request.domain().matches("(?:localhost|127\\.0\\.0\\.1)(?::[0-9]+)?");
        var stage = request.stage().equals("$default") ? "" : "/" + request.stage();
        return (local ? "http://" : "https://") + request.domain() + stage;
    }
}
