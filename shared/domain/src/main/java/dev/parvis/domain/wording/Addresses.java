package dev.parvis.domain.wording;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;

/** An address of the web as it stands in a text, with its scheme or without: {@code www.helios.fr/carte?x=1}. */
record Addresses(String host, List<String> path) {
    private static final int MOST_LABELS = 10;
    private static final int MOST_SEGMENTS = 3;
    private static final Addresses NONE = new Addresses("", List.of());

    /** Empty where the folded token is none. */
    static Addresses in(String token) {
        var scheme = token.indexOf("://");
        var rest = scheme < 0 ? token : token.substring(scheme + 3);
        var end = end(rest);
        var authority = rest.substring(0, end);
        var host = host(authority.substring(authority.lastIndexOf('@') + 1));
        if (host.isEmpty()) {
            return NONE;
        }
        return new Addresses(host, segments(rest.substring(end)));
    }

    private static int end(String rest) {
        for (var at = 0; at < rest.length(); at++) {
            if ("/?#:".indexOf(rest.charAt(at)) >= 0) {
                return at;
            }
        }
        return rest.length();
    }

    private static String host(String text) {
        var plain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        var ours = plain.length() <= 253
                && plain.indexOf('.') > 0
                && !plain.endsWith(".")
                && plain.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.');
        if (!ours) {
            return "";
        }
        var unicode = plain.contains("xn--") ? Folded.of(IDN.toUnicode(plain)) : plain;
        return unicode.startsWith("www.") ? unicode.substring(4) : unicode;
    }

    private static List<String> segments(String rest) {
        var path = rest.startsWith(":") && rest.indexOf('/') > 0 ? rest.substring(rest.indexOf('/')) : rest;
        var segments = new ArrayList<String>();
        if (path.startsWith("/")) {
            var cut = path.substring(1);
            for (var each : cut.substring(0, end(cut.replace('/', ' '))).split("/", MOST_SEGMENTS + 1)) {
                if (each.isEmpty() || segments.size() == MOST_SEGMENTS) {
                    break;
                }
                segments.add(each);
            }
        }
        return segments;
    }

    /** The site itself, where nothing but it is meant: its host, with the path that it begins with. */
    String whole() {
        return path.isEmpty() ? "//" + host : "//" + host + "/" + String.join("/", path);
    }

    /** Every site that it may be on: of this host or of one above it, and of each beginning of the path. */
    List<String> sites() {
        var sites = new ArrayList<String>();
        var above = host;
        for (var labels = 0; labels < MOST_LABELS && above.indexOf('.') > 0; labels++) {
            var site = new StringBuilder("//").append(above);
            sites.add(site.toString());
            for (var segment : path) {
                sites.add(site.append('/').append(segment).toString());
            }
            above = above.substring(above.indexOf('.') + 1);
        }
        return sites;
    }

    /** Whom the first two steps of the path may be the page of, as on {@code instagram.com/helios}. */
    List<String> handles() {
        return path.stream()
                .limit(2)
                .map(segment -> segment.startsWith("@") ? segment : "@" + segment)
                .toList();
    }
}
