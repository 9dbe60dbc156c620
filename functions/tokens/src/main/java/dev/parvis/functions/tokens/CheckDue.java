package dev.parvis.functions.tokens;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.preflight.Preflight;
import dev.parvis.domain.preflight.Sweep;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** Checks every post whose day or hour before its time has come, while the function's time lasts. */
final class CheckDue {
    /** What one post may take: each of its accounts asked twice, with a renewal in between. */
    private static final Duration A_POST = Duration.ofSeconds(40);

    private final Sweep.Stores stores;
    private final Supplier<Preflight> preflight;
    private final Notices notices;
    private final InstantSource clock;
    private final Log log;

    /** @param preflight asked once a look at most: it asks each account once */
    CheckDue(Sweep.Stores stores, Supplier<Preflight> preflight, Notices notices, InstantSource clock, Log log) {
        this.stores = stores;
        this.preflight = preflight;
        this.notices = notices;
        this.clock = clock;
        this.log = log;
    }

    Sweep.Swept run(Deadline function) {
        var sweep = new Sweep(
                stores,
                preflight,
                notices,
                clock,
                (ahead, fault) -> log.fault(
                        "check.fault",
                        fault,
                        "workspace",
                        ahead.workspace().value(),
                        "post",
                        ahead.post().value()));
        return sweep.run(() -> function.allows(A_POST));
    }
}
