package dev.parvis.functions.api.workspaces;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.audit.SealOrder;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.weekly.WeeklyOrder;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;

/** {@code /v1/me} and {@code /v1/workspaces}. */
public final class WorkspaceRoutes {
    private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Paris");
    /** After the first day, and daily from then on. */
    private static final Duration FIRST_SEAL = Duration.ofDays(1);

    private static final int MOST_ADDRESSES = 10;
    /** Creations of workspaces are remembered under no tenant of anybody's: ids of workspaces are ULIDs. */
    private static final WorkspaceId NO_TENANT = new WorkspaceId("none");

    private final Workspaces workspaces;
    private final Agenda agenda;
    private final Owner owner;
    private final Creation creation;
    private final InstantSource clock;

    public WorkspaceRoutes(Workspaces workspaces, Agenda agenda, Owner owner, Creation creation, InstantSource clock) {
        this.workspaces = workspaces;
        this.agenda = agenda;
        this.owner = owner;
        this.creation = creation;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.get("/v1/me", this::me)
                .get("/v1/workspaces", this::list)
                .post("/v1/workspaces", this::create)
                .get("/v1/workspaces/{workspace}", members.reads(Place.SEEN, this::read))
                .patch("/v1/workspaces/{workspace}", members.owns(this::change))
                .delete("/v1/workspaces/{workspace}", members.owns(this::delete));
    }

    private Response me(Request request) {
        var subject = Members.subject(request);
        return Response.json(
                200,
                Json.obj("subject", subject, "mayCreateWorkspaces", owner.is(request), "workspaces", mine(subject)));
    }

    private Response list(Request request) {
        return Response.json(200, Json.obj("items", mine(Members.subject(request))));
    }

    private List<Json> mine(String subject) {
        return workspaces.of(subject).stream().<Json>map(WorkspaceJson::brief).toList();
    }

    private Response create(Request request) {
        var subject = Members.subject(request);
        if (!owner.is(request)) {
            throw Problem.of(Problem.Code.FORBIDDEN, "Only the owner named at deployment creates workspaces.")
                    .exception();
        }
        return creation.create(request, NO_TENANT, subject, id -> made(request, subject, id));
    }

    private Response made(Request request, String subject, String id) {
        var fields = Inputs.fields(request);
        var name = fields.requiredLine("name", 1, 80);
        var zone = Inputs.zone(fields, "zone").orElse(USUAL_ZONE);
        var language = fields.optionalChoice("language", Language.class).orElse(Language.FR);
        var alertTo = Inputs.addresses(fields, "alertTo", MOST_ADDRESSES);
        var weekly = fields.optionalTruth("weekly").orElse(true);
        Inputs.check(fields);
        var workspace = new Workspace(new WorkspaceId(id), name, zone, language, alertTo, weekly, clock.instant(), 1);
        // First: an order for a workspace that never came is dropped, a workspace without one would never be sealed.
        lookAhead(workspace);
        agenda.add(
                Kind.SEAL,
                SealOrder.first(workspace.id(), workspace.createdAt()),
                workspace.createdAt().plus(FIRST_SEAL));
        var made = Creation.made(workspaces.create(workspace, new Member(workspace.id(), subject, Role.OWNER)));
        return Creation.created("/v1/workspaces/" + id, made.version(), WorkspaceJson.of(made));
    }

    private Response read(Request request, Caller caller) {
        var workspace = workspaces.find(caller.workspace()).orElseThrow(Ids::nothingHere);
        var shown = caller.seesAll() ? WorkspaceJson.of(workspace) : WorkspaceJson.brief(workspace);
        return Versions.tagged(Response.json(200, shown), workspace.version());
    }

    private Response change(Request request, Caller caller) {
        var version = Versions.expected(request);
        var now = workspaces.find(caller.workspace()).orElseThrow(Ids::nothingHere);
        var fields = Inputs.fields(request);
        var changed = new Workspace(
                now.id(),
                fields.optionalLine("name", 1, 80).orElse(now.name()),
                Inputs.zone(fields, "zone").orElse(now.zone()),
                fields.optionalChoice("language", Language.class).orElse(now.language()),
                fields.has("alertTo") ? Inputs.addresses(fields, "alertTo", MOST_ADDRESSES) : now.alertTo(),
                fields.optionalTruth("weekly").orElse(now.weekly()),
                now.createdAt(),
                version);
        Inputs.check(fields);
        var change = workspaces.change(changed);
        if (change instanceof Change.Done<Workspace>(var there)) {
            lookAhead(there);
        }
        return Versions.changed(change, Workspace::version, WorkspaceJson::of);
    }

    /** Orders the weekly mail, if that was not done; brings it forward where Monday comes sooner than it did. */
    private void lookAhead(Workspace workspace) {
        var order = WeeklyOrder.first(workspace.id(), clock.instant(), workspace.zone());
        var due = order.dueIn(workspace.zone());
        if (!agenda.add(Kind.WEEKLY, order, due)) {
            agenda.hasten(Kind.WEEKLY, order, due);
        }
    }

    private Response delete(Request request, Caller caller) {
        return Versions.deleted(workspaces.delete(caller.workspace(), Versions.expected(request)));
    }
}
