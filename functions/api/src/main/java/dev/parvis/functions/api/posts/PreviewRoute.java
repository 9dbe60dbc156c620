package dev.parvis.functions.api.posts;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Utm;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;

/**
 * {@code POST …/posts/preview}: what each channel would say to a post, as its own server counts. Keeps nothing. What
 * the post itself gets wrong is a problem as at creation; what a network would not take is the answer.
 */
public final class PreviewRoute {
    private final Brands brands;
    private final Preflight preflight;
    private final Labelling labelling;
    private final Warnings warnings;

    public PreviewRoute(PostRoutes.Stores stores, InstantSource clock) {
        this.brands = stores.brands();
        this.preflight = new Preflight(stores.connections(), stores.media(), stores.networks());
        this.labelling = new Labelling(stores.sheets());
        this.warnings = new Warnings(stores, clock);
    }

    public void on(Router router, Members members) {
        router.post("/v1/workspaces/{workspace}/posts/preview", members.writes(Place.BODY, this::preview));
    }

    private Response preview(Request request, Caller caller) {
        var fields = Inputs.fields(request);
        var brand = Inputs.brand(fields, brands, caller);
        var content = ContentInput.content(fields, Optional.empty());
        var labels = labelling.read(fields, brand, Labels.NONE);
        var channels = PostInput.channels(fields);
        if (brand.isEmpty()) {
            Inputs.check(fields);
        }
        preflight.content(fields, brand.orElseThrow(), content);
        var tagged = Utm.on(content, Preflight.AS_LONG, labels, brand.get());
        var verdicts = preflight.verdicts(fields, brand.get(), channels, tagged);
        Inputs.check(fields);
        var to = verdicts.stream().map(Preflight.Verdict::channel).toList();
        var subject = new Warnings.Subject(brand.get(), Preflight.AS_LONG, content, to);
        var told = warnings.of(caller, subject, new When.Said(Optional.empty()));
        return Response.json(
                200,
                Json.obj("items", verdicts.stream().map(PreviewRoute::json).toList(), "warnings", Warnings.json(told)));
    }

    private static Json json(Preflight.Verdict verdict) {
        return Json.obj(
                "channel",
                verdict.channel().id().value(),
                "network",
                verdict.channel().network().value(),
                "handle",
                verdict.channel().handle(),
                "accepted",
                verdict.violations().isEmpty(),
                "length",
                verdict.length(),
                "limit",
                verdict.limits().textLength(),
                "countedIn",
                verdict.limits().countedIn().name().toLowerCase(Locale.ROOT),
                "violations",
                verdict.violations().stream()
                        .map(violation -> Json.obj(
                                "pointer", violation.pointer(), "code", violation.code(), "detail", violation.detail()))
                        .toList(),
                "cost",
                verdict.cost()
                        .<Object>map(cost -> Json.obj(
                                "currency",
                                cost.currency(),
                                "amount",
                                cost.amount().toPlainString()))
                        .orElse(Json.absent()));
    }
}
