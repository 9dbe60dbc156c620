package dev.parvis.domain.agenda;

/** Whether a write under a lease took. */
public enum Written {
    DONE,
    /** Another worker, or a person's edit, has taken the row over since: nothing was written. */
    FENCED_OFF
}
