package dev.parvis.functions.api.sources;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.domain.sources.Sources;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.functions.api.calls.WebUrls;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** {@code /v1/workspaces/{workspace}/sources}: the feeds of a brand. A channel's notifications are a source too. */
public final class SourceRoutes {
    private static final String LIST = "sources";
    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final long LONGEST = Duration.ofDays(1).toSeconds();

    private final Brands brands;
    private final Sources sources;
    private final WebUrls urls;
    private final DraftingInput drafting;
    private final Creation creation;
    private final Pages pages;
    private final InstantSource clock;

    /** What sources are read from, and where they may lead. */
    public record Stores(Brands brands, Sources sources, Channels channels, Sheets sheets, Outbound outbound) {}

    public SourceRoutes(Stores stores, Creation creation, Pages pages, InstantSource clock) {
        this.brands = stores.brands();
        this.sources = stores.sources();
        this.urls = new WebUrls(stores.outbound());
        this.drafting = new DraftingInput(stores.channels(), stores.sheets());
        this.creation = creation;
        this.pages = pages;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post("/v1/workspaces/{workspace}/sources", members.manages(Place.BODY, this::create))
                .get("/v1/workspaces/{workspace}/sources", members.reads(Place.SEEN, this::list))
                .get("/v1/workspaces/{workspace}/sources/{source}", members.reads(Place.SOURCE, this::read))
                .patch("/v1/workspaces/{workspace}/sources/{source}", members.manages(Place.SOURCE, this::change))
                .delete("/v1/workspaces/{workspace}/sources/{source}", members.manages(Place.SOURCE, this::delete));
    }

    private Response create(Request request, Caller caller) {
        return creation.create(request, caller, id -> made(request, caller, id));
    }

    private Response made(Request request, Caller caller, String id) {
        var fields = Inputs.fields(request);
        var brand = Inputs.brand(fields, brands, caller);
        var url = url(fields);
        var name = fields.optionalLine("name", 1, 80);
        var every = every(fields, USUAL);
        var drafts = drafting.read(fields, brand);
        Inputs.check(fields);
        var source = Creation.made(sources.create(
                new Source(
                        caller.workspace(),
                        new SourceId(id),
                        brand.orElseThrow().id(),
                        name.orElse(url.orElseThrow().getHost()),
                        drafts.<Origin>map(how -> new Origin.Drafts(url.orElseThrow(), how))
                                .orElseGet(() -> new Origin.Feed(url.orElseThrow())),
                        every,
                        SourceState.LISTENING,
                        0,
                        "",
                        clock.instant(),
                        1),
                clock.instant()));
        return Creation.created(
                "/v1/workspaces/" + caller.workspace() + "/sources/" + id, source.version(), json(source));
    }

    private Optional<URI> url(Fields fields) {
        if (!fields.has("url")) {
            fields.refuse("url", "required", "is required");
        }
        return urls.read(fields, "url");
    }

    private static Duration every(Fields fields, Duration otherwise) {
        return fields.optionalWhole("everySeconds", Source.SOONEST.toSeconds(), LONGEST)
                .map(Duration::ofSeconds)
                .orElse(otherwise);
    }

    private Response list(Request request, Caller caller) {
        var shown =
                new Pages.Shown<Source>(Source::brand, source -> source.source().value(), SourceRoutes::json);
        return pages.seen(request, caller, LIST, page -> sources.list(caller.workspace(), page), shown);
    }

    private Response read(Request request, Caller caller) {
        var source = source(request, caller);
        return Versions.tagged(Response.json(200, json(source)), source.version());
    }

    /** Pausing, resuming (which also forgives a broken one its failures), and how often it is polled. */
    private Response change(Request request, Caller caller) {
        var version = Versions.expected(request);
        var now = source(request, caller);
        var fields = Inputs.fields(request);
        var paused = fields.optionalTruth("paused");
        var state = paused.map(yes -> yes ? SourceState.PAUSED : SourceState.LISTENING)
                .orElse(now.state());
        var resumed = state == SourceState.LISTENING && now.state() != SourceState.LISTENING;
        var changed = new Source(
                now.workspace(),
                now.source(),
                now.brand(),
                fields.optionalLine("name", 1, 80).orElse(now.name()),
                now.origin(),
                every(fields, now.every()),
                state,
                resumed ? 0 : now.failures(),
                resumed ? "" : now.reason(),
                now.createdAt(),
                version);
        Inputs.check(fields);
        return Versions.changed(sources.change(changed, clock.instant()), Source::version, SourceRoutes::json);
    }

    private Response delete(Request request, Caller caller) {
        var id = Ids.of(request.param("source"), SourceId::new);
        return Versions.deleted(sources.delete(caller.workspace(), id, Versions.expected(request)));
    }

    private Source source(Request request, Caller caller) {
        return sources.find(caller.workspace(), Ids.of(request.param("source"), SourceId::new))
                .orElseThrow(Ids::nothingHere);
    }

    private static Json json(Source source) {
        return Json.obj(
                "id",
                source.source().value(),
                "brand",
                source.brand().value(),
                "name",
                source.name(),
                "origin",
                switch (source.origin()) {
                    case Origin.Feed(var url) -> Json.obj("kind", "feed", "url", url.toString());
                    case Origin.Drafts(var url, var how) ->
                        Json.obj(
                                "kind",
                                "drafts",
                                "url",
                                url.toString(),
                                "template",
                                how.template(),
                                "theme",
                                how.theme(),
                                "channels",
                                how.channels().stream().map(ChannelId::value).toList());
                    case Origin.Notifications(var channel) ->
                        Json.obj("kind", "notifications", "channel", channel.value());
                },
                "everySeconds",
                source.every().toSeconds(),
                "state",
                source.state().name().toLowerCase(Locale.ROOT),
                "failures",
                source.failures(),
                "reason",
                source.reason(),
                "createdAt",
                Times.format(source.createdAt()),
                "version",
                source.version());
    }
}
