package dev.parvis.functions.api.holds;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.crisis.StopGrant;
import dev.parvis.domain.crisis.StopLink;
import dev.parvis.domain.crisis.StopLinks;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Permission;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;
import dev.parvis.vault.SealedTokens;

/**
 * {@code …/holds/links}: the links by which members stop from a phone. A member makes their own, an owner anybody's; a new
 * one closes the one before. The link itself is answered once, and kept nowhere.
 */
public final class StopLinkRoutes {
    private static final String PATH = "/v1/workspaces/{workspace}/holds/links";
    private static final long USUAL_DAYS = 90;
    private static final long MOST_DAYS = 365;

    private final Stores stores;
    private final SealedTokens tokens;
    private final Supplier<String> serials;
    private final Deeds deeds;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(Workspaces workspaces, Brands brands, StopLinks links) {}

    /** What a link is made with. */
    public record Making(SealedTokens tokens, Supplier<String> serials) {}

    public StopLinkRoutes(Stores stores, Making making, Deeds deeds, InstantSource clock) {
        this.stores = stores;
        this.tokens = making.tokens();
        this.serials = making.serials();
        this.deeds = deeds;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.get(PATH, members.owns(this::list))
                .put(PATH + "/{subject}", members.reads(Place.WORKSPACE, this::make))
                .delete(PATH + "/{subject}", members.reads(Place.WORKSPACE, this::revoke));
    }

    private Response list(Request request, Caller caller) {
        var items = stores.links().list(caller.workspace()).stream()
                .filter(grant -> grant.endsAt().isAfter(clock.instant()))
                .map(StopLinkRoutes::json)
                .toList();
        return Response.json(200, Json.obj("items", items));
    }

    private Response make(Request request, Caller caller) {
        var member = member(request, caller);
        var fields = Inputs.fields(request);
        var brand = fields.has("brand") ? Inputs.brand(fields, stores.brands(), caller) : Optional.<Brand>empty();
        var days = fields.optionalWhole("days", 1, MOST_DAYS).orElse(USUAL_DAYS);
        Inputs.check(fields);
        if (!Permission.CRISIS_STOP.isHeldBy(role(member, brand.map(Brand::id)))) {
            throw Problem.of(
                            Problem.Code.FORBIDDEN,
                            "This takes the permission " + Permission.CRISIS_STOP.wire()
                                    + ", of the member who is to stop, on all that is to be stopped.")
                    .exception();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var grant = new StopGrant(
                caller.workspace(),
                member.subject(),
                brand.map(Brand::id),
                serials.get(),
                caller.subject(),
                now,
                now.plus(Duration.ofDays(days)));
        stores.links().put(grant);
        deeds.toMember(caller, "stoplink.made", member.subject());
        var token = tokens.issue(StopLink.PURPOSE, grant.link().payload(), grant.endsAt());
        return Response.json(200, json(grant).with("url", origin(request) + "/stop/" + token))
                .withHeader("cache-control", "no-store");
    }

    static Role role(Member member, Optional<BrandId> brand) {
        return brand.map(member::on).orElseGet(member::everywhere);
    }

    private Response revoke(Request request, Caller caller) {
        var member = member(request, caller);
        if (!stores.links().revoke(caller.workspace(), member.subject())) {
            throw Ids.nothingHere();
        }
        deeds.toMember(caller, "stoplink.revoked", member.subject());
        return Response.empty(204);
    }

    /** Oneself, whatever one may do; anybody of the workspace, for an owner. */
    private Member member(Request request, Caller caller) {
        var subject = request.param("subject");
        if (subject.equals(caller.subject())) {
            return caller.member();
        }
        if (caller.member().role() != Role.OWNER) {
            throw Problem.of(Problem.Code.FORBIDDEN, "This takes an owner, or the member whose link it is.")
                    .exception();
        }
        return Optional.of(subject)
                .filter(Members::isSubject)
                .flatMap(known -> stores.workspaces().member(caller.workspace(), known))
                .orElseThrow(Ids::nothingHere);
    }

    /** Where this API was called, as the gateway tells it. The local suite's is plain HTTP. */
    private static String origin(Request request) {
        var local = request.domain().matches("(?:localhost|127\\.0\\.0\\.1)(?::[0-9]+)?");
        var stage = request.stage().equals("$default") ? "" : "/" + request.stage();
        return (local ? "http://" : "https://") + request.domain() + stage;
    }

    private static Json.Obj json(StopGrant grant) {
        return Json.obj(
                "subject",
                grant.subject(),
                "brand",
                grant.brand().<Object>map(BrandId::value).orElse(Json.absent()),
                "by",
                grant.by(),
                "madeAt",
                Times.format(grant.madeAt()),
                "endsAt",
                Times.format(grant.endsAt()));
    }
}
