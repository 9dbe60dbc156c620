package dev.parvis.functions.api.posts;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.domain.answers.Answers;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.mentions.Watching;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Network.Way;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
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

/**
 * {@code …/inbox/{interaction}/answers}: what a person answers. It is a post of one target, due at once; nobody has to
 * approve it, because somebody is waiting for it. Until it is being sent it is changed and cancelled as every post is.
 */
public final class AnswerRoutes {
    private final PostRoutes.Stores stores;
    private final Answers answers;
    private final Answering answering;
    private final Passing passing;
    private final Preflight preflight;
    private final WrongClient clients;
    private final Warnings warnings;
    private final Creation creation;

    /** How answers are planned, what stops them, and what moderation would have done had it come first. */
    public record Around(Answers answers, Holds holds, Watching watching) {}

    public AnswerRoutes(PostRoutes.Stores stores, Around around, PostRoutes.Calls calls, InstantSource clock) {
        this.stores = stores;
        this.answers = around.answers();
        this.answering =
                new Answering(new Answering.Stores(stores.items(), stores.posts()), around, calls.deeds(), clock);
        this.passing = new Passing(around.holds());
        this.preflight = new Preflight(stores.connections(), stores.media(), stores.networks());
        this.clients = new WrongClient(stores);
        this.warnings = new Warnings(stores, clock);
        this.creation = calls.creation();
    }

    public void on(Router router, Members members) {
        router.post(
                "/v1/workspaces/{workspace}/inbox/{interaction}/answers",
                members.writes(Place.INTERACTION, this::create));
    }

    private Response create(Request request, Caller caller) {
        return creation.create(request, caller, id -> madeOrThere(request, caller, new PostId(id)));
    }

    /** Whoever takes over from a process that died after it made the post finds what it made. */
    private Response madeOrThere(Request request, Caller caller, PostId id) {
        var interaction = stores.items()
                .interaction(caller.workspace(), request.param("interaction"))
                .orElseThrow(Ids::nothingHere);
        return stores.posts()
                .find(caller.workspace(), id)
                .map(there -> created(there, interaction, List.of()))
                .orElseGet(() -> made(request, caller, interaction, id));
    }

    private Response made(Request request, Caller caller, Interaction interaction, PostId id) {
        var channel = channel(interaction);
        var brand =
                stores.brands().find(caller.workspace(), interaction.brand()).orElseThrow(Ids::nothingHere);
        var fields = Inputs.fields(request);
        var typed = ContentInput.answer(fields);
        var confirmed = Warnings.confirmed(fields);
        var planned = answers.planned(
                new Answers.Order(id, interaction, brand, channel, typed, Optional.empty(), caller.subject()));
        check(fields, brand, channel, planned.post());
        var order = new Answering.Order(caller, planned, brand, channel, passing.of(caller, brand, channel));
        var told = warned(caller, order);
        var answered = answering.begin(order, interaction, new Answering.Told(told, confirmed));
        return created(answering.keep(order, answered), answered, told);
    }

    /** All that is wrong with it, as with a post on this channel. */
    private void check(Fields fields, Brand brand, Channel channel, Post post) {
        preflight.content(fields, brand, post.content());
        preflight.scheduled(fields, brand, post.content());
        preflight.rights(fields, brand, post.content(), post.schedule());
        preflight.channels(fields, brand, List.of(channel.id().value()), post.content());
        Inputs.check(fields);
    }

    /** The channel that it came to, if it can answer what was said. */
    private Channel channel(Interaction interaction) {
        var network = interaction.item().key().network();
        var kind = interaction.item().kind();
        var accepts = stores.networks().find(network).flatMap(Network::way).map(Way::accepts);
        if (accepts.isEmpty() || !accepts.get().answerable().contains(kind)) {
            throw refused(network + " does not let us answer a " + kind.name().toLowerCase(Locale.ROOT)
                    + ": answer it there, and close it here.");
        }
        return switch (stores.connections().open(interaction.workspace(), interaction.channel())) {
            case Opened.Ready ready -> ready.connection().channel();
            case Opened.Disconnected(var reason) ->
                throw refused("The channel is disconnected, connect it again first: " + reason);
            case Opened.Missing _ -> throw refused("The channel that it came to was removed.");
        };
    }

    private static RuntimeException refused(String detail) {
        return Problem.of(Problem.Code.NETWORK_REFUSED, detail).exception();
    }

    /** What should be thought about twice; that the channel has said the same before is nothing new of an answer. */
    private List<Warning> warned(Caller caller, Answering.Order order) {
        var content = order.post().content();
        return Stream.of(
                        clients.named(caller, order.brand(), content),
                        warnings.hints(content, order.channel()),
                        warnings.awaited(order.brand(), content))
                .flatMap(List::stream)
                .toList();
    }

    private static Response created(PostWithTargets made, Interaction interaction, List<Warning> told) {
        var post = made.post();
        var json = PostJson.of(made)
                .with("warnings", Warnings.json(told))
                .with(
                        "interaction",
                        Json.obj(
                                "id",
                                interaction.id(),
                                "handling",
                                PostJson.low(interaction.handling()),
                                "version",
                                interaction.version()));
        return Creation.created("/v1/workspaces/" + post.workspace() + "/posts/" + post.id(), post.version(), json);
    }
}
