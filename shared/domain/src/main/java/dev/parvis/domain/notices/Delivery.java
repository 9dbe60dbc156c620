package dev.parvis.domain.notices;

import java.util.Optional;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * One event on its way to one recipient.
 *
 * @param recipient an endpoint's id, {@link #MAIL}: then the workspace's own addresses are told,
 *     or {@link #APPROVERS}: then those who approve for the client of the event's brand
 * @param outcome empty while it is on its way
 */
public record Delivery(WorkspaceId workspace, Event event, String recipient, int failures, Optional<String> outcome)
        implements Work {
    public static final String MAIL = "mail";
    /** Whoever approves posts for the brand's client is told. */
    public static final String APPROVERS = "approvers";

    /** Before the digest of a person who is asked to post: the event's detail holds their sealed link. */
    public static final String HELPER = "helper-";

    /** No id holds it. */
    private static final String AGAIN = "~";

    /** The event to an endpoint once more; {@code times} it was tried before. */
    static Delivery replay(Event event, EndpointId endpoint, int times) {
        return new Delivery(event.workspace(), event, endpoint + AGAIN + times, 0, Optional.empty());
    }

    /** The endpoint that it goes to, once more or for the first time. Asked only of one that goes to an endpoint. */
    public EndpointId endpoint() {
        var again = recipient.indexOf(AGAIN);
        return new EndpointId(again < 0 ? recipient : recipient.substring(0, again));
    }

    /** The event and its recipient: telling twice is one delivery. */
    @Override
    public String id() {
        return event.id() + "." + recipient;
    }

    public Delivery failed(int failedSoFar) {
        return new Delivery(workspace, event, recipient, failedSoFar, outcome);
    }

    public Delivery ended(String how) {
        return new Delivery(workspace, event, recipient, failures, Optional.of(how));
    }
}
