package dev.parvis.kernel.http.out;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import okhttp3.Response;

/**
 * Reads a body up to a limit that also holds after decompression. Past the first MiB, what gunzips to more than a
 * hundred times its size is taken for a bomb.
 */
final class AnswerBody {
    private static final int FREE = 1 << 20;
    private static final int MAX_RATIO = 100;

    private AnswerBody() {}

    static byte[] read(Response response, int max, String method) throws IOException {
        var body = Objects.requireNonNull(response.body());
        if (!method.equals("HEAD") && body.contentLength() > max) {
            throw new TooLarge("announces " + body.contentLength() + " bytes, more than " + max);
        }
        var raw = new Counting(body.byteStream());
        var encoding = response.header("content-encoding", "");
        var zipped =
                encoding != null && encoding.strip().toLowerCase(Locale.ROOT).matches("(x-)?gzip");
        return zipped ? unzipped(raw, max) : capped(raw, raw, max);
    }

    private static byte[] unzipped(Counting raw, int max) throws IOException {
        var peeked = new PushbackInputStream(raw, 1);
        var first = peeked.read();
        if (first < 0) {
            return new byte[0];
        }
        peeked.unread(first);
        return capped(new GZIPInputStream(peeked, 8192), raw, max);
    }

    private static byte[] capped(InputStream in, Counting raw, int max) throws IOException {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            if (out.size() > max) {
                throw new TooLarge("is larger than " + max + " bytes");
            }
            if (out.size() > FREE && out.size() / MAX_RATIO > raw.count) {
                throw new TooLarge("unpacks to more than " + MAX_RATIO + " times its size");
            }
        }
        return out.toByteArray();
    }

    /** More than the caller wants to hold. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super("the answer " + message);
        }
    }

    /** Counts what came over the wire. */
    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            var n = super.read(into, at, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
