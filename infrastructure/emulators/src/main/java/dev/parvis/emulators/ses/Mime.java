package dev.parvis.emulators.ses;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads as much of a raw message (RFC 5322, 2045–2047) as a mailbox page shows: headers, subject, the first plain and
 * the first HTML body. What it cannot decode it shows as it stands.
 */
final class Mime {
    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]+");
    private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?([^?]+)\\?([bBqQ])\\?([^?]*)\\?=(\\s+(?==\\?))?");
    private static final int MAX_DEPTH = 8;

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String text = "";
    private String html = "";

    private Mime() {}

    static Mime read(String message) {
        var mime = new Mime();
        mime.headers.putAll(headersOf(head(message)));
        mime.part(mime.headers, body(message), 0);
        return mime;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** A header's value with encoded words decoded; empty when it is not there. */
    String header(String name) {
        return decoded(headers.getOrDefault(name, ""));
    }

    String text() {
        return text;
    }

    String html() {
        return html;
    }

    private void part(Map<String, String> headers, String body, int depth) {
        var type = headers.getOrDefault("Content-Type", "text/plain");
        var kind = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (kind.startsWith("multipart/") && depth < MAX_DEPTH) {
            for (var piece : pieces(body, parameter(type, "boundary"))) {
                part(headersOf(head(piece)), body(piece), depth + 1);
            }
        } else if (kind.equals("text/plain") && text.isEmpty()) {
            text = content(headers, body, parameter(type, "charset"));
        } else if (kind.equals("text/html") && html.isEmpty()) {
            html = content(headers, body, parameter(type, "charset"));
        }
    }

    private static String[] pieces(String body, String boundary) {
        var end = body.indexOf("--" + boundary + "--");
        var whole = end < 0 ? body : body.substring(0, end);
        var first = whole.indexOf("--" + boundary);
        return first < 0
                ? new String[0]
                : whole.substring(first + boundary.length() + 2)
                        .replaceFirst("^\r?\n", "")
                        .split(Pattern.quote("--" + boundary) + "[ \t]*\r?\n");
    }

    private static Map<String, String> headersOf(String head) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line : FOLD.matcher(head).replaceAll(" ").split("\r?\n")) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static String head(String message) {
        return BLANK_LINE.split(message, 2)[0];
    }

    private static String body(String message) {
        var halves = BLANK_LINE.split(message, 2);
        return halves.length == 2 ? halves[1] : "";
    }

    private static String parameter(String header, String name) {
        var matcher = Pattern.compile(name + "\\s*=\\s*(\"([^\"]*)\"|[^;\\s]+)", Pattern.CASE_INSENSITIVE)
                .matcher(header);
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
    }

    private static String content(Map<String, String> headers, String body, String charset) {
        var encoding = headers.getOrDefault("Content-Transfer-Encoding", "").toLowerCase(Locale.ROOT);
        var bytes =
                switch (encoding) {
                    case "base64" -> Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.ISO_8859_1));
                    case "quoted-printable" -> quotedPrintable(body.replaceAll("=\r?\n", ""));
                    default -> body.getBytes(StandardCharsets.ISO_8859_1);
                };
        return new String(bytes, charset(charset)).stripTrailing();
    }

    private static String decoded(String header) {
        return ENCODED_WORD.matcher(header).replaceAll(match -> {
            var isBase64 = match.group(2).equalsIgnoreCase("b");
            var bytes = isBase64
                    ? Base64.getMimeDecoder().decode(match.group(3))
                    : quotedPrintable(match.group(3).replace('_', ' '));
            return Matcher.quoteReplacement(new String(bytes, charset(match.group(1))));
        });
    }

    private static byte[] quotedPrintable(String text) {
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); i++) {
            var isEscape = text.charAt(i) == '=' && i + 2 < text.length();
            var value = isEscape ? hex(text.substring(i + 1, i + 3)) : -1;
            bytes.write(value < 0 ? text.charAt(i) : value);
            i += value < 0 ? 0 : 2;
        }
        return bytes.toByteArray();
    }

    private static int hex(String digits) {
        return Character.digit(digits.charAt(0), 16) < 0 || Character.digit(digits.charAt(1), 16) < 0
                ? -1
                : Integer.parseInt(digits, 16);
    }

    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
