package dev.parvis.functions.api.endpoints;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.notices.Endpoint;
import dev.parvis.domain.notices.EndpointId;
import dev.parvis.domain.notices.Endpoints;
import dev.parvis.domain.notices.Sent;
import dev.parvis.domain.notices.SentLog;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/**
 * {@code …/endpoints/{endpoint}/deliveries}: what was sent, what was answered, and once more. A replay is a delivery like any
 * other, signed anew under the same {@code webhook-id}, and tried for three days.
 */
public final class DeliveryRoutes {
    private static final String ONE = "/v1/workspaces/{workspace}/endpoints/{endpoint}";
    /** So many are looked through at once. */
    private static final int MOST_PAGES = 5;

    private final Endpoints endpoints;
    private final SentLog sent;
    private final Agenda agenda;
    private final Pages pages;
    private final Deeds deeds;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(Endpoints endpoints, SentLog sent, Agenda agenda) {}

    public DeliveryRoutes(Stores stores, Pages pages, Deeds deeds, InstantSource clock) {
        this.endpoints = stores.endpoints();
        this.sent = stores.sent();
        this.agenda = stores.agenda();
        this.pages = pages;
        this.deeds = deeds;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.get(ONE + "/deliveries", members.manages(Place.WORKSPACE, this::list))
                .post(ONE + "/deliveries/{delivery}/replay", members.manages(Place.WORKSPACE, this::replay))
                .post(ONE + "/replay", members.manages(Place.WORKSPACE, this::replayAll));
    }

    private Response list(Request request, Caller caller) {
        var endpoint = endpoint(request, caller).id();
        var list = "deliveries " + endpoint;
        var page = sent.list(caller.workspace(), endpoint, pages.asked(request, caller, list));
        return pages.answer(caller, list, page, DeliveryRoutes::json);
    }

    private Response replay(Request request, Caller caller) {
        var endpoint = endpoint(request, caller);
        var one = sent.find(caller.workspace(), endpoint.id(), request.param("delivery"))
                .orElseThrow(Ids::nothingHere);
        again(one);
        deeds.done(caller, "endpoint.replayed", "endpoint/" + endpoint.id(), clock.millis());
        return Response.json(202, json(one));
    }

    /** Those that failed, of events from an instant on; newest first, as many as one call looks through. */
    private Response replayAll(Request request, Caller caller) {
        var endpoint = endpoint(request, caller);
        var fields = Inputs.fields(request);
        var since = fields.requiredInstant("since");
        Inputs.check(fields);
        var replayed = 0;
        var more = true;
        var next = Optional.<String>empty();
        for (var page = 0; page < MOST_PAGES && more; page++) {
            var read = sent.list(caller.workspace(), endpoint.id(), new PageRequest(PageRequest.MOST, next));
            var asked = read.items().stream().filter(one -> isSince(one, since)).toList();
            var failed = asked.stream()
                    .filter(one -> one.outcome() == Sent.Outcome.FAILED)
                    .toList();
            failed.forEach(this::again);
            replayed += failed.size();
            next = read.next();
            more = next.isPresent() && asked.size() == read.items().size();
        }
        deeds.done(caller, "endpoint.replayed", "endpoint/" + endpoint.id(), clock.millis());
        return Response.json(202, Json.obj("replayed", replayed, "more", more));
    }

    private static boolean isSince(Sent one, Instant since) {
        return !one.event().at().isBefore(since);
    }

    private void again(Sent one) {
        agenda.add(Kind.DELIVERY, one.replay(), clock.instant());
    }

    private Endpoint endpoint(Request request, Caller caller) {
        return endpoints
                .find(caller.workspace(), Ids.of(request.param("endpoint"), EndpointId::new))
                .orElseThrow(Ids::nothingHere);
    }

    private static Json json(Sent one) {
        var outcome =
                switch (one.outcome()) {
                    case UNDER_WAY -> "under_way";
                    case ARRIVED -> "arrived";
                    case FAILED -> "failed";
                };
        return Json.obj(
                "id",
                one.id(),
                "event",
                one.event().id(),
                "type",
                one.event().type().wire(),
                "at",
                Times.format(one.event().at()),
                "outcome",
                outcome,
                "count",
                one.count(),
                "tries",
                one.tries().stream()
                        .map(each -> Json.obj("at", Times.format(each.at()), "answer", each.answer()))
                        .toList());
    }
}
