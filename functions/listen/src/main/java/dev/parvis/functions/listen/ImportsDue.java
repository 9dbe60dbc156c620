package dev.parvis.functions.listen;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Look;
import dev.parvis.domain.imports.Import;
import dev.parvis.domain.imports.ImportPosts;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/**
 * Makes the posts of imported files that the call which took them left: here because this function wakes every minute,
 * after the polls because somebody's comment is more urgent than next month's plan.
 */
final class ImportsDue {
    /** What is claimed together is worked off one by one, within one lease. */
    private static final int PAGE = 1;
    /** What a step may take: a hundred posts, each a transaction. */
    private static final Duration A_STEP = Duration.ofSeconds(20);

    private final Look<Import> look;
    private final Supplier<ImportPosts> posts;

    /** What a look did. */
    record Summary(int imports, int faults, int stuck) {}

    /** @param posts asked at the first import only */
    ImportsDue(Agenda agenda, Supplier<ImportPosts> posts, InstantSource clock, Log log) {
        this.look = new Look<>(
                agenda,
                Kind.IMPORT,
                PAGE,
                clock,
                (claim, fault) -> log.fault(
                        "import.fault",
                        fault,
                        "workspace",
                        claim.work().workspace().value(),
                        "import",
                        claim.work().id()));
        this.posts = posts;
    }

    Summary run(Deadline function) {
        var seen = look.oneByOne(
                () -> function.allows(A_STEP), claim -> posts.get().settle(claim, () -> function.allows(A_STEP)));
        return new Summary(seen.rows(), seen.faults(), seen.stuck());
    }
}
