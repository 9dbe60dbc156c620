package dev.parvis.fakes.feeds;

import java.time.Instant;

/** One entry. {@code html} is its content; {@code published} is also its time of change. Texts may be empty. */
public record Entry(String id, String title, String link, String html, String author, Instant published) {}
