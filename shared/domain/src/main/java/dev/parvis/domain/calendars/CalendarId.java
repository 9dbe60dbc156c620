package dev.parvis.domain.calendars;

import dev.parvis.domain.stored.Check;

/** A calendar link of a workspace. A ULID. */
public record CalendarId(String value) {
    public CalendarId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
