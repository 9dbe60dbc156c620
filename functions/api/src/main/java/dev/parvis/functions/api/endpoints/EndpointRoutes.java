package dev.parvis.functions.api.endpoints;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Endpoint;
import dev.parvis.domain.notices.EndpointId;
import dev.parvis.domain.notices.Endpoints;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.functions.api.calls.WebUrls;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** {@code /v1/workspaces/{workspace}/endpoints}: outgoing webhooks. The signing secret is shown once, at creation. */
public final class EndpointRoutes {
    private static final int MOST = 20;
    private static final int SECRET_BYTES = 32;
    /** How long the secret before goes on signing, unless something else is asked. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    private final Endpoints endpoints;
    private final Sealer sealer;
    private final SecureRandom random;
    private final WebUrls urls;
    private final Creation creation;
    private final InstantSource clock;

    /** Where endpoints are kept, what seals their secrets, and where they may lead. */
    public record Parts(Endpoints endpoints, Sealer sealer, Outbound outbound) {}

    public EndpointRoutes(Parts parts, SecureRandom random, Creation creation, InstantSource clock) {
        this.endpoints = parts.endpoints();
        this.sealer = parts.sealer();
        this.urls = new WebUrls(parts.outbound());
        this.random = random;
        this.creation = creation;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post("/v1/workspaces/{workspace}/endpoints", members.manages(Place.WORKSPACE, this::create))
                .get("/v1/workspaces/{workspace}/endpoints", members.manages(Place.WORKSPACE, this::list))
                .get("/v1/workspaces/{workspace}/endpoints/{endpoint}", members.manages(Place.WORKSPACE, this::read))
                .patch(
                        "/v1/workspaces/{workspace}/endpoints/{endpoint}",
                        members.manages(Place.WORKSPACE, this::change))
                .post(
                        "/v1/workspaces/{workspace}/endpoints/{endpoint}/secret",
                        members.manages(Place.WORKSPACE, this::rotate))
                .delete(
                        "/v1/workspaces/{workspace}/endpoints/{endpoint}",
                        members.manages(Place.WORKSPACE, this::delete));
    }

    /** The secret is in no row but the endpoint's own, sealed: a repeated request opens it again. */
    private Response create(Request request, Caller caller) {
        return creation.createAnew(
                request,
                caller,
                id -> made(request, caller, new EndpointId(id)),
                id -> again(caller, new EndpointId(id)));
    }

    private Optional<Response> again(Caller caller, EndpointId id) {
        return endpoints.find(caller.workspace(), id).map(this::created);
    }

    private Response made(Request request, Caller caller, EndpointId id) {
        var fields = Inputs.fields(request);
        var url = urls.read(fields, "url");
        if (!fields.has("url")) {
            fields.refuse("url", "required", "is required");
        }
        var events = events(fields);
        if (events.isEmpty()) {
            fields.refuse("events", "required", "must name at least one of " + names());
        }
        Inputs.check(fields);
        if (endpoints.list(caller.workspace()).size() >= MOST) {
            throw Problem.of(Problem.Code.CONFLICT, "A workspace has at most " + MOST + " endpoints.")
                    .exception();
        }
        return keep(caller, id, url.orElseThrow(), events);
    }

    private Response keep(Caller caller, EndpointId id, URI url, Set<Event.Type> events) {
        var made = Creation.made(endpoints.create(
                new Endpoint(caller.workspace(), id, url, events, fresh(caller, id), clock.instant(), 1)));
        return created(made);
    }

    /** A new secret, sealed. */
    private String fresh(Caller caller, EndpointId id) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = "whsec_" + Base64.getEncoder().encodeToString(bytes);
        var sealed = sealer.seal(secret.getBytes(StandardCharsets.UTF_8), Endpoint.sealedFor(caller.workspace(), id));
        return Base64.getEncoder().encodeToString(sealed);
    }

    private Response created(Endpoint made) {
        var location = "/v1/workspaces/" + made.workspace() + "/endpoints/" + made.id();
        return Creation.created(location, made.version(), json(made).with("secret", secret(made)));
    }

    /** What is stored: a process that died before us may have made it under another secret than ours. */
    private String secret(Endpoint made) {
        var opened = sealer.open(
                Base64.getDecoder().decode(made.sealedSecret()), Endpoint.sealedFor(made.workspace(), made.id()));
        return new String(opened, StandardCharsets.UTF_8);
    }

    private static Set<Event.Type> events(Fields fields) {
        var events = new LinkedHashSet<Event.Type>();
        for (var name : fields.texts("events", Event.Type.values().length, 60)) {
            news().filter(type -> type.wire().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            events::add, () -> fields.refuse("events", "not_allowed", "must be among " + names()));
        }
        return events;
    }

    private static String names() {
        return String.join(", ", news().map(Event.Type::wire).toList());
    }

    private static Stream<Event.Type> news() {
        return Stream.of(Event.Type.values()).filter(Event.Type::isNews);
    }

    private Response list(Request request, Caller caller) {
        List<Json.Obj> items = endpoints.list(caller.workspace()).stream()
                .map(EndpointRoutes::json)
                .toList();
        return Response.json(200, Json.obj("items", items));
    }

    private Response read(Request request, Caller caller) {
        var endpoint = endpoint(request, caller);
        return Versions.tagged(Response.json(200, json(endpoint)), endpoint.version());
    }

    private Response change(Request request, Caller caller) {
        var version = Versions.expected(request);
        var now = endpoint(request, caller);
        var fields = Inputs.fields(request);
        var url = urls.read(fields, "url").orElse(now.url());
        var events = fields.has("events") ? events(fields) : now.events();
        Inputs.check(fields);
        return Versions.changed(
                endpoints.change(now.telling(url, events).at(version)), Endpoint::version, EndpointRoutes::json);
    }

    /** Whoever did not get the answer asks again under the next version: what the other side knows goes on until its time. */
    private Response rotate(Request request, Caller caller) {
        var version = Versions.expected(request);
        var endpoint = endpoint(request, caller);
        var fields = Inputs.fields(request);
        var hours = fields.optionalWhole("oldSignsHours", 0, LONGEST_OVERLAP.toHours())
                .map(Duration::ofHours)
                .orElse(OVERLAP);
        Inputs.check(fields);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var rotated = endpoint.rotated(fresh(caller, endpoint.id()), now.plus(hours), now);
        return Versions.changed(
                endpoints.change((hours.isZero() ? rotated.alone() : rotated).at(version)),
                Endpoint::version,
                done -> json(done).with("secret", secret(done)));
    }

    private Response delete(Request request, Caller caller) {
        var id = Ids.of(request.param("endpoint"), EndpointId::new);
        return Versions.deleted(endpoints.delete(caller.workspace(), id, Versions.expected(request)));
    }

    private Endpoint endpoint(Request request, Caller caller) {
        return endpoints
                .find(caller.workspace(), Ids.of(request.param("endpoint"), EndpointId::new))
                .orElseThrow(Ids::nothingHere);
    }

    private static Json.Obj json(Endpoint endpoint) {
        return Json.obj(
                "id",
                endpoint.id().value(),
                "url",
                endpoint.url().toString(),
                "events",
                endpoint.events().stream().map(Event.Type::wire).sorted().toList(),
                "oldSecretsSignUntil",
                endpoint.retired().stream()
                        .map(Endpoint.Retired::until)
                        .max(Comparator.naturalOrder())
                        .<Object>map(Times::format)
                        .orElse(Json.absent()),
                "createdAt",
                Times.format(endpoint.createdAt()),
                "version",
                endpoint.version());
    }
}
