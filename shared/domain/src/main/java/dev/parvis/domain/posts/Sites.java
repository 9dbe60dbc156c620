package dev.parvis.domain.posts;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.sheets.Sheets;

/**
 * What of the web is a brand's own, as its sheet names it. A site without a path is its host and every host below it, with
 * {@code www.} or without; a site with one ({@code https://linktr.ee/helios}) is what lies at that path and below it on
 * that very host, because the rest is other people's. A site with a query or a fragment cannot be told from its neighbours
 * and owns nothing.
 *
 * @param keys {@code helios.fr} or {@code linktr.ee/helios}: hosts in ASCII and small letters, paths as they are typed
 */
public record Sites(List<String> keys) {
    /** Of a brand that names none. */
    public static final Sites NONE = new Sites(List.of());

    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_PORT = 5;
    /** What older software takes for {@code ss} and {@code σ}, and newer for letters: two hosts, maybe of two owners. */
    private static final String DEVIATING = "ßς\u200C\u200D";

    public Sites {
        keys = List.copyOf(keys);
    }

    /** Looks up which are a brand's own. */
    @FunctionalInterface
    public interface Known {
        Known NOTHING = _ -> NONE;

        Sites of(Brand brand);

        static Known by(Sheets sheets) {
            return brand ->
                    Sites.of(sheets.find(brand.workspace(), brand.id()).names().sites());
        }

        /** The same, each brand looked up once: for many posts at a time, by one thread. */
        default Known remembering() {
            Map<BrandId, Sites> seen = new HashMap<>();
            return brand -> seen.computeIfAbsent(brand.id(), _ -> of(brand));
        }
    }

    /** @param urls absolute ones, as a sheet has them; what is none of those is left out */
    public static Sites of(List<String> urls) {
        return new Sites(urls.stream()
                .filter(url -> url.indexOf('?') < 0 && url.indexOf('#') < 0)
                .flatMap(url -> Address.of(url).stream())
                .map(Address::key)
                .distinct()
                .toList());
    }

    /** Those on which one of these links lies at least. */
    Sites among(Collection<String> links) {
        var addresses = links.stream()
                .flatMap(url -> Address.of(url).stream())
                .distinct()
                .toList();
        return new Sites(keys.stream()
                .filter(key -> addresses.stream().anyMatch(address -> address.isOn(key)))
                .toList());
    }

    /** Whether a link leads to one of them. */
    boolean hold(String link) {
        return !keys.isEmpty()
                && Address.of(link)
                        .filter(address -> keys.stream().anyMatch(address::isOn))
                        .isPresent();
    }

    /**
     * An http or https address, as a browser reads it.
     *
     * @param path begins with a slash, or is empty
     */
    private record Address(String host, String path) {
        static Optional<Address> of(String url) {
            var from = TextLinks.scheme(url, 0);
            if (from == 0 || url.indexOf('\\') >= 0) {
                return Optional.empty();
            }
            var end = end(url, from, "/?#");
            var host = host(url.substring(from, end));
            return host.map(name -> new Address(name, url.substring(end, end(url, end, "?#"))));
        }

        private static int end(String url, int from, String marks) {
            var at = from;
            while (at < url.length() && marks.indexOf(url.charAt(at)) < 0) {
                at++;
            }
            return at;
        }

        /** Not of an address that names a user: what stands before the at sign looks like a host and is none. */
        private static Optional<String> host(String authority) {
            var colon = authority.indexOf(':');
            var port = colon < 0 ? "" : authority.substring(colon + 1);
            var typed = colon < 0 ? authority : authority.substring(0, colon);
            var name = typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed;
            var isHost = name.indexOf('.') > 0
                    && !name.endsWith(".")
                    && !name.contains("..")
                    && name.codePoints().allMatch(Address::isOfHost)
                    && port.length() <= LONGEST_PORT
                    && port.chars().allMatch(c -> c >= '0' && c <= '9');
            return isHost ? ascii(name) : Optional.empty();
        }

        private static boolean isOfHost(int c) {
            return Character.isLetterOrDigit(c)
                    || c == '-'
                    || c == '.'
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK;
        }

        private static Optional<String> ascii(String name) {
            var deviates = name.chars().anyMatch(c -> DEVIATING.indexOf(c) >= 0);
            try {
                var ascii = deviates
                        ? Normalizer.normalize(name, Normalizer.Form.NFC)
                        : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
                var small = ascii.toLowerCase(Locale.ROOT);
                var bare = small.startsWith("www.") && small.indexOf('.', 4) > 0 ? small.substring(4) : small;
                return Optional.of(bare).filter(host -> host.length() <= LONGEST_HOST);
            } catch (IllegalArgumentException noHost) {
                return Optional.empty();
            }
        }

        String key() {
            return path.endsWith("/") ? host + path.substring(0, path.length() - 1) : host + path;
        }

        boolean isOn(String key) {
            var slash = key.indexOf('/');
            if (slash < 0) {
                return host.equals(key) || host.endsWith("." + key);
            }
            var below = key.substring(slash);
            return host.equals(key.substring(0, slash))
                    && (path.equals(below) || path.startsWith(below + "/"))
                    && !climbs();
        }

        /** Whether a browser would make another path of it ({@code /helios/../other}). */
        private boolean climbs() {
            for (var segment : path.toLowerCase(Locale.ROOT).replace("%2e", ".").split("/", -1)) {
                if (segment.equals(".") || segment.equals("..")) {
                    return true;
                }
            }
            return false;
        }
    }
}
