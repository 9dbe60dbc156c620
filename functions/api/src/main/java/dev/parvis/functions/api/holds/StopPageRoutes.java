package dev.parvis.functions.api.holds;

import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.crisis.Crisis;
import dev.parvis.domain.crisis.StopGrant;
import dev.parvis.domain.crisis.StopLink;
import dev.parvis.domain.crisis.StopLinks;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Permission;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.secret.SignedToken.Opened;
import dev.parvis.vault.SealedTokens;

/**
 * {@code /stop/{token}}: the page behind a member's one-tap link. Opening it changes nothing; its one button posts, and
 * stops. It can do nothing else, and least of all release. A token that is not ours is refused before anything is read; one
 * that is reads whether it is the member's last, and whether they may still stop. A second tap finds the stop standing.
 */
public final class StopPageRoutes {
    private final SealedTokens tokens;
    private final Stores stores;
    private final Crisis crisis;
    private final InstantSource clock;

    /** What is read. */
    public record Stores(Workspaces workspaces, Brands brands, StopLinks links, Holds holds) {}

    /** Whoever holds a link that opens, and what it stops. */
    record Holder(StopGrant grant, Workspace workspace, Optional<Brand> brand) {
        Hold.Scope scope() {
            return brand.isPresent() ? Hold.Scope.BRAND : Hold.Scope.WORKSPACE;
        }

        String id() {
            return brand.map(Brand::id).map(BrandId::value).orElse("");
        }

        String name() {
            return brand.map(Brand::name).orElse(workspace.name());
        }
    }

    public StopPageRoutes(SealedTokens tokens, Stores stores, Crisis crisis, InstantSource clock) {
        this.tokens = tokens;
        this.stores = stores;
        this.crisis = crisis;
        this.clock = clock;
    }

    public void on(Router router) {
        router.get("/stop/{token}", this::page).post("/stop/{token}", this::stop);
    }

    private Response page(Request request) {
        return holder(request)
                .map(holder -> html(200, StopPage.of(holder, standing(holder))))
                .orElseGet(() -> gone(request));
    }

    private Response stop(Request request) {
        return holder(request).map(this::stopped).orElseGet(() -> gone(request));
    }

    private Response stopped(Holder holder) {
        var reason = holder.workspace().language() == Language.FR
                ? "arrêt d’urgence par un lien"
                : "emergency stop by a link";
        var order = new Crisis.Order(
                holder.grant().workspace(),
                holder.scope(),
                holder.id(),
                reason,
                holder.grant().subject(),
                Crisis.Way.LINK);
        return html(200, StopPage.stopped(holder, crisis.start(order)));
    }

    private Optional<Hold> standing(Holder holder) {
        var stops = stores.holds().stops(holder.grant().workspace());
        return stops.find(holder.scope(), holder.id()).or(() -> stops.find(Hold.Scope.WORKSPACE, ""));
    }

    private Optional<Holder> holder(Request request) {
        return switch (tokens.open(StopLink.PURPOSE, request.param("token"))) {
            case Opened.Valid(var payload, var _) -> StopLink.parse(payload).flatMap(this::holder);
            case Opened.Expired _, Opened.Forged _ -> Optional.empty();
        };
    }

    private Optional<Holder> holder(StopLink link) {
        return stores.links()
                .find(link.workspace(), link.subject())
                .filter(grant -> grant.serial().equals(link.serial()))
                .filter(grant -> grant.endsAt().isAfter(clock.instant()))
                .filter(this::mayStop)
                .flatMap(this::holder);
    }

    private boolean mayStop(StopGrant grant) {
        return stores.workspaces()
                .member(grant.workspace(), grant.subject())
                .filter(member -> Permission.CRISIS_STOP.isHeldBy(StopLinkRoutes.role(member, grant.brand())))
                .isPresent();
    }

    /** A link to a brand that is there no more stops nothing; it never grows to stop the workspace. */
    private Optional<Holder> holder(StopGrant grant) {
        var brand = grant.brand().flatMap(id -> stores.brands().find(grant.workspace(), id));
        return grant.brand().isPresent() && brand.isEmpty()
                ? Optional.empty()
                : stores.workspaces().find(grant.workspace()).map(workspace -> new Holder(grant, workspace, brand));
    }

    private static Response gone(Request request) {
        var english = request.header("accept-language").orElse("fr").startsWith("en");
        return html(404, StopPage.gone(english ? Language.EN : Language.FR));
    }

    /** No script, no frame, no cache, no search engine, no trace of the link elsewhere. */
    private static Response html(int status, String page) {
        return Response.text(status, "text/html; charset=utf-8", page)
                .withHeader("cache-control", "no-store")
                .withHeader("referrer-policy", "no-referrer")
                .withHeader("x-content-type-options", "nosniff")
                .withHeader("x-robots-tag", "noindex, nofollow")
                .withHeader(
                        "content-security-policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
                                + "frame-ancestors 'none'");
    }
}
