package dev.parvis.fakes.feeds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import dev.parvis.fakes.http.Response;

/** Documents that must not hurt a reader, and some that only look odd. */
final class Hostile {
    private static final String XML = "application/rss+xml";
    private static final int OVERSIZE = 8 * 1024 * 1024;
    private static final int BOMB = 256 * 1024 * 1024;

    private Hostile() {}

    static Response document(String name) {
        return switch (name) {
            case "bomb.xml" -> xml(bomb());
            case "external.xml" ->
                xml("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>"
                        + rss("&secret;"));
            case "doctype.xml" -> xml("<?xml version=\"1.0\"?><!DOCTYPE rss>" + rss("harmless"));
            case "oversize.xml" -> xml(rss("a".repeat(OVERSIZE)));
            case "gzip-bomb.xml" -> Response.of(200, XML, gzipBomb()).with("Content-Encoding", "gzip");
            case "html.xml" -> Response.html(200, "<!doctype html><title>Consent</title><p>Accept our cookies first.");
            case "empty.xml" -> xml("");
            case "truncated.xml" -> xml("<?xml version=\"1.0\"?>" + rss("cut").substring(0, 60));
            case "latin1.xml" -> encoded("ISO-8859-1", "", "; charset=iso-8859-1");
            case "windows1252.xml" -> encoded("windows-1252", " encoding=\"windows-1252\"", "");
            case "utf16.xml" -> encoded("UTF-16", " encoding=\"UTF-16\"", "");
            case "utf8-bom.xml" -> Response.of(200, XML, ("\ufeff" + rss("déjà vu")).getBytes(StandardCharsets.UTF_8));
            default -> Response.text(404, "No hostile document is named " + name);
        };
    }

    /** Ten entities, each ten of the one before: 10^9 characters. */
    private static String bomb() {
        var xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"lol\">");
        for (int i = 1; i <= 9; i++)
            xml.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        return xml + "]>" + rss("&l9;");
    }

    private static Response encoded(String charset, String declared, String header) {
        String text = "<?xml version=\"1.0\"" + declared + "?>" + rss("déjà vu");
        return Response.of(200, XML + header, text.getBytes(Charset.forName(charset)));
    }

    private static String rss(String title) {
        return "<rss version=\"2.0\"><channel><title>t</title><item><title>" + title
                + "</title><guid>1</guid></item></channel></rss>";
    }

    private static Response xml(String text) {
        return Response.of(200, XML, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzipBomb() {
        var packed = new ByteArrayOutputStream();
        byte[] blanks = new byte[64 * 1024];
        Arrays.fill(blanks, (byte) ' ');
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("<rss version=\"2.0\"><channel>".getBytes(StandardCharsets.UTF_8));
            for (int left = BOMB; left > 0; left -= blanks.length) gzip.write(blanks);
            gzip.write("</channel></rss>".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
