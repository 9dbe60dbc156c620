package dev.parvis.domain.weekly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static dev.parvis.domain.Fixtures.PARIS;
import static org.assertj.core.api.Assertions.assertThat;

/** What every standing order to look ahead holds, wherever it is kept. Now is a Saturday at noon. */
public abstract class WeeklyOrderContract extends StoreContract {
    private static final Instant MONDAY_AT_EIGHT = Instant.parse("2026-11-23T07:00:00Z");
    private final WorkspaceId workspace = Fixtures.workspaceId();

    @Test
    void it_is_due_on_the_monday_that_comes_and_comes_back_with_whom_it_told() {
        var order = WeeklyOrder.first(workspace, NOON, PARIS);
        assertThat(order.dueIn(PARIS)).isEqualTo(MONDAY_AT_EIGHT);
        assertThat(stores.agenda().add(Kind.WEEKLY, order, MONDAY_AT_EIGHT)).isTrue();
        assertThat(stores.agenda().add(Kind.WEEKLY, order.nextWeek(), MONDAY_AT_EIGHT))
                .isFalse();

        var claim =
                stores.agenda().claim(Kind.WEEKLY, MONDAY_AT_EIGHT, 5).claims().getFirst();
        assertThat(claim.work()).isEqualTo(order);
        var now = order.told("00ff00ff00ff").told("abcdefabcdef").failedAgain();
        assertThat(stores.agenda().finish(claim, now, Next.at(MONDAY_AT_EIGHT))).isEqualTo(Written.DONE);

        var again = stores.agenda()
                .claim(Kind.WEEKLY, MONDAY_AT_EIGHT, 5)
                .claims()
                .getFirst()
                .work();
        assertThat(again)
                .isEqualTo(new WeeklyOrder(
                        workspace, LocalDate.parse("2026-11-23"), Set.of("00ff00ff00ff", "abcdefabcdef"), 1));
    }

    @Test
    void on_monday_before_eight_it_is_due_the_same_day_and_at_eight_a_week_later() {
        var early = WeeklyOrder.first(workspace, MONDAY_AT_EIGHT.minusSeconds(1), PARIS);
        var late = WeeklyOrder.first(workspace, MONDAY_AT_EIGHT, PARIS);

        assertThat(early.dueIn(PARIS)).isEqualTo(MONDAY_AT_EIGHT);
        assertThat(late.dueIn(PARIS)).isEqualTo("2026-11-30T07:00:00Z");
    }

    @Test
    void the_hour_is_that_of_the_clock_whatever_the_clocks_do() {
        var spring = WeeklyOrder.first(workspace, Instant.parse("2026-03-28T12:00:00Z"), PARIS);
        var autumn = WeeklyOrder.first(workspace, Instant.parse("2026-10-24T12:00:00Z"), PARIS);

        assertThat(spring.dueIn(PARIS)).isEqualTo("2026-03-30T06:00:00Z");
        assertThat(autumn.dueIn(PARIS)).isEqualTo("2026-10-26T07:00:00Z");
        assertThat(autumn.dueIn(ZoneId.of("America/Montreal"))).isEqualTo("2026-10-26T12:00:00Z");
    }

    @Test
    void weeks_that_passed_unseen_are_told_no_more_and_those_who_were_told_are_forgotten() {
        var told = WeeklyOrder.first(workspace, NOON, PARIS).told("00ff00ff00ff");

        assertThat(told.atWeekOf(MONDAY_AT_EIGHT, PARIS)).isEqualTo(told);
        assertThat(told.nextWeek().atWeekOf(MONDAY_AT_EIGHT, PARIS)).isEqualTo(told.nextWeek());
        var later = told.atWeekOf(Instant.parse("2026-12-09T12:00:00Z"), PARIS);
        assertThat(later.monday()).isEqualTo("2026-12-07");
        assertThat(later.told()).isEmpty();
    }
}
