package dev.parvis.domain.media;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Whose picture it is and on what terms it may be shown. All but the expiry is for people to read; none of it is sent to a
 * network.
 *
 * @param credit as it must be printed: "© Marie Curie / Agence Radium"
 * @param holder whose rights they are
 * @param licence its name, or the terms in words
 * @param source where it came from, a URL or empty
 * @param people who is to be seen on it and where they agreed, or empty
 * @param expiry empty: no end is known
 */
public record Rights(
        String credit, String holder, String licence, String source, String people, Optional<Expiry> expiry) {
    /** Nothing was said. */
    public static final Rights UNSAID = new Rights("", "", "", "", "", Optional.empty());

    /**
     * The last day on which it may be published, whole, as contracts say it: on the clock of a place, so that it stays that
     * day whatever the clocks do.
     */
    public record Expiry(LocalDate lastDay, ZoneId zone) {
        /** The first instant at which it may not be published any more. */
        public Instant endsAt() {
            return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /** Whether it may be published at this instant. */
    public boolean holdAt(Instant at) {
        return expiry.filter(end -> !at.isBefore(end.endsAt())).isEmpty();
    }
}
