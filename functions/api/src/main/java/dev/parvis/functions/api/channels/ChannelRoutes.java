package dev.parvis.functions.api.channels;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.networks.Connects.Connecting;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.slots.Slots;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.domain.sources.Sources;
import dev.parvis.domain.stored.Change;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.FieldError;
import dev.parvis.kernel.json.Fields;

/** {@code /v1/workspaces/{workspace}/channels}: connect, list, connect again, disconnect. */
public final class ChannelRoutes {
    private static final String LIST = "channels";
    private static final int LONGEST_ANSWER = 4096;
    /** No further is looked for what would fail. */
    private static final Duration AHEAD = Duration.ofDays(400);

    private static final int MOST_NAMED = 5;

    private final Brands brands;
    private final Channels channels;
    private final Sources sources;
    private final Networks networks;
    private final ConnectChannel connect;
    private final Creation creation;
    private final Pages pages;
    private final Slots slots;
    private final InstantSource clock;

    /** What is read beside what connecting writes. */
    public record Stores(Brands brands, Channels channels, Sources sources, Slots slots, Networks networks) {}

    public ChannelRoutes(Stores stores, ConnectChannel connect, Creation creation, Pages pages, InstantSource clock) {
        this.brands = stores.brands();
        this.channels = stores.channels();
        this.sources = stores.sources();
        this.networks = stores.networks();
        this.connect = connect;
        this.creation = creation;
        this.pages = pages;
        this.slots = stores.slots();
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post("/v1/workspaces/{workspace}/channels", members.manages(Place.BODY, this::create))
                .get("/v1/workspaces/{workspace}/channels", members.reads(Place.SEEN, this::list))
                .get("/v1/workspaces/{workspace}/channels/{channel}", members.reads(Place.CHANNEL, this::read))
                .post(
                        "/v1/workspaces/{workspace}/channels/{channel}/connect",
                        members.manages(Place.CHANNEL, this::again))
                .delete("/v1/workspaces/{workspace}/channels/{channel}", members.manages(Place.CHANNEL, this::delete));
    }

    private Response create(Request request, Caller caller) {
        return creation.create(request, caller, id -> made(request, caller, id));
    }

    private Response made(Request request, Caller caller, String id) {
        var fields = Inputs.fields(request);
        var brand = Inputs.brand(fields, brands, caller);
        var network = network(fields);
        var answers = answers(fields, network);
        Inputs.check(fields);
        var connected = connected(network.orElseThrow(), answers);
        var change = connect.create(new ChannelId(id), brand.orElseThrow(), network.orElseThrow(), connected);
        var made = kept(change, id, caller);
        return Creation.created(location(caller, made), made.version(), ChannelJson.of(made));
    }

    private static Channel kept(Change<Channel> change, String id, Caller caller) {
        if (change instanceof Change.Conflict<Channel>(var there)
                && !there.id().value().equals(id)) {
            var as = caller.sees(there.brand()) ? ", as channel " + there.id() : "";
            throw Problem.of(Problem.Code.CONFLICT, "This account is connected already" + as + ".")
                    .exception();
        }
        return Creation.made(change);
    }

    private Optional<Network> network(Fields fields) {
        var network = fields.optionalLine("network", 1, 40)
                .flatMap(name -> Ids.parsed(name, NetworkId::new))
                .flatMap(networks::find)
                .filter(found -> found.connects().isPresent());
        if (network.isEmpty()) {
            fields.refuse("network", "not_allowed", "must be one of " + names());
        }
        return network;
    }

    private String names() {
        return String.join(
                ", ",
                networks.all().stream()
                        .filter(network -> network.connects().isPresent())
                        .map(network -> network.id().value())
                        .toList());
    }

    /** Exactly the fields that the network asks for; an unknown one is refused like any unknown field. */
    private static Map<String, String> answers(Fields fields, Optional<Network> network) {
        var given = fields.requiredObject("answers");
        var answers = new LinkedHashMap<String, String>();
        network.flatMap(Network::connects)
                .ifPresent(connects -> connects.fields().forEach(field -> {
                    var answer = field.required()
                            ? Optional.of(given.requiredText(field.name(), 1, LONGEST_ANSWER))
                            : given.optionalText(field.name(), 0, LONGEST_ANSWER);
                    answer.filter(text -> !text.isBlank()).ifPresent(text -> answers.put(field.name(), text));
                }));
        return answers;
    }

    private static Connecting.Connected connected(Network network, Map<String, String> answers) {
        return switch (network.connects().orElseThrow().connect(answers)) {
            case Connecting.Connected connected -> connected;
            case Connecting.Refused(var field, var reason) ->
                throw Problem.fields(List.of(
                                new FieldError(field.isEmpty() ? "/answers" : "/answers/" + field, "refused", reason)))
                        .exception();
            case Connecting.Unreachable(var reason) ->
                throw Problem.of(Problem.Code.NETWORK_UNAVAILABLE, network.title() + " could not be asked: " + reason)
                        .exception();
        };
    }

    private static String location(Caller caller, Channel channel) {
        return "/v1/workspaces/" + caller.workspace() + "/channels/" + channel.id();
    }

    private Response list(Request request, Caller caller) {
        var shown =
                new Pages.Shown<Channel>(Channel::brand, channel -> channel.id().value(), ChannelJson::of);
        return pages.seen(request, caller, LIST, page -> channels.list(caller.workspace(), page), shown);
    }

    private Response read(Request request, Caller caller) {
        var channel = channel(request, caller);
        return Versions.tagged(Response.json(200, ChannelJson.of(channel)), channel.version());
    }

    private Response again(Request request, Caller caller) {
        var channel = channel(request, caller);
        var network = networks.find(channel.network()).orElseThrow(Ids::nothingHere);
        var fields = Inputs.fields(request);
        var answers = answers(fields, Optional.of(network));
        Inputs.check(fields);
        var connected = connected(network, answers);
        if (!connected.account().equals(channel.account())) {
            throw Problem.of(
                            Problem.Code.CONFLICT,
                            "These answers connect another account: make a channel of its own for it.")
                    .exception();
        }
        return Versions.changed(connect.renew(channel, network, connected), Channel::version, ChannelJson::of);
    }

    private Response delete(Request request, Caller caller) {
        var version = Versions.expected(request);
        var channel = channel(request, caller);
        if (!request.query("scheduled").orElse("").equals("anyway")) {
            unneeded(channel);
        }
        var deleted = channels.delete(caller.workspace(), channel.id(), version);
        if (deleted instanceof Change.Done<Channel>) {
            sources.find(caller.workspace(), new SourceId(channel.id().value())).ifPresent(this::forget);
        }
        return Versions.deleted(deleted);
    }

    /** What is to go out there would fail at its time, and a person would hear of it a day before at best. */
    private void unneeded(Channel channel) {
        var now = clock.instant();
        var posts = slots.taken(channel.workspace(), channel.id(), now, now.plus(AHEAD)).stream()
                .flatMap(taken -> taken.posts().stream())
                .map(PostId::value)
                .toList();
        if (!posts.isEmpty()) {
            var named = posts.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            throw Problem.of(
                            Problem.Code.CONFLICT,
                            posts.size() + " scheduled " + (posts.size() == 1 ? "post goes" : "posts go")
                                    + " out there: " + named + (posts.size() > MOST_NAMED ? ", …" : "")
                                    + ". With ?scheduled=anyway it is removed all the same, and they will fail.")
                    .exception();
        }
    }

    private void forget(Source source) {
        sources.delete(source.workspace(), source.source(), source.version());
    }

    private Channel channel(Request request, Caller caller) {
        return channels.find(caller.workspace(), Ids.of(request.param("channel"), ChannelId::new))
                .orElseThrow(Ids::nothingHere);
    }
}
