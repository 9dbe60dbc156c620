package dev.parvis.domain.posts;

import java.time.Instant;

/**
 * Where a target went out.
 *
 * @param firstByteAt when the request's first byte left; for a post found by reconciliation, when its attempt began
 * @param reconciled whether it was found afterwards rather than answered
 */
public record Publication(String nativeId, String url, Instant firstByteAt, boolean reconciled) {}
