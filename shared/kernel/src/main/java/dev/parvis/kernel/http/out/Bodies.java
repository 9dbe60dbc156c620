package dev.parvis.kernel.http.out;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.file.Files;

import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Payloads as OkHttp bodies: of known length and, in OkHttp's words, one-shot, which forbids it to send them again. */
final class Bodies {
    private Bodies() {}

    static @Nullable RequestBody of(Payload payload, String method) {
        if (payload instanceof Payload.None) {
            var needed = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
            return needed ? new OneShot(RequestBody.create(new byte[0], null)) : null;
        }
        return new OneShot(body(payload));
    }

    private static RequestBody body(Payload payload) {
        return switch (payload) {
            case Payload.None _ -> RequestBody.create(new byte[0], null);
            case Payload.Bytes(var bytes, var type) -> RequestBody.create(bytes, MediaType.get(type));
            case Payload.OfFile(var path, var type) ->
                new Streamed(() -> Files.newInputStream(path), length(path), MediaType.get(type));
            case Payload.OfStream(var open, var length, var type) ->
                new Streamed(open::get, length, MediaType.get(type));
            case Payload.Multipart(var parts) -> multipart(parts);
        };
    }

    private static RequestBody multipart(java.util.List<Payload.Part> parts) {
        var builder = new MultipartBody.Builder().setType(MultipartBody.FORM);
        for (var part : parts) {
            var file = part.fileName().isEmpty() ? "" : "; filename=\"" + quoted(part.fileName()) + "\"";
            var disposition = "form-data; name=\"" + quoted(part.name()) + "\"" + file;
            builder.addPart(
                    new Headers.Builder()
                            .addUnsafeNonAscii("Content-Disposition", disposition)
                            .build(),
                    body(part.payload()));
        }
        return builder.build();
    }

    /** As browsers do: https://html.spec.whatwg.org/#multipart-form-data. */
    private static String quoted(String text) {
        return text.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private static long length(java.nio.file.Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot read the file to send", e);
        }
    }

    /** Opens a source of bytes. */
    private interface Source {
        InputStream open() throws IOException;
    }

    private static final class Streamed extends RequestBody {
        private final Source source;
        private final long length;
        private final MediaType type;

        Streamed(Source source, long length, MediaType type) {
            this.source = source;
            this.length = length;
            this.type = type;
        }

        @Override
        public MediaType contentType() {
            return type;
        }

        @Override
        public long contentLength() {
            return length;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            try (var in = Okio.source(source.open())) {
                if (sink.writeAll(in) != length) {
                    throw new ProtocolException("the stream is not as long as it was said to be");
                }
            }
        }
    }

    private static final class OneShot extends RequestBody {
        private final RequestBody inner;

        OneShot(RequestBody inner) {
            this.inner = inner;
        }

        @Override
        public @Nullable MediaType contentType() {
            return inner.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return inner.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            inner.writeTo(sink);
        }
    }
}
