package dev.parvis.kernel.http.in;

import java.time.Duration;
import java.time.InstantSource;

import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.secret.SignedToken;

/** Page cursors that only we can make, bound to the route and tenant they were made for; they end after a day. */
public final class Cursors {
    private static final Duration LIFE = Duration.ofDays(1);

    private final SignedToken tokens;
    private final InstantSource clock;

    public Cursors(Secret key, InstantSource clock) {
        this.tokens = new SignedToken(key, clock);
        this.clock = clock;
    }

    /** {@code position} is where the next page starts, in the store's own words. */
    public String seal(String route, String tenant, String position) {
        return tokens.issue(purpose(route, tenant), position, clock.instant().plus(LIFE));
    }

    /** The position, or a {@link ProblemException} with {@code INVALID_CURSOR}. */
    public String open(String route, String tenant, String cursor) {
        return switch (tokens.open(purpose(route, tenant), cursor)) {
            case SignedToken.Opened.Valid(var position, var _) -> position;
            case SignedToken.Opened.Expired _ -> throw refused("This cursor has ended; list from the start.");
            case SignedToken.Opened.Forged _ -> throw refused("This cursor was not made for this list.");
        };
    }

    private static String purpose(String route, String tenant) {
        return "cursor\n" + route + "\n" + tenant;
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.Code.INVALID_CURSOR, detail);
    }
}
