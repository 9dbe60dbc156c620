package dev.parvis.networks.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Builds the URLs of calls, and reads those that people type. */
public final class Urls {
    private Urls() {}

    /** A base, a path that is ready for use, and names and values of a query in turn, which are encoded. */
    public static URI of(URI base, String path, String... namesAndValues) {
        var url = new StringBuilder(base.toString().replaceAll("/+$", "")).append(path);
        for (var i = 0; i < namesAndValues.length; i += 2) {
            url.append(i == 0 ? '?' : '&').append(encode(namesAndValues[i])).append('=');
            url.append(encode(namesAndValues[i + 1]));
        }
        return URI.create(url.toString());
    }

    /** Text as one segment of a path or one value of a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * The server a person means: {@code example.social}, {@code https://example.social/@me} and {@code HTTPS://Example.Social/}
     * are the same one. Without a scheme it is https. Empty when it names no server, or holds a user name.
     */
    public static Optional<URI> server(String typed) {
        var text = typed.strip();
        var whole = text.contains("://") ? text : "https://" + text;
        try {
            var uri = new URI(whole);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || uri.getUserInfo() != null || !scheme.matches("https?")) {
                return Optional.empty();
            }
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return Optional.of(URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** Whether this is an absolute http or https URL with a host, as a post may link to. */
    public static boolean isLink(String url) {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme();
            return uri.getHost() != null
                    && scheme != null
                    && scheme.toLowerCase(Locale.ROOT).matches("https?");
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
