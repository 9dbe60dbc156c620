package dev.parvis.domain.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Puts what happened on its way: first a delivery per recipient on the agenda, then the bus, best effort. Who calls
 * it does so before finishing the work it tells of; telling twice is harmless. Endpoints are remembered for a
 * minute: one that was added less than a minute ago may miss an event.
 */
public final class Notices {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Set<Event.Type> MAILED = Set.of(
            Event.Type.POST_FAILED,
            Event.Type.POST_MISSED,
            Event.Type.POST_UNCERTAIN,
            Event.Type.POST_AT_RISK,
            Event.Type.POST_REFUSED,
            Event.Type.POST_COMMENTED,
            Event.Type.CHANNEL_DISCONNECTED,
            Event.Type.SOURCE_BROKEN,
            Event.Type.HOLD_STARTED,
            Event.Type.HOLD_RELEASED);

    private final Agenda agenda;
    private final Endpoints endpoints;
    private final Announcer announcer;
    private final InstantSource clock;
    private final Map<WorkspaceId, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(List<Endpoint> endpoints, Instant until) {}

    public Notices(Agenda agenda, Endpoints endpoints, Announcer announcer, InstantSource clock) {
        this.agenda = agenda;
        this.endpoints = endpoints;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** Deliveries first: they are what is sure to arrive. */
    public void tell(Event event) {
        var now = clock.instant();
        for (var endpoint : endpointsOf(event.workspace(), now)) {
            if (endpoint.events().contains(event.type())) {
                add(event, endpoint.id().value(), now);
            }
        }
        if (MAILED.contains(event.type())) {
            add(event, Delivery.MAIL, now);
        }
        announcer.tell(event);
    }

    private void add(Event event, String recipient, Instant due) {
        agenda.add(Kind.DELIVERY, new Delivery(event.workspace(), event, recipient, 0, Optional.empty()), due);
    }

    private List<Endpoint> endpointsOf(WorkspaceId workspace, Instant now) {
        return remembered
                .compute(
                        workspace,
                        (id, known) -> known != null && known.until().isAfter(now)
                                ? known
                                : new Remembered(endpoints.list(id), now.plus(REMEMBERED)))
                .endpoints();
    }
}
