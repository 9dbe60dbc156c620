package dev.parvis.fakes.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/** Reads HTTP/1.1 requests off a connection: the head, then its body (Content-Length or chunked). */
final class RequestReader {
    private static final int MAX_LINE = 64 * 1024;

    /** One more than any network takes; a longer body is answered 413. */
    static final long MAX_BODY = 256L * 1024 * 1024;

    record Head(String method, String target, String version, Headers headers) {}

    static final class BadRequest extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        BadRequest(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** Empty when the client closed between two requests. */
    Optional<Head> head() throws IOException {
        int first = in.read();
        if (first < 0) return Optional.empty();
        String[] line = line(first).split(" ", 3);
        if (line.length != 3 || !line[2].startsWith("HTTP/1.")) throw new BadRequest(400, "Not an HTTP/1 request line");
        var headers = new ArrayList<Header>();
        for (String text = line(); !text.isEmpty(); text = line()) {
            int colon = text.indexOf(':');
            if (colon <= 0) throw new BadRequest(400, "Not a header line");
            headers.add(new Header(
                    text.substring(0, colon), text.substring(colon + 1).strip()));
        }
        return Optional.of(new Head(line[0], line[1], line[2], new Headers(headers)));
    }

    byte[] body(Headers headers) throws IOException {
        if (headers.has("Transfer-Encoding", "chunked")) return chunks();
        long length = length(headers.first("Content-Length").orElse("0"), 10);
        return exactly((int) length);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            long size = length(line().split(";", 2)[0].strip(), 16);
            if (size == 0) break;
            if (body.size() + size > MAX_BODY) throw new BadRequest(413, "Body over " + MAX_BODY + " bytes");
            body.write(exactly((int) size));
            line();
        }
        while (!line().isEmpty()) continue;
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("The client closed in the middle of the body");
        return bytes;
    }

    private static long length(String text, int radix) throws BadRequest {
        try {
            long length = Long.parseLong(text, radix);
            if (length < 0) throw new BadRequest(400, "Negative length");
            if (length > MAX_BODY) throw new BadRequest(413, "Body over " + MAX_BODY + " bytes");
            return length;
        } catch (NumberFormatException e) {
            throw new BadRequest(400, "Not a length");
        }
    }

    private String line() throws IOException {
        int first = in.read();
        if (first < 0) throw new EOFException("The client closed in the middle of the head");
        return line(first);
    }

    private String line(int first) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = first; next != '\n'; next = in.read()) {
            if (next < 0) throw new EOFException("The client closed in the middle of a line");
            if (line.size() >= MAX_LINE) throw new BadRequest(400, "Header line over " + MAX_LINE + " bytes");
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
