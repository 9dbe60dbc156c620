package dev.parvis.functions.api.posts;

import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.cards.Cards;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.posts.Utm;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.media.UsableMedia;
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
    private final Sites.Known sites;
    private final UsableMedia media;
    private final Cards cards;
    private final InstantSource clock;

    public PreviewRoute(PostRoutes.Stores stores, InstantSource clock) {
        this.clock = clock;
        this.brands = stores.brands();
        this.preflight = new Preflight(stores.connections(), stores.media(), stores.networks());
        this.labelling = new Labelling(stores.sheets());
        this.warnings = new Warnings(stores, clock);
        this.sites = Sites.Known.by(stores.sheets());
        this.media = stores.media();
        this.cards = stores.cards();
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
        var when = PostInput.when(fields, brand, clock.instant(), Optional.empty());
        if (brand.isEmpty()) {
            Inputs.check(fields);
        }
        preflight.content(fields, brand.orElseThrow(), content);
        if (when.isSchedule()) {
            preflight.scheduled(fields, brand.get(), content);
        }
        var tagged = Utm.on(content, Preflight.AS_LONG, labels, brand.get(), sites);
        var verdicts = preflight.verdicts(fields, brand.get(), channels, tagged);
        Inputs.check(fields);
        var to = verdicts.stream().map(Preflight.Verdict::channel).toList();
        var subject = new Warnings.Subject(brand.get(), Preflight.AS_LONG, content, to);
        var told = warnings.of(caller, subject, when);
        var parts = new PreviewParts(id -> media(caller, brand.get(), id), content).reading(cards, verdicts);
        var items =
                verdicts.stream().map(verdict -> PreviewJson.of(verdict, parts)).toList();
        return Response.json(
                200,
                Json.obj(
                        "schedule",
                        when instanceof When.Said(var schedule)
                                ? schedule.<Object>map(PostJson::schedule).orElse(Json.absent())
                                : Json.absent(),
                        "items",
                        items,
                        "costs",
                        PreviewJson.costs(verdicts),
                        "warnings",
                        Warnings.json(told)));
    }

    private Optional<Media> media(Caller caller, Brand brand, String id) {
        return Ids.parsed(id, MediaId::new)
                .flatMap(media -> this.media.find(caller.workspace(), media))
                .filter(media -> media.brand().equals(brand.id()));
    }
}
