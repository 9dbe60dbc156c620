package dev.parvis.functions.api.calls;

import java.util.function.Predicate;

import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Permission;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Router.Handler;
import dev.parvis.kernel.text.Utf8;

/**
 * Lets members through, by the role they have where the request acts. The membership is read once at each request, strongly
 * consistent: who was removed is out at once. To a stranger a workspace looks as if it did not exist, and so does a brand
 * to a guest of another.
 */
public final class Members {
    /** Bytes in UTF-8 of a {@code sub} claim, which has at most 255 ASCII characters (OpenID Connect Core, section 2). */
    public static final int LONGEST_SUBJECT = 255;

    private final Workspaces workspaces;
    private final Places places;

    public Members(Workspaces workspaces, Places places) {
        this.workspaces = workspaces;
        this.places = places;
    }

    public Handler reads(Place place, Action action) {
        return only(Role::mayRead, "This takes a role on the workspace, not on single brands.", place, action);
    }

    public Handler writes(Place place, Action action) {
        return only(Role::mayWrite, "Readers may look, not change.", place, action);
    }

    public Handler manages(Place place, Action action) {
        return only(Role::mayManage, "This takes a manager or an owner.", place, action);
    }

    /** The same by a permission, whose name is what is told to who lacks it. */
    public Handler holds(Permission permission, Place place, Action action) {
        return only(permission::isHeldBy, lacks(permission), place, action);
    }

    /** For what a route finds out itself: whether the caller holds a permission on a brand. */
    public static void require(Permission permission, Role role) {
        if (!permission.isHeldBy(role)) {
            throw Problem.of(Problem.Code.FORBIDDEN, lacks(permission)).exception();
        }
    }

    private static String lacks(Permission permission) {
        return "This takes the permission " + permission.wire() + ".";
    }

    public Handler owns(Action action) {
        return only(role -> role == Role.OWNER, "This takes an owner.", Place.WORKSPACE, action);
    }

    private Handler only(Predicate<Role> may, String otherwise, Place place, Action action) {
        return request -> {
            var member = member(request);
            if (!may.test(places.role(place, member, request))) {
                throw Problem.of(Problem.Code.FORBIDDEN, otherwise).exception();
            }
            return action.run(request, new Caller(member));
        };
    }

    private Member member(Request request) {
        var subject = subject(request);
        var workspace = Ids.of(request.param("workspace"), WorkspaceId::new);
        return workspaces.member(workspace, subject).orElseThrow(Ids::nothingHere);
    }

    /** The verified token's subject. */
    public static String subject(Request request) {
        return request.claim("sub").filter(Members::isSubject).orElseThrow(() -> Problem.of(
                        Problem.Code.UNAUTHENTICATED, "The token names nobody.")
                .exception());
    }

    /** Whether the text can be somebody's subject: it becomes a key of the table. */
    public static boolean isSubject(String text) {
        return !text.isBlank() && Utf8.length(text) <= LONGEST_SUBJECT;
    }
}
