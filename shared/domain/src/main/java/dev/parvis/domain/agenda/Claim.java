package dev.parvis.domain.agenda;

import java.time.Instant;

/** A row that is ours until the lease ends: what it was due for, and what it held when it was claimed. */
public record Claim<W extends Work>(Kind<W> kind, W work, Instant due, Lease lease) {}
