package dev.parvis.functions.measure;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Look;
import dev.parvis.domain.agenda.Work;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One look at the agenda: has the posts made of every series, or evergreen queue, that is due, one after the other. */
final class AheadDue<W extends Work> {
    private static final int PAGE = 10;
    /** What a page may take: a hundred posts of each. */
    private static final Duration A_PAGE = Duration.ofSeconds(60);

    private final Look<W> look;
    private final Supplier<Consumer<Claim<W>>> maker;

    /** What a look did. */
    record Summary(int rows, int faults, int stuck) {}

    /** @param maker asked at the first row only: most ticks find none, and must not load what makes posts */
    AheadDue(Agenda agenda, Kind<W> kind, Supplier<Consumer<Claim<W>>> maker, InstantSource clock, Log log) {
        var name = kind.name().toLowerCase(Locale.ROOT);
        this.look = new Look<>(
                agenda,
                kind,
                PAGE,
                clock,
                (claim, fault) -> log.fault(
                        name + ".fault",
                        fault,
                        "workspace",
                        claim.work().workspace().value(),
                        name,
                        claim.work().id()));
        this.maker = maker;
    }

    Summary run(Deadline function) {
        var seen = look.oneByOne(
                () -> function.allows(A_PAGE), claim -> maker.get().accept(claim));
        return new Summary(seen.rows(), seen.faults(), seen.stuck());
    }
}
