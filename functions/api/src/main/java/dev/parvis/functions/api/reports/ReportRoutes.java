package dev.parvis.functions.api.reports;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.reports.Period;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportId;
import dev.parvis.domain.reports.ReportState;
import dev.parvis.domain.reports.Reports;
import dev.parvis.domain.workspaces.Language;
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
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** {@code /v1/workspaces/{workspace}/reports}: order, list, open, delete. */
public final class ReportRoutes {
    /** What a report's files may be called, and what they are saved as. */
    static final List<String> FILES = List.of("report.pdf", "figures.csv", "posts.csv", "data.json");

    private static final Duration OPEN_FOR = Duration.ofMinutes(5);
    private static final int MOST_RECIPIENTS = 10;

    private final Brands brands;
    private final Reports reports;
    private final Supplier<Files> files;
    private final Announcer announcer;
    private final Creation creation;
    private final Pages pages;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(Brands brands, Reports reports, Supplier<Files> files, Announcer announcer) {}

    public ReportRoutes(Stores stores, Creation creation, Pages pages, InstantSource clock) {
        this.brands = stores.brands();
        this.reports = stores.reports();
        this.files = stores.files();
        this.announcer = stores.announcer();
        this.creation = creation;
        this.pages = pages;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post("/v1/workspaces/{workspace}/reports", members.writes(Place.BODY, this::create))
                .get("/v1/workspaces/{workspace}/reports", members.reads(Place.QUERY, this::list))
                .get("/v1/workspaces/{workspace}/reports/{report}", members.reads(Place.REPORT, this::read))
                .get(
                        "/v1/workspaces/{workspace}/reports/{report}/files/{file}",
                        members.reads(Place.REPORT, this::file))
                .delete("/v1/workspaces/{workspace}/reports/{report}", members.manages(Place.REPORT, this::delete));
    }

    private Response create(Request request, Caller caller) {
        return creation.create(request, caller, id -> made(request, caller, id));
    }

    private Response made(Request request, Caller caller, String id) {
        var fields = Inputs.fields(request);
        var brand = Inputs.brand(fields, brands, caller);
        var period = period(fields, brand);
        var language = fields.optionalChoice("language", Language.class)
                .or(() -> brand.map(found -> found.reporting().language()))
                .orElse(Language.FR);
        var recipients = Inputs.addresses(fields, "recipients", MOST_RECIPIENTS);
        Inputs.check(fields);
        return order(caller, id, brand.orElseThrow(), period.orElseThrow(), language, recipients);
    }

    private Response order(
            Caller caller, String id, Brand brand, Period period, Language language, List<String> recipients) {
        var report = Creation.made(reports.create(
                new Report(
                        caller.workspace(),
                        new ReportId(id),
                        brand.id(),
                        period,
                        language,
                        false,
                        recipients,
                        List.of(),
                        ReportState.WAITING,
                        "",
                        clock.instant(),
                        1),
                clock.instant()));
        announcer.tell(new Event(
                id + ".requested",
                Event.Type.REPORT_REQUESTED,
                caller.workspace(),
                clock.instant(),
                Map.of("brand", brand.id().value(), "report", id)));
        var location = "/v1/workspaces/" + caller.workspace() + "/reports/" + id;
        return Versions.tagged(Response.json(202, json(report)).withHeader("location", location), report.version());
    }

    private static Optional<Period> period(Fields fields, Optional<Brand> brand) {
        var from = Inputs.date(fields, "from");
        var to = Inputs.date(fields, "to");
        for (var name : List.of("from", "to")) {
            if (!fields.has(name)) {
                fields.refuse(name, "required", "must be a date such as 2026-11-01");
            }
        }
        return brand.isEmpty() || from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : period(fields, brand.get(), from.get(), to.get());
    }

    private static Optional<Period> period(Fields fields, Brand brand, LocalDate from, LocalDate to) {
        try {
            return Optional.of(new Period(from, to, brand.zone()));
        } catch (IllegalArgumentException wrong) {
            fields.refuse("to", "not_allowed", "must be on or after from, and at most 366 days later");
            return Optional.empty();
        }
    }

    private Response list(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, Inputs.query(request, "brand")).id();
        var list = "reports " + brand;
        var page = reports.list(caller.workspace(), brand, pages.asked(request, caller, list));
        return pages.answer(caller, list, page, ReportRoutes::json);
    }

    private Response read(Request request, Caller caller) {
        var report = report(request, caller);
        return Versions.tagged(Response.json(200, json(report)), report.version());
    }

    private Response file(Request request, Caller caller) {
        var report = report(request, caller);
        var file = request.param("file");
        if (!FILES.contains(file) || !isStored(report)) {
            throw Ids.nothingHere();
        }
        var url = files.get().download(report.fileKey(file), name(report, file), OPEN_FOR);
        return Response.json(
                200,
                Json.obj(
                        "url",
                        url.toString(),
                        "expiresAt",
                        Times.format(clock.instant().plus(OPEN_FOR))));
    }

    static boolean isStored(Report report) {
        return report.state() == ReportState.STORED || report.state() == ReportState.READY;
    }

    static String name(Report report, String file) {
        return report.period().from() + "_" + report.period().to() + "_" + file;
    }

    private Response delete(Request request, Caller caller) {
        var report = report(request, caller);
        var response =
                Versions.deleted(reports.delete(caller.workspace(), report.report(), Versions.expected(request)));
        FILES.forEach(file -> files.get().erase(report.fileKey(file)));
        return response;
    }

    private Report report(Request request, Caller caller) {
        return reports.find(caller.workspace(), Ids.of(request.param("report"), ReportId::new))
                .orElseThrow(Ids::nothingHere);
    }

    private static Json json(Report report) {
        return Json.obj(
                "id",
                report.report().value(),
                "brand",
                report.brand().value(),
                "from",
                report.period().from().toString(),
                "to",
                report.period().to().toString(),
                "zone",
                report.period().zone().getId(),
                "language",
                report.language().name().toLowerCase(Locale.ROOT),
                "monthly",
                report.monthly(),
                "recipients",
                report.recipients(),
                "mailed",
                report.mailed(),
                "state",
                report.state().name().toLowerCase(Locale.ROOT),
                "reason",
                report.reason(),
                "files",
                isStored(report) ? FILES : List.of(),
                "createdAt",
                Times.format(report.createdAt()),
                "version",
                report.version());
    }
}
