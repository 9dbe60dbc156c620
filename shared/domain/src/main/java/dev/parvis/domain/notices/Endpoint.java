package dev.parvis.domain.notices;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.parvis.domain.events.Event;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Where a workspace wants to be told, and of what.
 *
 * @param sealedSecret its signing secret, sealed for {@link #sealedFor} and in base64: a role that may send webhooks
 *     needs no access to the tokens of channels
 * @param retired what was its secret before and still signs, the latest first
 */
public record Endpoint(
        WorkspaceId workspace,
        EndpointId id,
        URI url,
        Set<Event.Type> events,
        String sealedSecret,
        List<Retired> retired,
        Instant createdAt,
        long version) {
    /** The most secrets before its own that still sign. */
    public static final int MOST_RETIRED = 3;

    public Endpoint {
        events = Set.copyOf(events);
        retired = List.copyOf(retired);
    }

    /** An endpoint whose secret was never changed. */
    public Endpoint(
            WorkspaceId workspace,
            EndpointId id,
            URI url,
            Set<Event.Type> events,
            String sealedSecret,
            Instant createdAt,
            long version) {
        this(workspace, id, url, events, sealedSecret, List.of(), createdAt, version);
    }

    /** A secret that was its own before, sealed alike, and until when it signs beside the new one. */
    public record Retired(String sealedSecret, Instant until) {}

    /** Told at another address, of other things. */
    public Endpoint telling(URI where, Set<Event.Type> what) {
        return new Endpoint(workspace, id, where, what, sealedSecret, retired, createdAt, version);
    }

    /**
     * Signed with a new secret. The one before goes on beside it until an instant, with those that have not ended by now; who
     * rotates more than {@value #MOST_RETIRED} times within that time loses the oldest.
     */
    public Endpoint rotated(String newSealed, Instant until, Instant now) {
        var going = Stream.concat(Stream.of(new Retired(sealedSecret, until)), retired.stream())
                .filter(old -> old.until().isAfter(now))
                .limit(MOST_RETIRED)
                .toList();
        return new Endpoint(workspace, id, url, events, newSealed, going, createdAt, version);
    }

    /** Signed with its own secret only: the others have leaked. */
    public Endpoint alone() {
        return new Endpoint(workspace, id, url, events, sealedSecret, List.of(), createdAt, version);
    }

    /** All secrets that sign at this instant, its own first. */
    public List<String> signing(Instant now) {
        return Stream.concat(
                        Stream.of(sealedSecret),
                        retired.stream().filter(old -> old.until().isAfter(now)).map(Retired::sealedSecret))
                .toList();
    }

    public Endpoint at(long otherVersion) {
        return new Endpoint(workspace, id, url, events, sealedSecret, retired, createdAt, otherVersion);
    }

    /** What the signing secret is sealed for. */
    public static String sealedFor(WorkspaceId workspace, EndpointId id) {
        return "W#" + workspace + "#ENDPOINT#" + id;
    }
}
