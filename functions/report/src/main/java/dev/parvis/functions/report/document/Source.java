package dev.parvis.functions.report.document;

import java.time.Instant;

/**
 * Where a figure came from.
 *
 * @param network the network's name as people say it ("Bluesky")
 * @param field the endpoint and the field read ("app.bsky.actor.getProfile followersCount")
 * @param readAt when it was read
 * @param definition what the figure counts, in the report's language, or a term of its {@link Section.Definitions}
 */
public record Source(String network, String field, Instant readAt, String definition) {}
