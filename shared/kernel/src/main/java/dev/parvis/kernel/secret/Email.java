package dev.parvis.kernel.secret;

import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address as we accept it: one {@code @}, a local part of at most 64 characters without blanks, quotes or
 * control characters, a domain with a dot, 254 characters in all. The domain is kept in lower case. {@code toString} is
 * masked ({@code m***@example.org}).
 */
public record Email(String address) {
    private static final String LOCAL_SPECIALS = ".!#$%&'*+/=?^_`{|}~-";

    public Email {
        if (!valid(address)) {
            throw new IllegalArgumentException("not an e-mail address that we accept");
        }
        var at = address.lastIndexOf('@');
        address = address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }

    public static Optional<Email> parse(String text) {
        return valid(text) ? Optional.of(new Email(text)) : Optional.empty();
    }

    /** The address itself; call it only where it is sent or stored. */
    public String reveal() {
        return address;
    }

    @Override
    public String toString() {
        return address.substring(0, address.offsetByCodePoints(0, 1)) + "***"
                + address.substring(address.lastIndexOf('@'));
    }

    private static boolean valid(String text) {
        var at = text.indexOf('@');
        return text.length() <= 254
                && at >= 1
                && at <= 64
                && at == text.lastIndexOf('@')
                && validLocal(text.substring(0, at))
                && validDomain(text.substring(at + 1));
    }

    private static boolean validLocal(String local) {
        return !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || LOCAL_SPECIALS.indexOf(c) >= 0);
    }

    private static boolean validDomain(String domain) {
        var labels = domain.split("\\.", -1);
        if (labels.length < 2) {
            return false;
        }
        for (var label : labels) {
            if (label.isEmpty() || label.length() > 63 || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
            if (!label.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-')) {
                return false;
            }
        }
        return true;
    }
}
