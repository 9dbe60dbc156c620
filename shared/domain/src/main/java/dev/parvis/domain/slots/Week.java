package dev.parvis.domain.slots;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * The slots of a channel, in the order of the week, no two alike, at most {@value #MOST}.
 *
 * @param version 0 while nobody has written any
 */
public record Week(WorkspaceId workspace, ChannelId channel, List<Slot> slots, long version) {
    public static final int MOST = 50;

    public Week {
        slots = slots.stream().distinct().sorted().toList();
        if (slots.size() > MOST) {
            throw new IllegalArgumentException("a channel has at most " + MOST + " slots");
        }
    }

    /** A channel for which nobody has written slots. */
    public static Week none(WorkspaceId workspace, ChannelId channel) {
        return new Week(workspace, channel, List.of(), 0);
    }

    /**
     * Each time the slots come round from one instant until before another, earliest first. {@link Schedule#always}
     * says what becomes of those that the clocks skip or pass twice; two slots that fall on one instant are one.
     */
    public List<Schedule> between(Instant from, Instant until, ZoneId zone) {
        var found = new TreeMap<Instant, Schedule>();
        // What the clocks skip may be moved past midnight, so the day before is looked at as well.
        var first = from.atZone(zone).toLocalDate().minusDays(1);
        var last = until.atZone(zone).toLocalDate();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            on(day, zone).forEach(schedule -> found.putIfAbsent(schedule.at(), schedule));
        }
        return List.copyOf(found.subMap(from, until).values());
    }

    private List<Schedule> on(LocalDate day, ZoneId zone) {
        return slots.stream()
                .filter(slot -> slot.day() == day.getDayOfWeek())
                .map(slot -> Schedule.always(day.atTime(slot.time()), zone))
                .toList();
    }
}
