package dev.parvis.domain.sources;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.parvis.domain.channels.ChannelId;

/**
 * How an entry of a feed becomes a draft.
 *
 * @param template the draft's text, where {@code {title}}, {@code {link}} and {@code {excerpt}} stand for the entry's; at
 *     most {@value #LONGEST} characters
 * @param theme of the brand's sheet, or empty
 * @param channels of the brand, which the draft is meant for; at most {@value #MOST_CHANNELS}
 */
public record Drafting(String template, String theme, List<ChannelId> channels) {
    public static final int LONGEST = 300;
    public static final int MOST_CHANNELS = 10;
    public static final String USUAL = "{title}\n\n{link}";

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)\\}");

    public Drafting {
        channels = List.copyOf(channels);
    }

    /** What of an entry a template can name. */
    public record Said(String title, String link, String excerpt) {
        private Map<String, String> places() {
            return Map.of("title", title, "link", link, "excerpt", excerpt);
        }
    }

    /** Whether every place in a template is one that we know, and there is one at least. */
    public static boolean isTemplate(String template) {
        var places = PLACE.matcher(template).results().toList();
        return !places.isEmpty()
                && places.stream()
                        .allMatch(place -> new Said("", "", "").places().containsKey(place.group(1)));
    }

    /** The draft's text. What an entry says is put in once, and never read as a template itself. */
    public String text(Said said) {
        var places = said.places();
        return PLACE.matcher(template)
                .replaceAll(place ->
                        java.util.regex.Matcher.quoteReplacement(places.getOrDefault(place.group(1), place.group())))
                .strip();
    }

    /** Whether the text tells the link, so that no card need. */
    public boolean namesLink() {
        return template.contains("{link}");
    }
}
