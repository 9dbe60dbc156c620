package dev.parvis.functions.api.inbox;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.mentions.Watching;
import dev.parvis.domain.moderation.Acting;
import dev.parvis.domain.moderation.Acting.Acted;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.replies.Withdrawals;
import dev.parvis.domain.replies.Withdrawals.Withdrawn;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;

/** {@code /v1/workspaces/{workspace}/inbox}: what was said to a brand, by where it stands, and decisions on it. */
public final class InboxRoutes {
    private final Brands brands;
    private final Items items;
    private final InteractionView view;
    private final Withdrawals withdrawals;
    private final Acting acting;
    private final Watching watching;
    private final Pages pages;
    private final Deeds deeds;

    /** What a person decides. */
    private enum Choice {
        ALLOW(Handling.ALLOWED),
        QUEUE(Handling.QUEUED),
        HIDE(Handling.HIDDEN),
        DELETE(Handling.DELETED),
        CLOSE(Handling.CLOSED);

        private final Handling handling;

        Choice(Handling handling) {
            this.handling = handling;
        }
    }

    /** What is read and decided on. */
    public record Stores(Brands brands, Items items, Posts posts) {}

    /** What a decision has done: on the network, and what moderation would have done had it come first. */
    public record Doing(Acting acting, Watching watching) {}

    public InboxRoutes(Stores stores, Doing doing, Pages pages, Deeds deeds, InstantSource clock) {
        this.brands = stores.brands();
        this.items = stores.items();
        this.view = new InteractionView(stores.posts(), clock);
        this.withdrawals = new Withdrawals(stores.posts());
        this.acting = doing.acting();
        this.watching = doing.watching();
        this.pages = pages;
        this.deeds = deeds;
    }

    public void on(Router router, Members members) {
        router.get("/v1/workspaces/{workspace}/inbox", members.reads(Place.QUERY, this::list))
                .get("/v1/workspaces/{workspace}/inbox/{interaction}", members.reads(Place.INTERACTION, this::read))
                .post(
                        "/v1/workspaces/{workspace}/inbox/{interaction}/decision",
                        members.writes(Place.INTERACTION, this::decide));
    }

    private Response list(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, Inputs.query(request, "brand")).id();
        var handling = handling(request.query("handling").orElse("queued"));
        var answered = request.query("answered").map(InboxRoutes::truth);
        var list = "inbox " + brand + " " + handling
                + answered.map(wanted -> " answered " + wanted).orElse("");
        var page = items.inbox(caller.workspace(), brand, handling, pages.asked(request, caller, list));
        var fitting = page.items().stream()
                .filter(each -> answered.isEmpty() || each.isAnswered() == answered.get())
                .toList();
        return pages.answer(caller, list, new Page<>(fitting, page.next()), InteractionView::kept);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problem.of(Problem.Code.INVALID_REQUEST, "answered is true or false.")
                        .exception();
        };
    }

    private static Handling handling(String text) {
        return Stream.of(Handling.values())
                .filter(handling -> handling.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                Problem.Code.INVALID_REQUEST,
                                "handling is one of new, queued, allowed, hidden, deleted, closed, answered.")
                        .exception());
    }

    private Response read(Request request, Caller caller) {
        var interaction = interaction(request, caller);
        return Versions.tagged(Response.json(200, view.now(interaction)), interaction.version());
    }

    /**
     * The network first: an interaction is never said to be hidden while it is not. What is decided while it is new never
     * comes to moderation, so that it meets the brand's watch here.
     */
    private Response decide(Request request, Caller caller) {
        var version = Versions.expected(request);
        var now = interaction(request, caller);
        var fields = Inputs.fields(request);
        var choice = fields.requiredChoice("action", Choice.class);
        var reason = fields.optionalLine("reason", 0, 300).orElse("");
        Inputs.check(fields);
        if (now.version() != version) {
            throw Problem.of(Problem.Code.PRECONDITION_FAILED, "It has changed since you read it: read it again.")
                    .exception();
        }
        if (now.handling() == Handling.NEW) {
            watching.look(now);
        }
        switch (choice) {
            case HIDE -> act(now, Action.HIDE);
            case DELETE -> act(now, Action.DELETE);
            case ALLOW, QUEUE, CLOSE -> {}
        }
        var decided = now.handled(choice.handling, reason);
        deeds.done(
                caller,
                "interaction." + choice.handling.name().toLowerCase(Locale.ROOT),
                "interaction/" + now.id(),
                decided.version());
        var change = items.decide(decided);
        if (change instanceof Change.Done<Interaction>(var done)) {
            withdraw(caller, done);
        }
        return Versions.changed(change, Interaction::version, view::now);
    }

    /** What a rule replies to it is not wanted any more. The answers tell where it stands, its history why. */
    private void withdraw(Caller caller, Interaction decided) {
        withdrawals.decided(decided).ifPresent(withdrawn -> {
            var deed =
                    switch (withdrawn) {
                        case Withdrawn.Cancelled _ -> "post.withdrawn";
                        case Withdrawn.TooLate _ -> "post.too_late_to_withdraw";
                    };
            var post = withdrawn.post();
            deeds.done(caller, deed, "post/" + post.id(), post.version(), Map.of("interaction", decided.id()));
        });
    }

    /** Returns when the network has done it; a problem otherwise, and nothing is written. */
    private void act(Interaction interaction, Action action) {
        switch (acting.on(interaction, action)) {
            case Acted.Done done -> {}
            case Acted.NotPossible(var reason) ->
                throw Problem.of(Problem.Code.NETWORK_REFUSED, "It cannot be done: " + reason + ".")
                        .exception();
            case Acted.Later(var reason) ->
                throw Problem.of(Problem.Code.NETWORK_UNAVAILABLE, "Not done, try again: " + reason + ".")
                        .exception();
        }
    }

    private Interaction interaction(Request request, Caller caller) {
        return items.interaction(caller.workspace(), request.param("interaction"))
                .orElseThrow(Ids::nothingHere);
    }
}
