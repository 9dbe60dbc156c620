package dev.parvis.fakes.feeds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;

/** One feed: its entries and how it is served. Changes count from the next request on. */
public final class Feed {
    /** Which validators it is served with. */
    public enum Validators {
        BOTH,
        ETAG,
        LAST_MODIFIED,
        NONE
    }

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final String name;
    private final String title;
    private final FeedFormat format;
    private final Supplier<URI> base;
    private final List<Entry> entries = new ArrayList<>();
    private Validators validators = Validators.BOTH;
    private boolean gzip;
    private Charset charset = StandardCharsets.UTF_8;
    private Optional<Response> instead = Optional.empty();

    Feed(String name, String title, FeedFormat format, Supplier<URI> base) {
        this.name = name;
        this.title = title;
        this.format = format;
        this.base = base;
    }

    public String name() {
        return name;
    }

    public URI uri() {
        return base.get().resolve("/feeds/" + name);
    }

    /** Puts the entry at the top; one with the same id is replaced. */
    public synchronized Feed add(Entry entry) {
        entries.removeIf(old -> old.id().equals(entry.id()));
        entries.addFirst(entry);
        return this;
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    public synchronized Feed validators(Validators which) {
        validators = which;
        return this;
    }

    /** Compress for clients that ask for it; the ETag is weak then, as nginx does it. */
    public synchronized Feed gzip(boolean on) {
        gzip = on;
        return this;
    }

    /** The encoding of the bytes, told in the XML declaration and in Content-Type. */
    public synchronized Feed charset(Charset encoding) {
        charset = encoding;
        return this;
    }

    /** Answers this instead of the feed: 410, a redirect, 429 with Retry-After. */
    public synchronized Feed answers(int status, String... headers) {
        Response response = Response.text(status, "");
        for (int i = 0; i < headers.length; i += 2) response = response.with(headers[i], headers[i + 1]);
        instead = Optional.of(response);
        return this;
    }

    /** Serves the feed again. */
    public synchronized Feed recovers() {
        instead = Optional.empty();
        return this;
    }

    synchronized Response serve(Request request) {
        if (instead.isPresent()) return instead.get();
        byte[] body = new FeedText(title, uri().toString(), charset.name())
                .write(format, entries)
                .getBytes(charset);
        boolean packed = gzip && request.header("Accept-Encoding").orElse("").contains("gzip");
        String etag = (packed ? "W/" : "") + "\"" + hash(body) + "\"";
        String modified = HTTP_DATE.format(modified().atOffset(ZoneOffset.UTC));
        if (unchanged(request, etag, modified)) return validated(Response.empty(304), etag, modified);
        String type = format.mediaType() + "; charset=" + charset.name().toLowerCase(Locale.ROOT);
        Response answer = validated(Response.of(200, type, packed ? pack(body) : body), etag, modified);
        return packed ? answer.with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding") : answer;
    }

    String page() {
        return "<!doctype html><html><head><title>" + name + "</title><link rel=\"alternate\" type=\""
                + format.mediaType() + "\" href=\"/feeds/" + name
                + "\"></head><body><p>A site with a feed.</p></body></html>";
    }

    /** If-None-Match decides alone when it is there. RFC 9110, 13.2.2 */
    private boolean unchanged(Request request, String etag, String modified) {
        Optional<String> match = request.header("If-None-Match");
        if (match.isPresent() && sendsEtag())
            return List.of(match.get().split(", *")).contains(etag)
                    || match.get().equals("*");
        return sendsModified()
                && request.header("If-Modified-Since").filter(modified::equals).isPresent();
    }

    private Response validated(Response answer, String etag, String modified) {
        Response tagged = sendsEtag() ? answer.with("ETag", etag) : answer;
        return sendsModified() ? tagged.with("Last-Modified", modified) : tagged;
    }

    private boolean sendsEtag() {
        return validators == Validators.BOTH || validators == Validators.ETAG;
    }

    private boolean sendsModified() {
        return validators == Validators.BOTH || validators == Validators.LAST_MODIFIED;
    }

    private Instant modified() {
        return entries.isEmpty() ? Instant.EPOCH : entries.getFirst().published();
    }

    static byte[] pack(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
