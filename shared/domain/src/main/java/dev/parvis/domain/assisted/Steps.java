package dev.parvis.domain.assisted;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.parvis.domain.posts.Target;

/** When a person is asked, and asked again, about a target that was handed over; and when it is too late. */
public final class Steps {
    /** As long as a person has at least, however soon a brand calls a machine late. */
    public static final Duration PATIENCE = Duration.ofHours(2);

    private static final List<Duration> REMINDED = List.of(Duration.ofMinutes(15), Duration.ofHours(1));
    private static final Duration DAILY = Duration.ofDays(1);

    private Steps() {}

    /** From when on nobody is asked any more. */
    public static Instant end(Target target) {
        var lateness = target.lateness();
        return target.dueAt().plus(lateness.compareTo(PATIENCE) > 0 ? lateness : PATIENCE);
    }

    /** The step at an instant: 0 is the first mail; after the two reminders there is one a day. */
    public static int at(Target target, Instant now) {
        var since = Duration.between(target.dueAt(), now);
        var reminded = (int)
                REMINDED.stream().filter(after -> since.compareTo(after) >= 0).count();
        return reminded < REMINDED.size() ? reminded : reminded + (int) since.dividedBy(DAILY);
    }

    /** When the step after this one is due, or the end, if that is sooner. */
    public static Instant after(Target target, int step) {
        var wait = step < REMINDED.size() ? REMINDED.get(step) : DAILY.multipliedBy(step - REMINDED.size() + 1L);
        var next = target.dueAt().plus(wait);
        var end = end(target).plusMillis(1);
        return next.isBefore(end) ? next : end;
    }

    /** How many of the helpers are asked: the second one too, once the first has not answered. */
    public static int asked(int step) {
        return step == 0 ? 1 : 2;
    }
}
