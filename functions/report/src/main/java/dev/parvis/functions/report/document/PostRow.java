package dev.parvis.functions.report.document;

import java.time.Instant;
import java.util.List;

/**
 * One published post.
 *
 * @param excerpt its text as the network holds it; the PDF shortens it, the CSV does not
 * @param url where it can be read, or empty
 * @param publishedAt when it went out
 * @param tallies one per column of {@link Section.Posts}
 */
public record PostRow(
        String excerpt, String network, String url, Instant publishedAt, Lateness lateness, List<Tally> tallies) {
    public PostRow {
        tallies = List.copyOf(tallies);
    }
}
