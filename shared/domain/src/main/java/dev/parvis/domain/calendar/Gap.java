package dev.parvis.domain.calendar;

import java.time.LocalDate;

import dev.parvis.domain.channels.ChannelId;

/** A week in which too little is said. Weeks begin on Monday, in the brand's zone (ISO 8601). */
public sealed interface Gap {
    LocalDate monday();

    /** On none of the brand's channels anything is said. */
    record Empty(LocalDate monday) implements Gap {}

    /** A channel speaks less often than the brand's sheet wants it to. */
    record Short(LocalDate monday, ChannelId channel, int wanted, int planned) implements Gap {}
}
