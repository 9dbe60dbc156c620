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
