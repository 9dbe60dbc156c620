package dev.parvis.domain.weekly;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * The standing order to mail a workspace its look ahead.
 *
 * @param monday of the week that is to be told next; no week before it is told any more
 * @param told digests of the addresses that have been told of that week: never an address
 * @param failures how often in a row somebody could not be reached for that week
 */
public record WeeklyOrder(WorkspaceId workspace, LocalDate monday, Set<String> told, int failures) implements Work {
    /** On Monday, on the clocks of the workspace. */
    public static final LocalTime HOUR = LocalTime.of(8, 0);

    public WeeklyOrder {
        told = Set.copyOf(told);
    }

    /** The order of a workspace that was told nothing yet: it is due on the next Monday that comes. */
    public static WeeklyOrder first(WorkspaceId workspace, Instant now, ZoneId zone) {
        var thisWeek = monday(now, zone);
        var isAhead = now.isBefore(due(thisWeek, zone));
        return new WeeklyOrder(workspace, isAhead ? thisWeek : thisWeek.plusWeeks(1), Set.of(), 0);
    }

    @Override
    public String id() {
        return "WEEK";
    }

    /** When it is due on the clocks of this zone. An hour that they skip comes as much later as they skip. */
    public Instant dueIn(ZoneId zone) {
        return due(monday, zone);
    }

    /** The order for the week that runs now: when its own has passed unseen, that week is told no more. */
    public WeeklyOrder atWeekOf(Instant now, ZoneId zone) {
        var thisWeek = monday(now, zone);
        return thisWeek.isAfter(monday) ? new WeeklyOrder(workspace, thisWeek, Set.of(), 0) : this;
    }

    /** After its week was told. */
    public WeeklyOrder nextWeek() {
        return new WeeklyOrder(workspace, monday.plusWeeks(1), Set.of(), 0);
    }

    /** After somebody was told. */
    public WeeklyOrder told(String digest) {
        var now = new HashSet<>(told);
        now.add(digest);
        return new WeeklyOrder(workspace, monday, now, failures);
    }

    /** After somebody could not be reached. */
    public WeeklyOrder failedAgain() {
        return new WeeklyOrder(workspace, monday, told, failures + 1);
    }

    private static LocalDate monday(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Instant due(LocalDate monday, ZoneId zone) {
        return monday.atTime(HOUR).atZone(zone).toInstant();
    }
}
