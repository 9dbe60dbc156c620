package dev.parvis.domain.files;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads and writes files; every key begins with its workspace. */
public interface Files {
    /**
     * Writes once: true when the key holds exactly these bytes now, false when it held others already (they are left as
     * they are).
     */
    boolean create(String key, String type, byte[] bytes);

    /** At most {@code most} bytes; a longer file is a fault, an absent one is empty. */
    Optional<byte[]> read(String key, long most);

    /** The type and length of a file, without reading it. */
    Optional<Stored> look(String key);

    /** Removes every version of a file. */
    void erase(String key);

    /** A URL that accepts one PUT of exactly this type and length, and the headers that must go with it. */
    Upload upload(String key, String type, long bytes, Duration validFor);

    /** A URL that downloads the file under a name. Dies with the signer's own credentials if they die first. */
    URI download(String key, String fileName, Duration validFor);

    /** What lies under a key. */
    record Stored(String type, long bytes) {}

    /** Where and how to PUT. */
    record Upload(URI url, Map<String, String> headers) {}
}
