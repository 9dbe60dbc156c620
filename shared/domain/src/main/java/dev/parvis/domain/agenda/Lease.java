package dev.parvis.domain.agenda;

import java.time.Instant;

/**
 * A worker's right to finish one row, until an instant.
 *
 * @param owner who claimed: unique per claim, so that a retried write recognises its own success
 * @param fence grows with every claim and every edit
 * @param claims how many claims this is since the row was last finished, this one counted
 */
public record Lease(String owner, long fence, Instant until, int claims) {}
