package dev.parvis.functions.api.approvals;

import dev.parvis.domain.approvals.Approvals;
import dev.parvis.domain.approvals.Ballot;
import dev.parvis.domain.approvals.Decided;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.functions.api.posts.PostJson;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;

/** {@code …/posts/{post}/approve} and {@code …/refuse}: the team's word, given by a manager on the version they read. */
public final class ApprovalRoutes {
    private final Posts posts;
    private final Approvals approvals;

    public ApprovalRoutes(Posts posts, Approvals approvals) {
        this.posts = posts;
        this.approvals = approvals;
    }

    public void on(Router router, Members members) {
        router.post(
                        "/v1/workspaces/{workspace}/posts/{post}/approve",
                        members.manages(
                                Place.POST, (request, caller) -> decide(request, caller, Approval.Verdict.APPROVED)))
                .post(
                        "/v1/workspaces/{workspace}/posts/{post}/refuse",
                        members.manages(
                                Place.POST, (request, caller) -> decide(request, caller, Approval.Verdict.REFUSED)));
    }

    private Response decide(Request request, Caller caller, Approval.Verdict verdict) {
        var version = Versions.expected(request);
        var seen = posts.find(caller.workspace(), Ids.of(request.param("post"), PostId::new))
                .orElseThrow(Ids::nothingHere);
        if (seen.post().version() != version) {
            throw changed();
        }
        var seal = seen.post()
                .approval()
                .map(Approval::seal)
                .orElseThrow(() -> conflict("Nobody is asked to approve this post."));
        var ballot =
                new Ballot(caller.workspace(), seen.post().id(), seal, Approval.Part.TEAM, verdict, caller.subject());
        return switch (approvals.decide(ballot)) {
            case Decided.Counted(var now) -> answer(now);
            case Decided.Changed() -> throw changed();
            case Decided.Refused() -> throw conflict("It was refused: edit it, or save it again, to ask again.");
            case Decided.TooLate() -> throw conflict("Its time has come: it is missed, being sent, or out.");
            case Decided.NotAsked() -> throw conflict("The team is not asked to approve this post.");
        };
    }

    private static Response answer(PostWithTargets now) {
        return Versions.tagged(Response.json(200, PostJson.of(now)), now.post().version());
    }

    private static ProblemException changed() {
        return Problem.of(Problem.Code.PRECONDITION_FAILED, "It has changed since you read it: read it again.")
                .exception();
    }

    private static ProblemException conflict(String why) {
        return Problem.of(Problem.Code.CONFLICT, why).exception();
    }
}
