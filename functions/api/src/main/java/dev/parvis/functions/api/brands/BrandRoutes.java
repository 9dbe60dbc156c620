package dev.parvis.functions.api.brands;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.brands.Publishing;
import dev.parvis.domain.brands.Reporting;
import dev.parvis.domain.mentions.Watch;
import dev.parvis.domain.reports.MonthlyReports;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.Workspaces;
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
import dev.parvis.kernel.json.Fields;

/** {@code /v1/workspaces/{workspace}/brands}. */
public final class BrandRoutes {
    private static final String LIST = "brands";
    private static final long LONGEST_LATENESS = Duration.ofDays(2).toSeconds();

    private final Workspaces workspaces;
    private final Brands brands;
    private final MonthlyReports monthly;
    private final Creation creation;
    private final Pages pages;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(Workspaces workspaces, Brands brands, MonthlyReports monthly) {}

    public BrandRoutes(Stores stores, Creation creation, Pages pages, InstantSource clock) {
        this.workspaces = stores.workspaces();
        this.brands = stores.brands();
        this.monthly = stores.monthly();
        this.creation = creation;
        this.pages = pages;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post("/v1/workspaces/{workspace}/brands", members.manages(Place.WORKSPACE, this::create))
                .get("/v1/workspaces/{workspace}/brands", members.reads(Place.SEEN, this::list))
                .get("/v1/workspaces/{workspace}/brands/{brand}", members.reads(Place.BRAND, this::read))
                .patch("/v1/workspaces/{workspace}/brands/{brand}", members.manages(Place.BRAND, this::change))
                .delete("/v1/workspaces/{workspace}/brands/{brand}", members.manages(Place.BRAND, this::delete));
    }

    private Response create(Request request, Caller caller) {
        return creation.create(request, caller, id -> made(request, caller, id));
    }

    private Response made(Request request, Caller caller, String id) {
        var workspace = workspaces.find(caller.workspace()).orElseThrow(Ids::nothingHere);
        var fields = Inputs.fields(request);
        var name = fields.requiredLine("name", 1, 80);
        var zone = Inputs.zone(fields, "zone").orElse(workspace.zone());
        var watch = BrandJson.watch(fields).orElse(Watch.NOTHING);
        var reporting = BrandJson.reporting(fields, workspace.language()).orElseGet(() -> silent(workspace));
        var approving = BrandJson.approving(fields, workspace.language()).orElse(Approving.NOBODY);
        var publishing = BrandJson.publishing(fields, Publishing.PLAIN);
        var lateness = lateness(fields, Brand.DEFAULT_LATENESS);
        Inputs.check(fields);
        var brand = Creation.made(brands.create(new Brand(
                workspace.id(),
                new BrandId(id),
                name,
                zone,
                watch,
                reporting,
                lateness,
                approving,
                publishing,
                clock.instant(),
                1)));
        monthly.order(brand);
        return Creation.created(location(caller, brand), brand.version(), BrandJson.of(brand));
    }

    private static Reporting silent(Workspace workspace) {
        return new Reporting(false, workspace.language(), List.of());
    }

    private static Duration lateness(Fields fields, Duration otherwise) {
        return fields.optionalWhole("latenessSeconds", 60, LONGEST_LATENESS)
                .map(Duration::ofSeconds)
                .orElse(otherwise);
    }

    private static String location(Caller caller, Brand brand) {
        return "/v1/workspaces/" + caller.workspace() + "/brands/" + brand.id();
    }

    private Response list(Request request, Caller caller) {
        var shown = new Pages.Shown<Brand>(Brand::id, brand -> brand.id().value(), BrandJson::of);
        return pages.seen(request, caller, LIST, page -> brands.list(caller.workspace(), page), shown);
    }

    private Response read(Request request, Caller caller) {
        var brand = brand(request, caller);
        return Versions.tagged(Response.json(200, BrandJson.of(brand)), brand.version());
    }

    private Response change(Request request, Caller caller) {
        var version = Versions.expected(request);
        var now = brand(request, caller);
        var fields = Inputs.fields(request);
        Language language = now.reporting().language();
        var changed = new Brand(
                now.workspace(),
                now.id(),
                fields.optionalLine("name", 1, 80).orElse(now.name()),
                Inputs.zone(fields, "zone").orElse(now.zone()),
                BrandJson.watch(fields).orElse(now.watch()),
                BrandJson.reporting(fields, language).orElse(now.reporting()),
                lateness(fields, now.lateness()),
                BrandJson.approving(fields, language).orElse(now.approving()),
                BrandJson.publishing(fields, now.publishing()),
                now.createdAt(),
                version);
        Inputs.check(fields);
        var done = brands.change(changed);
        monthly.order(Versions.done(done));
        return Versions.changed(done, Brand::version, BrandJson::of);
    }

    private Response delete(Request request, Caller caller) {
        var id = Ids.of(request.param("brand"), BrandId::new);
        return Versions.deleted(brands.delete(caller.workspace(), id, Versions.expected(request)));
    }

    private Brand brand(Request request, Caller caller) {
        return brands.find(caller.workspace(), Ids.of(request.param("brand"), BrandId::new))
                .orElseThrow(Ids::nothingHere);
    }
}
