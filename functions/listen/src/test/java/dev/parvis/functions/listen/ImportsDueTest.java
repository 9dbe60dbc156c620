package dev.parvis.functions.listen;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.imports.Import;
import dev.parvis.domain.imports.ImportId;
import dev.parvis.domain.imports.ImportPosts;
import dev.parvis.domain.imports.ImportRow;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What a tick does with the imports that are due. */
class ImportsDueTest {
    private final MutableClock clock = new MutableClock(NOON);
    private final InMemoryStores stores = new InMemoryStores(clock, StoreContract.LEASE);
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final AtomicInteger built = new AtomicInteger();

    private ImportsDue.Summary run(Duration left) {
        var log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), clock);
        var ports = new ImportPosts.Stores(
                stores.agenda(),
                stores.imports(),
                stores.posts(),
                stores.brands(),
                stores.channels(),
                stores.slots(),
                stores.sheets());
        return new ImportsDue(
                        stores.agenda(),
                        () -> {
                            built.incrementAndGet();
                            return new ImportPosts(ports, clock);
                        },
                        clock,
                        log)
                .run(Deadline.in(left));
    }

    private Import waiting(int rows, int kept) {
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        stores.brands().create(Fixtures.brand(workspace, brand));
        var drafts = IntStream.range(0, kept)
                .mapToObj(i -> new ImportRow(
                        i + 2,
                        ImportRow.post(brand, "ligne " + i),
                        Fixtures.content("Un secret bien gardé"),
                        Labels.NONE,
                        Optional.empty(),
                        false,
                        List.of()))
                .toList();
        var work = new Import(workspace, new ImportId(Fixtures.id()), brand, rows, 0, 0, 0, 0, 0, "lea", NOON);
        stores.imports().create(work, drafts, List.of(), NOON);
        return work;
    }

    private Import after(Import work) {
        return stores.imports().find(workspace, work.importId()).orElseThrow();
    }

    @Test
    void a_tick_without_an_import_builds_nothing() {
        assertThat(run(Duration.ofMinutes(2))).isEqualTo(new ImportsDue.Summary(0, 0, 0));

        assertThat(built).hasValue(0);
    }

    @Test
    void an_import_is_finished_and_not_seen_again() {
        var work = waiting(230, 230);

        assertThat(run(Duration.ofMinutes(2))).isEqualTo(new ImportsDue.Summary(1, 0, 0));

        assertThat(after(work).made()).isEqualTo(230);
        assertThat(run(Duration.ofMinutes(2)).imports()).isZero();
    }

    @Test
    void a_function_about_to_end_takes_none() {
        var work = waiting(5, 5);

        assertThat(run(Duration.ofSeconds(10)).imports()).isZero();

        assertThat(after(work).next()).isZero();
    }

    @Test
    void one_that_cannot_be_read_is_logged_without_what_it_says_and_set_aside_in_the_end() {
        waiting(5, 0);
        for (var claim = 0; claim < 5; claim++) {
            assertThat(run(Duration.ofMinutes(2)).faults()).isEqualTo(1);
            clock.set(clock.instant().plus(StoreContract.LEASE).plusSeconds(1));
        }

        assertThat(run(Duration.ofMinutes(2))).isEqualTo(new ImportsDue.Summary(0, 0, 1));
        assertThat(logged.toString(StandardCharsets.UTF_8))
                .contains("import.fault", workspace.value())
                .doesNotContain("secret");
    }
}
