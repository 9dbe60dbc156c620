package dev.parvis.functions.api.history;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Stuck;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.functions.api.calls.Caller;
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

/** {@code /v1/workspaces/{workspace}/audit} and {@code …/stuck}. */
public final class HistoryRoutes {
    private static final String STUCK = "stuck";

    private final Audit audit;
    private final Agenda agenda;
    private final Deeds deeds;
    private final Pages pages;
    private final InstantSource clock;

    public HistoryRoutes(Audit audit, Agenda agenda, Pages pages, InstantSource clock) {
        this.audit = audit;
        this.agenda = agenda;
        this.deeds = new Deeds(audit, clock);
        this.pages = pages;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.get("/v1/workspaces/{workspace}/audit", members.reads(Place.WORKSPACE, this::audit))
                .get("/v1/workspaces/{workspace}/stuck", members.reads(Place.WORKSPACE, this::stuck))
                .post(
                        "/v1/workspaces/{workspace}/stuck/{kind}/{id}/retry",
                        members.writes(Place.EVERYWHERE, this::retry));
    }

    private Response audit(Request request, Caller caller) {
        var month = Inputs.month(request, YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)));
        var list = "audit " + month;
        var page = audit.list(caller.workspace(), month, pages.asked(request, caller, list));
        return pages.answer(caller, list, page, HistoryRoutes::entry);
    }

    private Response stuck(Request request, Caller caller) {
        var page = agenda.stuck(caller.workspace(), pages.asked(request, caller, STUCK));
        return pages.answer(caller, STUCK, page, HistoryRoutes::row);
    }

    /** A target that may have gone out comes back to be looked for; everything else to be done as if it had never been tried. */
    private Response retry(Request request, Caller caller) {
        var kind = Kind.named(request.param("kind")).orElseThrow(Ids::nothingHere);
        var id = request.param("id");
        Versions.done(agenda.putBack(kind, caller.workspace(), id));
        deeds.done(caller, "stuck.retried", subject(kind, id), clock.millis());
        return Response.empty(204);
    }

    /** A target's id is its post's and its channel's: what is done to it stands in the post's history. */
    private static String subject(Kind<?> kind, String id) {
        return kind == Kind.TARGET
                ? "post/" + id.replace('.', '/')
                : kind.name().toLowerCase(Locale.ROOT) + "/" + id;
    }

    private static Json entry(AuditEntry entry) {
        return Json.obj(
                "id",
                entry.id(),
                "at",
                Times.format(entry.at()),
                "actor",
                entry.actor(),
                "action",
                entry.action(),
                "subject",
                entry.subject(),
                "why",
                entry.why(),
                "facts",
                entry.facts());
    }

    private static Json row(Stuck stuck) {
        return Json.obj(
                "kind",
                stuck.kind(),
                "id",
                stuck.id(),
                "since",
                Times.format(stuck.since()),
                "due",
                Times.format(stuck.due()));
    }
}
