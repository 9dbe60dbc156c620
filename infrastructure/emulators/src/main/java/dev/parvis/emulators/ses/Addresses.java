package dev.parvis.emulators.ses;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.parvis.emulators.wire.AwsError;

/** Which addresses SES takes: {@code local@domain} or {@code name <local@domain>}, seven-bit, of at most 320 bytes. */
final class Addresses {
    private static final int MAX_LENGTH = 320;
    private static final int MAX_LOCAL = 64;
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private Addresses() {}

    /** Refuses what SES would refuse, in its words. */
    static void check(String written) {
        refuseControls(written, "Illegal address");
        if (written.codePoints().anyMatch(character -> character > 126)) {
            throw AwsError.badRequest("Illegal address: names with other than ASCII characters must be encoded words"
                    + " (RFC 2047), domains Punycode");
        }
        var address = bare(written);
        if (address.getBytes(StandardCharsets.UTF_8).length > MAX_LENGTH) {
            throw AwsError.badRequest("Address length exceeds " + MAX_LENGTH);
        }
        var at = address.lastIndexOf('@');
        if (at < 0 || at == address.length() - 1) {
            throw AwsError.badRequest("Missing final '@domain'");
        }
        checkLocal(address.substring(0, at));
        checkDomain(address.substring(at + 1));
    }

    private static void checkLocal(String local) {
        if (local.isEmpty() || local.length() > MAX_LOCAL) {
            throw AwsError.badRequest("Missing local name");
        }
        if (!LOCAL.matcher(local).matches()) {
            throw AwsError.badRequest("Local address contains illegal character");
        }
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            throw AwsError.badRequest("Local address contains dot-dot");
        }
    }

    private static void checkDomain(String domain) {
        for (var label : domain.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                throw AwsError.badRequest("Domain contains illegal character");
            }
        }
    }

    /** The address without its display name. */
    static String bare(String written) {
        var text = written.strip();
        var open = text.lastIndexOf('<');
        if (open < 0) {
            return text;
        }
        if (!text.endsWith(">")) {
            throw AwsError.badRequest("Illegal address");
        }
        return text.substring(open + 1, text.length() - 1);
    }

    /** A header's list of addresses, split at the commas that are not inside quotes. */
    static List<String> list(String header) {
        var addresses = new ArrayList<String>();
        var current = new StringBuilder();
        var isQuoted = false;
        for (var character : header.toCharArray()) {
            isQuoted ^= character == '"';
            if (character == ',' && !isQuoted) {
                addresses.add(current.toString().strip());
                current.setLength(0);
            } else {
                current.append(character);
            }
        }
        addresses.add(current.toString().strip());
        return addresses.stream().filter(address -> !address.isEmpty()).toList();
    }

    static void refuseControls(String text, String message) {
        if (text.chars().anyMatch(character -> character < 32 && character != '\t' || character == 127)) {
            throw AwsError.badRequest(message);
        }
    }
}
