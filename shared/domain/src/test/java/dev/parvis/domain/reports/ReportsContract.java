package dev.parvis.domain.reports;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of reports holds. */
public abstract class ReportsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();

    private Reports reports() {
        return stores.reports();
    }

    private Report created(int second) {
        return done(reports().create(Fixtures.report(workspace, brand, NOON.plusSeconds(second)), NOON));
    }

    @Test
    void a_report_is_created_once_and_waits() {
        var report = created(0);

        refused(reports().create(report, NOON));

        assertThat(reports().find(workspace, report.report())).contains(report);
        assertThat(reports().find(Fixtures.workspaceId(), report.report())).isEmpty();
        assertThat(stores.agenda().claim(Kind.REPORT, NOON, 5).claims())
                .singleElement()
                .satisfies(claim -> assertThat(claim.work()).isEqualTo(report));
    }

    @Test
    void reports_of_a_brand_come_newest_first_as_they_stand() {
        var first = created(0);
        var second = created(1);
        var third = created(2);
        done(reports().create(Fixtures.report(workspace, Fixtures.brandId(), NOON), NOON.plusSeconds(60)));
        var claim = stores.agenda().claim(Kind.REPORT, NOON, 5).claims().stream()
                .filter(each -> each.work().equals(first))
                .findFirst()
                .orElseThrow();
        var ready = claim.work().in(ReportState.READY, "", List.of("client@example.org"));
        assertThat(stores.agenda().finish(claim, ready, Next.never())).isEqualTo(Written.DONE);

        var page = reports().list(workspace, brand, PageRequest.first(2));
        var next = reports().list(workspace, brand, new PageRequest(2, page.next()));

        assertThat(page.items()).containsExactly(third, second);
        assertThat(next.items()).containsExactly(ready);
        assertThat(next.next()).isEmpty();
    }

    @Test
    void a_deleted_report_is_gone_for_its_worker_too() {
        var report = created(0);
        var claim = stores.agenda().claim(Kind.REPORT, NOON, 5).claims().getFirst();

        assertThat(conflict(reports().delete(workspace, report.report(), 8))).isEqualTo(report);
        missing(reports().delete(Fixtures.workspaceId(), report.report(), 1));
        assertThat(done(reports().delete(workspace, report.report(), 1))).isEqualTo(report);

        assertThat(stores.agenda().finish(claim, report, Next.never())).isEqualTo(Written.FENCED_OFF);
        assertThat(reports().find(workspace, report.report())).isEmpty();
        assertThat(reports().list(workspace, brand, PageRequest.first(5)).items())
                .isEmpty();
    }
}
