package dev.parvis.domain.files;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Files in memory; the URLs lead nowhere, and each differs, as signatures do. */
public final class InMemoryFiles implements Files {
    /** What is there, in the order in which it came. */
    public final Map<String, byte[]> kept = Collections.synchronizedMap(new LinkedHashMap<>());

    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final AtomicInteger signed = new AtomicInteger();

    @Override
    public boolean create(String key, String type, byte[] bytes) {
        types.putIfAbsent(key, type);
        var before = kept.putIfAbsent(key, bytes.clone());
        return before == null || Arrays.equals(before, bytes);
    }

    @Override
    public Optional<byte[]> read(String key, long most) {
        var found = Optional.ofNullable(kept.get(key)).map(byte[]::clone);
        if (found.isPresent() && found.get().length > most) {
            throw new IllegalStateException("a file is longer than " + most + " bytes");
        }
        return found;
    }

    @Override
    public Optional<Stored> look(String key) {
        return Optional.ofNullable(kept.get(key))
                .map(bytes -> new Stored(types.getOrDefault(key, ""), bytes.length, tag(bytes)));
    }

    private static String tag(byte[] bytes) {
        return "\"" + Integer.toHexString(Arrays.hashCode(bytes)) + "\"";
    }

    @Override
    public Optional<InputStream> open(String key, String tag) {
        return Optional.ofNullable(kept.get(key))
                .filter(bytes -> tag.isEmpty() || tag.equals(tag(bytes)))
                .map(ByteArrayInputStream::new);
    }

    @Override
    public URI show(String key, Duration validFor) {
        return URI.create("https://bucket.example/" + key + "?shown=" + signed.incrementAndGet());
    }

    @Override
    public java.util.List<String> keys(String prefix) {
        return kept.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    @Override
    public void erase(String key) {
        kept.remove(key);
    }

    @Override
    public Upload upload(String key, String type, long bytes, Duration validFor) {
        return new Upload(
                URI.create("https://bucket.example/" + key + "?signature=" + signed.incrementAndGet()),
                Map.of("content-type", type, "content-length", Long.toString(bytes)));
    }

    @Override
    public URI download(String key, String fileName, Duration validFor) {
        return URI.create(
                "https://bucket.example/" + key + "?as=" + fileName + "&signature=" + signed.incrementAndGet());
    }
}
