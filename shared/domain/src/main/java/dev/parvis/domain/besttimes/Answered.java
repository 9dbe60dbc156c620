package dev.parvis.domain.besttimes;

import java.time.Instant;

/**
 * A post that has been measured.
 *
 * @param at when it was to go out
 * @param engagement how often people reacted to it
 */
public record Answered(Instant at, long engagement) {}
