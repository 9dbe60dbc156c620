package dev.parvis.functions.report.data;

import java.time.Instant;

/**
 * One mention.
 *
 * @param where the network, or the site's host
 * @param url where it can be read; empty when the network tells none
 */
public record MentionData(String author, String where, String url, Instant publishedAt, Instant foundAt, String text) {}
