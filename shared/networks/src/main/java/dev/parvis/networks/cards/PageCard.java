package dev.parvis.networks.cards;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parvis.domain.cards.Card;
import dev.parvis.networks.http.Texts;
import dev.parvis.networks.http.Urls;

/** The card that a page asks for. */
final class PageCard {
    private static final int LONGEST_URL = 2000;

    private PageCard() {}

    /** @param from where the page was in the end read */
    static Card of(String html, URI from) {
        var head = PageHead.of(html);
        var base = head.first("base").flatMap(href -> absolute(from, href)).orElse(from);
        return new Card(
                words(head.first("og:title", "twitter:title", "title"), Card.MOST_TITLE),
                words(head.first("og:description", "twitter:description", "description"), Card.MOST_DESCRIPTION),
                head.first("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
                        .or(() -> head.first("link:image_src"))
                        .flatMap(url -> absolute(base, url))
                        .map(URI::toASCIIString),
                head.first("link:canonical", "og:url")
                        .flatMap(url -> absolute(base, url))
                        .map(URI::toASCIIString));
    }

    private static String words(Optional<String> said, int most) {
        return said.map(text -> Lazy.TURNS.matcher(text).replaceAll(""))
                .map(text -> Texts.line(text, most))
                .map(line -> line.codePointCount(0, line.length()) <= most
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, most)).strip())
                .orElse("");
    }

    private static Optional<URI> absolute(URI base, String url) {
        try {
            var uri = base.resolve(new URI(url.strip().replace(" ", "%20")));
            var text = uri.toASCIIString();
            return text.length() <= LONGEST_URL && Urls.isLink(text) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static final class Lazy {
        /** Marks that turn the direction of all that follows, beyond the title's own end. */
        static final Pattern TURNS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");
    }
}
