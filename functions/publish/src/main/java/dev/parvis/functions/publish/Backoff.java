package dev.parvis.functions.publish;

import java.time.Duration;

/** How long to wait before trying, or looking, again. */
final class Backoff {
    /** A doubt of our own is looked into soon: most posts are there. */
    static final Duration FIRST_LOOK = Duration.ofSeconds(10);
    /** A doubt that lasts this long is shown to a person. */
    static final Duration TELL_A_PERSON = Duration.ofMinutes(10);
    /** After this long nobody looks any more: the target stays uncertain until a person decides. */
    static final Duration LAST_LOOK = Duration.ofHours(24);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

    private Backoff() {}

    /** 5 s, 15 s, 45 s, 135 s, then every five minutes. */
    static Duration retry(int tries) {
        var wait = FIRST_RETRY;
        for (var i = 1; i < tries && wait.compareTo(LONGEST_RETRY) < 0; i++) {
            wait = wait.multipliedBy(3);
        }
        return wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
    }

    /** By the age of the doubt: 15 s in the first minutes, then a minute, five, an hour. */
    static Duration look(Duration age) {
        if (age.compareTo(Duration.ofMinutes(3)) < 0) {
            return Duration.ofSeconds(15);
        }
        if (age.compareTo(TELL_A_PERSON) < 0) {
            return Duration.ofMinutes(1);
        }
        return age.compareTo(Duration.ofHours(1)) < 0 ? Duration.ofMinutes(5) : Duration.ofHours(1);
    }
}
