package dev.parvis.functions.measure;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Look;
import dev.parvis.domain.series.Series;
import dev.parvis.domain.series.SeriesPosts;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One look at the agenda: makes the posts of every series that is due, one series after the other. */
final class SeriesDue {
    private static final int PAGE = 10;
    /** What a page may take: a hundred posts of each of its series. */
    private static final Duration A_PAGE = Duration.ofSeconds(60);

    private final Look<Series> look;
    private final Supplier<SeriesPosts> posts;

    /** What a look did. */
    record Summary(int series, int faults, int stuck) {}

    /** @param posts asked at the first series only: most ticks find none, and must not load what reads rules */
    SeriesDue(Agenda agenda, Supplier<SeriesPosts> posts, InstantSource clock, Log log) {
        this.look = new Look<>(
                agenda,
                Kind.SERIES,
                PAGE,
                clock,
                (claim, fault) -> log.fault(
                        "series.fault",
                        fault,
                        "workspace",
                        claim.work().workspace().value(),
                        "series",
                        claim.work().series().value()));
        this.posts = posts;
    }

    Summary run(Deadline function) {
        var seen = look.oneByOne(
                () -> function.allows(A_PAGE), claim -> posts.get().settle(claim));
        return new Summary(seen.rows(), seen.faults(), seen.stuck());
    }
}
