package dev.parvis.domain.preflight;

import java.time.Duration;
import java.util.Locale;

/** How long before its time a post is looked at. */
public enum Stage {
    DAY(Duration.ofHours(24)),
    HOUR(Duration.ofHours(1));

    private final Duration before;

    Stage(Duration before) {
        this.before = before;
    }

    /** Its name in events and the API. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Duration before() {
        return before;
    }
}
