package dev.parvis.functions.api.holds;

import java.util.Locale;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.crisis.Crisis;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.workspaces.Permission;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/**
 * {@code /v1/workspaces/{workspace}/holds}: the crisis stop. One write stops a workspace, a brand or a network; whoever
 * may write may stop, and only a manager may release. Stopping what is stopped leaves it as it is.
 */
public final class HoldRoutes {
    private final Brands brands;
    private final Holds holds;
    private final Networks networks;
    private final Crisis crisis;

    /** What is read and written. */
    public record Stores(Brands brands, Holds holds, Networks networks) {}

    public HoldRoutes(Stores stores, Crisis crisis) {
        this.brands = stores.brands();
        this.holds = stores.holds();
        this.networks = stores.networks();
        this.crisis = crisis;
    }

    public void on(Router router, Members members) {
        router.get("/v1/workspaces/{workspace}/holds", members.reads(Place.SEEN, this::list))
                .put("/v1/workspaces/{workspace}/holds", members.holds(Permission.CRISIS_STOP, Place.STOP, this::stop))
                .post(
                        "/v1/workspaces/{workspace}/holds/release",
                        members.holds(Permission.CRISIS_RELEASE, Place.STOP, this::release));
    }

    private Response list(Request request, Caller caller) {
        var items = holds.in(caller.workspace()).stream()
                .filter(hold -> caller.seesAll() || concerns(caller, hold))
                .map(hold -> caller.seesAll() || hold.scope() == Hold.Scope.BRAND ? json(hold) : known(hold))
                .toList();
        return Response.json(200, Json.obj("items", items));
    }

    private static boolean concerns(Caller caller, Hold hold) {
        return hold.scope() != Hold.Scope.BRAND
                || Ids.parsed(hold.id(), BrandId::new).filter(caller::sees).isPresent();
    }

    /** What stops a guest's brand among others: that it does, and not why, which may name another client. */
    private static Json known(Hold hold) {
        return json(new Hold(hold.scope(), hold.id(), "", "", hold.since()));
    }

    private Response stop(Request request, Caller caller) {
        var fields = Inputs.fields(request);
        var scope = fields.requiredChoice("scope", Hold.Scope.class);
        var id = id(fields, scope);
        if (!id.isEmpty() && !isThere(caller, scope, id)) {
            fields.refuse("id", "not_found", "must be a brand of this workspace, or a network that Parvis knows");
        }
        var reason = fields.optionalLine("reason", 0, Hold.LONGEST_REASON).orElse("");
        Inputs.check(fields);
        crisis.start(new Crisis.Order(caller.workspace(), scope, id, reason, caller.subject(), Crisis.Way.API));
        return list(request, caller);
    }

    private Response release(Request request, Caller caller) {
        var fields = Inputs.fields(request);
        var scope = fields.requiredChoice("scope", Hold.Scope.class);
        var id = id(fields, scope);
        Inputs.check(fields);
        if (crisis.release(caller.workspace(), scope, id, caller.subject()).isEmpty()) {
            throw Problem.of(Problem.Code.NOT_FOUND, "There is no such stop.").exception();
        }
        return list(request, caller);
    }

    private boolean isThere(Caller caller, Hold.Scope scope, String id) {
        return switch (scope) {
            case WORKSPACE -> true;
            case BRAND ->
                Ids.parsed(id, BrandId::new)
                        .flatMap(brand -> brands.find(caller.workspace(), brand))
                        .isPresent();
            case NETWORK ->
                Ids.parsed(id, NetworkId::new).flatMap(networks::find).isPresent();
        };
    }

    /** A brand's or a network's id; the workspace needs none. */
    private static String id(Fields fields, Hold.Scope scope) {
        var id = fields.optionalLine("id", 1, 64).orElse("");
        if (scope == Hold.Scope.WORKSPACE) {
            if (!id.isEmpty()) {
                fields.refuse("id", "not_allowed", "must be left out for the workspace");
            }
        } else if (id.isEmpty()) {
            fields.refuse("id", "required", "must name the brand or the network");
        }
        return id;
    }

    private static Json json(Hold hold) {
        return Json.obj(
                "scope",
                hold.scope().name().toLowerCase(Locale.ROOT),
                "id",
                hold.id(),
                "reason",
                hold.reason(),
                "by",
                hold.by(),
                "since",
                Times.format(hold.since()),
                "statements",
                hold.statements());
    }
}
