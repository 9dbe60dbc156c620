package dev.parvis.domain.agenda;

import java.time.Instant;

/** A row that five claims could not finish, out of the agenda until a person has looked, and puts it back. */
public record Stuck(String kind, String id, Instant since, Instant due) {}
