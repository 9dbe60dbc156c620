package dev.parvis.networks.feeds;

import dev.parvis.networks.http.HtmlEntities;

/**
 * XML as feeds write it, made XML: outside CDATA sections HTML's named entities become their characters and a bare
 * {@code &} an {@code &amp;}; characters that XML does not allow become spaces. What was well-formed stays what it was.
 */
final class MendedXml {
    private static final String CDATA = "<![CDATA[";

    private final String xml;
    private final StringBuilder out;
    private int at;

    private MendedXml(String xml) {
        this.xml = xml;
        this.out = new StringBuilder(xml.length() + 64);
    }

    static String of(String xml) {
        return new MendedXml(xml).mend();
    }

    private String mend() {
        while (at < xml.length()) {
            var c = xml.charAt(at);
            if (c == '&') {
                reference();
            } else if (c == '<' && xml.startsWith(CDATA, at)) {
                section();
            } else {
                out.append(allowed(c) ? c : ' ');
                at++;
            }
        }
        return out.toString();
    }

    private void section() {
        var end = xml.indexOf("]]>", at);
        var until = end < 0 ? xml.length() : end + 3;
        for (; at < until; at++) {
            var c = xml.charAt(at);
            out.append(allowed(c) ? c : ' ');
        }
    }

    private void reference() {
        var end = xml.indexOf(';', at, Math.min(xml.length(), at + HtmlEntities.LONGEST + 2));
        var name = end < 0 ? "" : xml.substring(at + 1, end);
        var said = HtmlEntities.resolve(name);
        if (said.isEmpty()) {
            out.append("&amp;");
            at++;
            return;
        }
        out.append(allowed(said.charAt(0)) ? escaped(said) : " ");
        at = end + 1;
    }

    private static String escaped(String text) {
        return switch (text) {
            case "&" -> "&amp;";
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            case "\"" -> "&quot;";
            case "'" -> "&apos;";
            default -> text;
        };
    }

    /** Surrogates are let through: pairs are characters, and a lone one was replaced when the bytes were decoded. */
    private static boolean allowed(char c) {
        return c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\n' || c == '\r' || c == '\t';
    }
}
