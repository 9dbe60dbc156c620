package dev.parvis.functions.notify;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.workspaces.Language;

/** The posts that somebody is asked about, a line each: when, and how it begins. */
final class Waiting {
    /** More than these are counted. */
    private static final int SHOWN = 5;

    private Waiting() {}

    static List<String> lines(List<Post> waiting, ZoneId zone, Language language) {
        var lines = new ArrayList<String>();
        waiting.stream().limit(SHOWN).map(post -> line(post, zone, language)).forEach(lines::add);
        var more = waiting.size() - SHOWN;
        if (more > 0) {
            lines.add(
                    switch (language) {
                        case FR -> more == 1 ? "– et une autre" : "– et " + more + " autres";
                        case EN -> "– and " + more + " more";
                    });
        }
        return lines;
    }

    private static String line(Post post, ZoneId zone, Language language) {
        var when = post.schedule()
                .map(Schedule::at)
                .map(at -> Moments.of(at, zone, language))
                .orElse("");
        var said = PostFacts.excerpt(post.content(), language).orElse("");
        var colon = language == Language.FR ? " : " : ": ";
        return "– " + when + (said.isEmpty() ? "" : colon + said);
    }
}
