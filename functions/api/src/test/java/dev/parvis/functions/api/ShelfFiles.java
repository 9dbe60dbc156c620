package dev.parvis.functions.api;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.files.Files;

/** Files on a shelf; its URLs lead nowhere. */
final class ShelfFiles implements Files {
    private final Map<String, byte[]> shelf = new HashMap<>();
    private int signed;

    @Override
    public boolean create(String key, String type, byte[] bytes) {
        return shelf.putIfAbsent(key, bytes) == null;
    }

    @Override
    public Optional<byte[]> read(String key, long most) {
        return Optional.ofNullable(shelf.get(key)).map(bytes -> Arrays.copyOf(bytes, bytes.length));
    }

    @Override
    public Optional<Stored> look(String key) {
        return Optional.ofNullable(shelf.get(key)).map(bytes -> new Stored("image/jpeg", bytes.length, tag(bytes)));
    }

    private static String tag(byte[] bytes) {
        return "\"" + Integer.toHexString(Arrays.hashCode(bytes)) + "\"";
    }

    @Override
    public Optional<InputStream> open(String key, String tag) {
        return Optional.ofNullable(shelf.get(key))
                .filter(bytes -> tag.isEmpty() || tag.equals(tag(bytes)))
                .map(ByteArrayInputStream::new);
    }

    @Override
    public URI show(String key, Duration validFor) {
        return URI.create("https://bucket.example/" + key + "?shown=" + ++signed);
    }

    @Override
    public java.util.List<String> keys(String prefix) {
        return shelf.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    @Override
    public void erase(String key) {
        shelf.remove(key);
    }

    /** Each URL differs, as signatures do. */
    @Override
    public Upload upload(String key, String type, long bytes, Duration validFor) {
        return new Upload(
                URI.create("https://bucket.example/" + key + "?signature=" + ++signed),
                Map.of("content-type", type, "content-length", Long.toString(bytes)));
    }

    @Override
    public URI download(String key, String fileName, Duration validFor) {
        return URI.create("https://bucket.example/" + key + "?as=" + fileName + "&signature=" + ++signed);
    }
}
