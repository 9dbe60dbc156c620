package dev.parvis.functions.measure;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.series.Series;
import dev.parvis.domain.series.SeriesPosts;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One look at the agenda: makes the posts of every series that is due, one series after the other. */
final class SeriesDue {
    private static final int PAGE = 10;
    /** What a page may take: a hundred posts of each of its series. */
    private static final Duration A_PAGE = Duration.ofSeconds(60);

    private final Agenda agenda;
    private final Supplier<SeriesPosts> posts;
    private final InstantSource clock;
    private final Log log;

    /** What a look did. */
    record Summary(int series, int faults, int stuck) {}

    /** @param posts asked at the first series only: most ticks find none, and must not load what reads rules */
    SeriesDue(Agenda agenda, Supplier<SeriesPosts> posts, InstantSource clock, Log log) {
        this.agenda = agenda;
        this.posts = posts;
        this.clock = clock;
        this.log = log;
    }

    Summary run(Deadline function) {
        var seen = 0;
        var faults = 0;
        var stuck = 0;
        var more = true;
        while (more && function.allows(A_PAGE)) {
            var claims = agenda.claim(Kind.SERIES, clock.instant(), PAGE);
            for (var claim : claims.claims()) {
                faults += isSettled(claim) ? 0 : 1;
            }
            seen += claims.claims().size();
            stuck += claims.stuck();
            more = claims.more();
        }
        return new Summary(seen, faults, stuck);
    }

    private boolean isSettled(Claim<Series> claim) {
        try {
            posts.get().settle(claim);
            return true;
        } catch (RuntimeException fault) {
            // The row keeps its lease and comes back when that ends; the other series go on.
            log.fault(
                    "series.fault",
                    fault,
                    "workspace",
                    claim.work().workspace().value(),
                    "series",
                    claim.work().series().value());
            return false;
        }
    }
}
