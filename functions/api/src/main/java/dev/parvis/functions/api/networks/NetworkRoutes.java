package dev.parvis.functions.api.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;

/** {@code /v1/networks}: what can be connected, what it can do, and what connecting asks for. */
public final class NetworkRoutes {
    private final Networks networks;

    public NetworkRoutes(Networks networks) {
        this.networks = networks;
    }

    public void on(Router router) {
        router.get("/v1/networks", this::list);
    }

    private Response list(Request request) {
        Members.subject(request);
        return Response.json(
                200,
                Json.obj(
                        "items",
                        networks.all().stream().map(NetworkRoutes::json).toList()));
    }

    private static Json json(Network network) {
        var fields = network.connects()
                .map(connects -> connects.fields().stream()
                        .map(field -> (Object)
                                Json.obj("name", field.name(), "secret", field.secret(), "required", field.required()))
                        .toList())
                .orElse(List.of());
        return Json.obj(
                "id",
                network.id().value(),
                "title",
                network.title(),
                "can",
                can(network),
                "fields",
                fields,
                "actions",
                network.moderates()
                        .map(moderates -> moderates.actions().stream()
                                .map(action -> action.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .toList())
                        .orElse(List.of()));
    }

    private static List<String> can(Network network) {
        var can = new ArrayList<String>();
        network.publishes().ifPresent(_ -> can.add("publish"));
        network.assists().ifPresent(_ -> can.add("assist"));
        network.listens().ifPresent(_ -> can.add("listen"));
        network.moderates().ifPresent(_ -> can.add("moderate"));
        network.measures().ifPresent(_ -> can.add("measure"));
        network.receivesWebhooks().ifPresent(_ -> can.add("receive"));
        return can;
    }
}
