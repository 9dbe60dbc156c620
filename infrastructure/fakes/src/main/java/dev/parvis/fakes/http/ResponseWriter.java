package dev.parvis.fakes.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes HTTP/1.1 answers, whole or in the broken ways that faults ask for. */
final class ResponseWriter {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final int BLOCK = 8192;

    private final OutputStream out;
    private final boolean withBody;
    private final Instant now;

    ResponseWriter(OutputStream out, boolean withBody, Instant now) {
        this.out = out;
        this.withBody = withBody;
        this.now = now;
    }

    void whole(Response response, boolean keepAlive) throws IOException {
        head(response, keepAlive ? "keep-alive" : "close", "Content-Length: " + response.body().length);
        if (carriesBody(response)) out.write(response.body());
        out.flush();
    }

    /** The head with the true length, and the first {@code bytes} of the body. */
    void part(Response response, int bytes) throws IOException {
        head(response, "close", "Content-Length: " + response.body().length);
        if (carriesBody(response)) out.write(response.body(), 0, Math.min(bytes, response.body().length));
        out.flush();
    }

    /** What {@link #part} left out. */
    void rest(Response response, int from) throws IOException {
        if (carriesBody(response) && from < response.body().length)
            out.write(response.body(), from, response.body().length - from);
        out.flush();
    }

    /** Byte by byte, {@code pause} before each; stops when it says so. */
    void slowly(Response response, Pause pause) throws IOException {
        head(response, "close", "Content-Length: " + response.body().length);
        out.flush();
        if (!carriesBody(response)) return;
        for (byte one : response.body()) {
            if (!pause.passed()) return;
            out.write(one);
            out.flush();
        }
    }

    void oversize(long bytes) throws IOException {
        head(json(), "close", "Content-Length: " + Math.max(bytes, 2));
        out.write('"');
        filler(out, bytes - 2, 'a');
        out.write('"');
        out.flush();
    }

    void gzipBomb(long bytes) throws IOException {
        head(json().with("Content-Encoding", "gzip"), "close", "Transfer-Encoding: chunked");
        try (var chunks = new ChunkedOutput(out);
                var gzip = new GZIPOutputStream(chunks, BLOCK)) {
            gzip.write('"');
            filler(gzip, bytes - 2, ' ');
            gzip.write('"');
        }
        out.flush();
    }

    /** Goes on as long as {@code pause} passes; the client's leaving ends it by an IOException. */
    void endless(Pause pause) throws IOException {
        head(json(), "close", "Transfer-Encoding: chunked");
        var chunks = new ChunkedOutput(out);
        chunks.write('"');
        while (pause.passed()) {
            filler(chunks, BLOCK, 'a');
            chunks.flush();
            out.flush();
        }
    }

    /** A wait that can be called off: false means stop. */
    interface Pause {
        boolean passed();
    }

    private boolean carriesBody(Response response) {
        return withBody && response.status() != 204 && response.status() != 304;
    }

    private void head(Response response, String connection, String framing) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(Statuses.reason(response.status()))
                .append("\r\n");
        for (Header line : response.headers().lines())
            head.append(line.name()).append(": ").append(line.value()).append("\r\n");
        if (response.status() != 204) head.append(framing).append("\r\n");
        head.append("Date: ")
                .append(HTTP_DATE.format(now.atOffset(ZoneOffset.UTC)))
                .append("\r\n");
        head.append("Connection: ").append(connection).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Response json() {
        return new Response(200, Headers.of("Content-Type", "application/json; charset=utf-8"), new byte[0]);
    }

    private static void filler(OutputStream to, long bytes, char with) throws IOException {
        byte[] block = new byte[BLOCK];
        java.util.Arrays.fill(block, (byte) with);
        for (long left = bytes; left > 0; left -= block.length) to.write(block, 0, (int) Math.min(left, block.length));
    }

    /** Chunked transfer coding: each write is a chunk, close sends the last one and leaves the connection open. */
    private static final class ChunkedOutput extends OutputStream {
        private final OutputStream to;

        ChunkedOutput(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) return;
            to.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            to.write(bytes, from, length);
            to.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public void close() throws IOException {
            to.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            to.flush();
        }
    }
}
