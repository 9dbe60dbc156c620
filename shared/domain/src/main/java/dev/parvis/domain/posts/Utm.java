package dev.parvis.domain.posts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.UtmTemplate;
import dev.parvis.domain.networks.NetworkId;

/**
 * How a post's links are tagged. The template is copied into the content when the post is kept, and filled in for each
 * network by {@link Content#on}: so what is previewed, sealed, approved and sent is one and the same, and a template that is
 * changed later changes no post until somebody saves it.
 *
 * <p>Tagged are the links that hang on a part, wherever they lead, and the same address where it stands in that part's text. A
 * parameter that a link has already is never written over; its own parameters and its fragment stay where they are; tagging
 * twice is tagging once.
 *
 * <p>Tagged too are links that are typed into texts, of the first part, of a thread and of a first comment, when they lead to
 * the brand's own {@link Sites} and have no {@code utm_} parameter yet: a link in a text that leads to somebody else stays as
 * it is typed, and so do one without its scheme and all in answers. Which sites are the brand's own is read from its sheet when the post is
 * kept, and those that its links are on are kept with it: a sheet that is changed later changes no post either. What is
 * shown in the text is the tagged address itself, on every network: what was approved is what everybody sees.
 *
 * @param own whether the post says so itself, rather than the brand
 * @param campaign the post's label, if the template asks for it
 * @param post its id, if the template asks for it
 * @param sites the brand's own, of those that links in its texts are on
 */
public record Utm(UtmTemplate template, boolean own, String campaign, String post, Sites sites) {
    /** An address in a text ends where white space follows, with or without marks of punctuation before it. */
    private static final String ENDS = "(?=[)\\]>\"',;.:!?…»”’]*(?:\\s|$))";

    /** Without links in texts. */
    public Utm(UtmTemplate template, boolean own, String campaign, String post) {
        this(template, own, campaign, post, Sites.NONE);
    }

    /** What a post says itself, before it is kept. */
    public static Utm own(UtmTemplate template) {
        return new Utm(template, true, "", "");
    }

    /**
     * The content of a post of the brand, its links tagged as it says itself, or as the brand does.
     *
     * @param known asked only where links are tagged, and the texts hold any
     */
    public static Content on(Content content, PostId post, Labels labels, Brand brand, Sites.Known known) {
        var own = content.utm().filter(Utm::own).map(Utm::template);
        return content.with(own.or(() -> brand.publishing().utm())
                .map(template -> new Utm(
                        template,
                        own.isPresent(),
                        template.says(UtmTemplate.CAMPAIGN) ? labels.campaign() : "",
                        template.says(UtmTemplate.POST) ? post.value() : "",
                        sites(content, brand, known))));
    }

    /** None of an answer: whoever has written to a brand is on no campaign. */
    private static Sites sites(Content content, Brand brand, Sites.Known known) {
        if (content.answers().isPresent()) {
            return Sites.NONE;
        }
        var links = content.texts()
                .flatMap(text -> TextLinks.in(text).stream().map(link -> link.in(text)))
                .distinct()
                .toList();
        return links.isEmpty() ? Sites.NONE : known.of(brand).among(links);
    }

    /** A text as it was typed, before anybody's name is resolved in it; the address of what hangs on its part stays the same. */
    String texts(String typed, Optional<Content.Link> attached, NetworkId network) {
        if (sites.keys().isEmpty()) {
            return typed;
        }
        var text = new StringBuilder();
        var from = 0;
        for (var found : TextLinks.in(typed)) {
            var link = found.in(typed);
            var hangsOn = attached.map(Content.Link::url).filter(link::equals).isPresent();
            if (sites.hold(link) && (hangsOn || !isTagged(link))) {
                var tagged = tagged(link, network);
                text.append(typed, from, found.start()).append(hangsOn ? tagged : ended(tagged));
                from = found.end();
            }
        }
        return text.append(typed, from, typed.length()).toString();
    }

    /** Whether somebody has tagged it already, in its query or, as some do, in its fragment. */
    private static boolean isTagged(String link) {
        return Stream.of(link.toLowerCase(Locale.ROOT).replace("%5f", "_").split("[?&;#]"))
                .skip(1)
                .anyMatch(pair -> pair.startsWith("utm_"));
    }

    /** No network takes a full stop at the end for a part of the address. */
    private static String ended(String url) {
        var last = url.length() - 1;
        return switch (url.charAt(last)) {
            case '.' -> url.substring(0, last) + "%2E";
            case '*' -> url.substring(0, last) + "%2A";
            default -> url;
        };
    }

    /** A part's text and link, tagged. */
    record Tagged(String text, Optional<Content.Link> link) {}

    Tagged tagged(String text, Optional<Content.Link> link, NetworkId network) {
        if (link.isEmpty()) {
            return new Tagged(text, link);
        }
        var there = link.get();
        var url = tagged(there.url(), network);
        // Not where the address goes on, and is another one.
        var same = Pattern.compile(Pattern.quote(there.url()) + ENDS);
        return new Tagged(
                same.matcher(text).replaceAll(Matcher.quoteReplacement(url)),
                Optional.of(new Content.Link(url, there.title(), there.description())));
    }

    /** The address with the parameters that it has not yet. */
    public String tagged(String url, NetworkId network) {
        var hash = url.indexOf('#');
        var address = hash < 0 ? url : url.substring(0, hash);
        var fragment = hash < 0 ? "" : url.substring(hash);
        var query = address.indexOf('?') < 0 ? "" : address.substring(address.indexOf('?') + 1);
        var there = Stream.of(query.split("&", -1))
                .map(pair -> pair.split("=", 2)[0].toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var added = values(network).entrySet().stream()
                .filter(value -> !value.getValue().isBlank() && !there.contains(value.getKey()))
                .map(value -> value.getKey() + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
        if (added.isEmpty()) {
            return url;
        }
        var join = address.indexOf('?') < 0 ? "?" : query.isEmpty() || query.endsWith("&") ? "" : "&";
        return address + join + added + fragment;
    }

    private Map<String, String> values(NetworkId network) {
        var values = new LinkedHashMap<String, String>();
        values.put("utm_source", filled(template.source(), network));
        values.put("utm_medium", filled(template.medium(), network));
        values.put("utm_campaign", filled(template.campaign(), network));
        return values;
    }

    /** All at once: a label that looks like a placeholder is none. */
    private String filled(String value, NetworkId network) {
        return Pattern.compile("\\{(network|campaign|post)}")
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "network" -> network.value();
                            case "campaign" -> campaign;
                            default -> post;
                        }));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value.strip(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
