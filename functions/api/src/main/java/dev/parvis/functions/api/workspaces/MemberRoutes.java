package dev.parvis.functions.api.workspaces;

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
import dev.parvis.kernel.json.Json;

/**
 * {@code /v1/workspaces/{workspace}/members}, for owners. A member is a subject and a role, so a change needs no version
 * and a repetition does no harm; the last owner can neither leave nor step down.
 */
public final class MemberRoutes {

    private final Workspaces workspaces;
    private final Deeds deeds;

    public MemberRoutes(Workspaces workspaces, Deeds deeds) {
        this.workspaces = workspaces;
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
        var role = fields.requiredChoice("role", Role.class);
        Inputs.check(fields);
        var change = workspaces.admit(new Member(caller.workspace(), subject, role));
        if (change instanceof Change.Conflict<Member>(var there) && there.role() != role) {
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
        var role = fields.requiredChoice("role", Role.class);
        Inputs.check(fields);
        var change = workspaces.appoint(new Member(caller.workspace(), subject(request), role));
        return Response.json(200, done(caller, "member.appointed", Versions.done(change)));
    }

    private Response dismiss(Request request, Caller caller) {
        var gone = Versions.done(workspaces.dismiss(caller.workspace(), subject(request)));
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
