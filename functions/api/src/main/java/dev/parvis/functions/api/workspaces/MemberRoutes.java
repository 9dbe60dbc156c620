package dev.parvis.functions.api.workspaces;

import java.util.Map;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.crisis.StopLinks;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;

/**
 * {@code /v1/workspaces/{workspace}/members}, for owners. A member is a subject and its roles, so a change needs no
 * version and a repetition does no harm; the last owner can neither leave nor step down.
 */
public final class MemberRoutes {

    private final Workspaces workspaces;
    private final RolesInput roles;
    private final StopLinks stopLinks;
    private final Deeds deeds;

    public MemberRoutes(Workspaces workspaces, Brands brands, StopLinks stopLinks, Deeds deeds) {
        this.workspaces = workspaces;
        this.stopLinks = stopLinks;
        this.roles = new RolesInput(brands);
        this.deeds = deeds;
    }

    public void on(Router router, Members members) {
        router.get("/v1/workspaces/{workspace}/members", members.owns(this::list))
                .post("/v1/workspaces/{workspace}/members", members.owns(this::admit))
                .patch("/v1/workspaces/{workspace}/members/{subject}", members.owns(this::appoint))
                .delete("/v1/workspaces/{workspace}/members/{subject}", members.owns(this::dismiss));
    }

    private Response list(Request request, Caller caller) {
        var items = workspaces.members(caller.workspace()).stream()
                .map(WorkspaceJson::of)
                .toList();
        return Response.json(200, Json.obj("items", items));
    }

    private Response admit(Request request, Caller caller) {
        var fields = Inputs.fields(request);
        var subject = fields.requiredLine("subject", 1, Members.LONGEST_SUBJECT);
        if (!subject.isEmpty() && !Members.isSubject(subject)) {
            fields.refuse("subject", "too_long", "must have at most " + Members.LONGEST_SUBJECT + " bytes in UTF-8");
        }
        var wanted = roles.read(fields, caller);
        guestSeesSomething(fields, wanted.role(), wanted.brands().orElse(Map.of()));
        Inputs.check(fields);
        var asked = new Member(
                caller.workspace(), subject, wanted.role(), wanted.brands().orElse(Map.of()), wanted.address());
        var change = workspaces.admit(asked);
        if (change instanceof Change.Conflict<Member>(var there) && !there.equals(asked)) {
            throw Problem.of(
                            Problem.Code.CONFLICT,
                            "This person is a member already, as " + WorkspaceJson.role(there.role()) + ".")
                    .exception();
        }
        var member = change instanceof Change.Conflict<Member>(var there) ? there : Versions.done(change);
        return Response.json(201, done(caller, "member.admitted", member));
    }

    private Response appoint(Request request, Caller caller) {
        var fields = Inputs.fields(request);
        var wanted = roles.read(fields, caller);
        wanted.brands().ifPresent(brands -> guestSeesSomething(fields, wanted.role(), brands));
        Inputs.check(fields);
        var change = workspaces.appoint(caller.workspace(), subject(request), wanted::of);
        return Response.json(200, done(caller, "member.appointed", Versions.done(change)));
    }

    private static void guestSeesSomething(Fields fields, Role role, Map<BrandId, Role> brands) {
        if (role == Role.GUEST && brands.isEmpty() && !fields.isRefused("brands")) {
            fields.refuse("brands", "required", "must name a brand at least: a guest sees nothing else");
        }
    }

    /** A link that stops goes too: who comes back later comes back without it. */
    private Response dismiss(Request request, Caller caller) {
        var gone = Versions.done(workspaces.dismiss(caller.workspace(), subject(request)));
        stopLinks.revoke(caller.workspace(), gone.subject());
        done(caller, "member.dismissed", gone);
        return Response.empty(204);
    }

    private static String subject(Request request) {
        var subject = request.param("subject");
        if (!Members.isSubject(subject)) {
            throw Ids.nothingHere();
        }
        return subject;
    }

    private Json done(Caller caller, String deed, Member member) {
        deeds.toMember(caller, deed, member.subject());
        return WorkspaceJson.of(member);
    }
}
