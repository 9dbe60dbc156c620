package dev.parvis.fakes.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a {@code multipart/form-data} body apart. RFC 7578 */
public final class Multipart {
    /** One part: a field when it has no file name. */
    public record Part(String name, Optional<String> fileName, String contentType, byte[] bytes) {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*(\\S+)");

    private Multipart() {}

    /** Empty when the boundary is missing or never comes. */
    public static List<Part> parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) return List.of();
        byte[] delimiter = ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        var parts = new ArrayList<Part>();
        int at = find(body, delimiter, 0);
        while (at >= 0) {
            int start = at + delimiter.length + 2;
            int next = find(body, delimiter, start);
            if (next < 0) break;
            part(Arrays.copyOfRange(body, start, next - 2)).ifPresent(parts::add);
            at = next;
        }
        return parts;
    }

    private static Optional<Part> part(byte[] bytes) {
        int end = find(bytes, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), 0);
        if (end < 0) return Optional.empty();
        String head = new String(bytes, 0, end, StandardCharsets.UTF_8);
        Matcher name = NAME.matcher(head);
        if (!name.find()) return Optional.empty();
        Matcher type = TYPE.matcher(head);
        Matcher file = FILE.matcher(head);
        return Optional.of(new Part(
                name.group(1),
                file.find() ? Optional.of(file.group(1)) : Optional.empty(),
                type.find() ? type.group(1) : "text/plain",
                Arrays.copyOfRange(bytes, end + 4, bytes.length)));
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (int i = from; i <= in.length - what.length; i++)
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) return i;
        return -1;
    }
}
