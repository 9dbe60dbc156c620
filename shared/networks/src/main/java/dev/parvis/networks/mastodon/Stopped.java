package dev.parvis.networks.mastodon;

import java.time.Duration;

import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.networks.http.Reply;

/** Leaves a preparation early; never leaves {@link MastodonPreparation}. */
final class Stopped extends RuntimeException {
    static final Duration AGAIN = Duration.ofSeconds(15);

    private static final long serialVersionUID = 1L;
    private final transient Preparation how;

    Stopped(Preparation how) {
        super("preparation stopped", null, false, false);
        this.how = how;
    }

    Preparation how() {
        return how;
    }

    static Reply.Ok ok(Reply reply) {
        return switch (reply) {
            case Reply.Ok ok -> ok;
            case Reply.Trouble trouble -> throw by(trouble);
        };
    }

    static Stopped unreadable(String what) {
        return new Stopped(new Preparation.Later("the server's answer to " + what + " cannot be read", AGAIN));
    }

    static Stopped by(Reply.Trouble trouble) {
        return new Stopped(
                switch (trouble) {
                    case Reply.Expired _ -> new Preparation.Expired();
                    case Reply.Refused(var _, var code, var reason) -> new Preparation.Impossible(code, reason);
                    case Reply.Throttled(var pause, var reason) -> new Preparation.Later(reason, pause);
                    case Reply.Doubtful(var reason) -> new Preparation.Later(reason, AGAIN);
                    case Reply.Unsent(var reason) -> new Preparation.Later(reason, AGAIN);
                });
    }
}
