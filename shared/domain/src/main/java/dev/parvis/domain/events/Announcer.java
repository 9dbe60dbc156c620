package dev.parvis.domain.events;

/** Tells the bus, best effort, within 200 ms: a lost event delays work to the next tick and loses nothing. */
public interface Announcer {
    /** Whether the bus took it. Throws nothing. */
    boolean tell(Event event);
}
