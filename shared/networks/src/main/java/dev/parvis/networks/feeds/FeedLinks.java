package dev.parvis.networks.feeds;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.networks.http.Urls;

/** Makes links absolute, and one of the many ways to write the same link. */
final class FeedLinks {
    private static final int LONGEST = 2000;
    private static final String ILLEGAL = " \"<>\\^`{|}[]";

    private FeedLinks() {}

    /** The link against the feed's own address; empty when it leads to no page of the web. */
    static Optional<URI> absolute(URI feed, String link) {
        if (link.isBlank() || link.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var uri = feed.resolve(new URI(encoded(link.strip())));
            return Urls.isLink(uri.toString()) ? Optional.of(unwrapped(uri)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String encoded(String link) {
        var out = new StringBuilder(link.length());
        for (var i = 0; i < link.length(); i++) {
            var c = link.charAt(i);
            if (c < 0x20 || ILLEGAL.indexOf(c) >= 0) {
                out.append('%').append("%02X".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Google Alerts link to {@code google.com/url?…&url=TARGET}: what is meant is the target. */
    private static URI unwrapped(URI uri) {
        var host = uri.getHost();
        if (host == null || !host.startsWith("www.google.") || !"/url".equals(uri.getPath())) {
            return uri;
        }
        return parameters(uri)
                .filter(parameter -> parameter.startsWith("url="))
                .map(parameter -> URLDecoder.decode(parameter.substring(4), StandardCharsets.UTF_8))
                .filter(target -> target.length() <= LONGEST && Urls.isLink(target))
                .map(URI::create)
                .findFirst()
                .orElse(uri);
    }

    private static Stream<String> parameters(URI uri) {
        var query = uri.getRawQuery();
        return query == null ? Stream.empty() : Arrays.stream(query.split("&"));
    }

    /** Without fragment, default port and the parameters that only count visitors; scheme and host in small letters. */
    static String canonical(URI uri) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var usual = scheme.equals("https") ? 443 : 80;
        var port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = parameters(uri)
                .filter(parameter -> !Lazy.COUNTERS.matcher(parameter).lookingAt())
                .collect(Collectors.joining("&"));
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static final class Lazy {
        static final Pattern COUNTERS = Pattern.compile("(utm_[a-z]+|fbclid|gclid|mc_[ce]id)=");
    }
}
