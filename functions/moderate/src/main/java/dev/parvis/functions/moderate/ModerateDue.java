package dev.parvis.functions.moderate;

import java.time.Duration;
import java.time.InstantSource;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Look;
import dev.parvis.domain.items.Interaction;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One look at the agenda: moderates every interaction that waits, page by page, while the function's time lasts. */
final class ModerateDue {
    private static final int PAGE = 25;
    /** What a page may take: two calls to a network each, all at once. */
    private static final Duration A_PAGE = Duration.ofSeconds(30);

    private final Look<Interaction> look;
    private final Moderator moderator;

    /** What a look did. */
    record Summary(int interactions, int faults, int stuck) {}

    ModerateDue(Agenda agenda, Moderator moderator, InstantSource clock, Log log) {
        this.look = new Look<>(
                agenda,
                Kind.INTERACTION,
                PAGE,
                clock,
                (claim, fault) -> log.fault(
                        "interaction.fault",
                        fault,
                        "workspace",
                        claim.work().workspace().value(),
                        "interaction",
                        claim.work().id()));
        this.moderator = moderator;
    }

    Summary run(Deadline function) {
        var seen = look.atOnce(() -> function.allows(A_PAGE), moderator::moderate);
        return new Summary(seen.rows(), seen.faults(), seen.stuck());
    }
}
