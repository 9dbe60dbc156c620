package dev.parvis.domain.posts;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parvis.domain.networks.NetworkId;

/**
 * Somebody who is called otherwise on each network, named once: {@code @[La Mairie](bluesky:mairie.bsky.social
 * mastodon:mairie@piaille.fr)}. On a network that is listed it is the handle with its at sign, elsewhere the name alone. The
 * handles stand in the text itself, so what is approved is what goes out, whatever a sheet says later.
 *
 * <p>A name has up to 80 characters, no bracket and no line's end; a handle none of white space, commas and brackets. What
 * is not written like this stays as it is.
 */
final class Mentions {
    private static final Pattern FORM =
            Pattern.compile("@\\[([^\\[\\]\\r\\n]{1,80}+)]\\(([a-z][a-z0-9_]*+:[^()\\r\\n]{1,600}+)\\)");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

    private Mentions() {}

    /** The text as it reads on this network. */
    static String on(String text, NetworkId network) {
        return text.contains("@[") ? FORM.matcher(text).replaceAll(form -> quoted(form, network)) : text;
    }

    /** Where in a text somebody is named, in their order. */
    static List<MatchResult> in(String text) {
        return text.contains("@[") ? FORM.matcher(text).results().toList() : List.of();
    }

    private static String quoted(MatchResult form, NetworkId network) {
        return Matcher.quoteReplacement(
                handle(form.group(2), network).map(handle -> "@" + handle).orElse(form.group(1)));
    }

    private static Optional<String> handle(String handles, NetworkId network) {
        var mark = network.value() + ":";
        return BETWEEN.splitAsStream(handles)
                .filter(one -> one.startsWith(mark))
                .map(one -> one.substring(mark.length()))
                .map(handle -> handle.startsWith("@") ? handle.substring(1) : handle)
                .filter(handle -> !handle.isEmpty())
                .findFirst();
    }
}
