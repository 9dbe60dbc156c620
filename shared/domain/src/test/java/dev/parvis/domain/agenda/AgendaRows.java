package dev.parvis.domain.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.workspaces.WorkspaceId;

import static org.assertj.core.api.Assertions.assertThat;

/** What the contracts of an agenda share: rows of one kind in one workspace. */
abstract class AgendaRows extends StoreContract {
    final WorkspaceId workspace = Fixtures.workspaceId();

    final Agenda agenda() {
        return stores.agenda();
    }

    final Refresh added(Instant due) {
        var refresh = Fixtures.refresh(workspace);
        assertThat(agenda().add(Kind.REFRESH, refresh, due)).isTrue();
        return refresh;
    }

    final Claims<Refresh> claimAll() {
        return agenda().claim(Kind.REFRESH, clock.instant(), 100);
    }

    final Claim<Refresh> claimOnly() {
        var claims = claimAll().claims();
        assertThat(claims).hasSize(1);
        return claims.getFirst();
    }

    /** Does the same in many threads at one moment. */
    static <T> List<T> together(int workers, Callable<T> work) throws Exception {
        var barrier = new CyclicBarrier(workers);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < workers; i++) {
                running.add(pool.submit(() -> {
                    barrier.await();
                    return work.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        }
    }
}
