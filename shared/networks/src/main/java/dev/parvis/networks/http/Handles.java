package dev.parvis.networks.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.parvis.domain.networks.Publishes.Violation;

/** Handles in a text, by their shape: a domain on the AT Protocol, a name at a server in the fediverse. */
public final class Handles {
    private static final String DOMAIN = "[A-Za-z0-9][A-Za-z0-9-]*+(?:\\.[A-Za-z0-9][A-Za-z0-9-]*+)++(?<=[A-Za-z]{2})";
    private static final Pattern OF_A_SERVER =
            Pattern.compile("(?<![\\p{L}\\p{N}_@/.])@[A-Za-z0-9_][A-Za-z0-9_.-]*+@" + DOMAIN);
    private static final Pattern OF_A_DOMAIN =
            Pattern.compile("(?<![\\p{L}\\p{N}_@/.])@" + DOMAIN + "(?![A-Za-z0-9_-]*+@)");

    private Handles() {}

    /** {@code @alice@mastodon.example}, where it means nobody. */
    public static List<Violation> ofServers(String text, String where) {
        return first(OF_A_SERVER, text, where);
    }

    /** {@code @alice.bsky.social}, where it means nobody. */
    public static List<Violation> ofDomains(String text, String where) {
        return first(OF_A_DOMAIN, text, where);
    }

    private static List<Violation> first(Pattern shape, String text, String where) {
        var match = shape.matcher(text);
        var found = match.find() ? Optional.of((MatchResult) match) : Optional.<MatchResult>empty();
        return found
                .map(handle -> new Violation(
                        "/text",
                        "foreign_handle",
                        handle.group() + " is how another network calls somebody; on " + where + " it is plain text."))
                .stream()
                .toList();
    }
}
