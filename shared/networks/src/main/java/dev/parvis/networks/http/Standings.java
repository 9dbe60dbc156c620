package dev.parvis.networks.http;

import dev.parvis.domain.networks.Connects.Standing;

/** What the answer to a read that needs the credential says of it. */
public final class Standings {
    private Standings() {}

    /** A refusal of this one read says nothing about publishing. */
    public static Standing of(Reply reply) {
        return switch (reply) {
            case Reply.Ok _ -> new Standing.Good();
            case Reply.Expired _ -> new Standing.Dead();
            case Reply.Refused(var status, var _, var reason) ->
                status == 0 ? new Standing.Unreachable(reason) : new Standing.Untold();
            case Reply.Throttled(var _, var reason) -> new Standing.Unreachable(reason);
            case Reply.Doubtful(var reason) -> new Standing.Unreachable(reason);
            case Reply.Unsent(var reason) -> new Standing.Unreachable(reason);
        };
    }
}
