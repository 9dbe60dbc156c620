package dev.parvis.functions.report;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.files.Files;

/** Files that are written once. */
final class InMemoryFiles implements Files {
    final Map<String, byte[]> kept = new LinkedHashMap<>();

    @Override
    public boolean create(String key, String type, byte[] bytes) {
        return kept.putIfAbsent(key, bytes) == null;
    }

    @Override
    public Optional<byte[]> read(String key, long most) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public Optional<Stored> look(String key) {
        return read(key, Long.MAX_VALUE).map(bytes -> new Stored("", bytes.length));
    }

    @Override
    public void erase(String key) {
        kept.remove(key);
    }

    @Override
    public Upload upload(String key, String type, long bytes, Duration validFor) {
        throw new UnsupportedOperationException("a report is not uploaded by others");
    }

    @Override
    public URI download(String key, String fileName, Duration validFor) {
        throw new UnsupportedOperationException("a report is downloaded through the API");
    }
}
