package dev.parvis.domain.files;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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

    /**
     * The bytes of a file as they come, to be closed; empty when nothing is there, or not what has this tag.
     *
     * @param tag as {@link #look} gave it; empty for whatever is there
     */
    Optional<InputStream> open(String key, String tag);

    /** The type and length of a file, without reading it. */
    Optional<Stored> look(String key);

    /** The keys that begin so, 1,000 at the most. */
    List<String> keys(String prefix);

    /** Removes every version of a file. */
    void erase(String key);

    /**
     * A URL that accepts a PUT of exactly this type and length, if the key holds nothing yet, and the headers that must go
     * with it: what was uploaded once is not written over.
     */
    Upload upload(String key, String type, long bytes, Duration validFor);

    /** A URL that downloads the file under a name. Dies with the signer's own credentials if they die first. */
    URI download(String key, String fileName, Duration validFor);

    /** A URL that shows the file where it is opened. Dies with the signer's own credentials if they die first. */
    URI show(String key, Duration validFor);

    /**
     * What lies under a key.
     *
     * @param tag of exactly these bytes (an ETag), empty when the store does not say
     */
    record Stored(String type, long bytes, String tag) {}

    /** Where and how to PUT. */
    record Upload(URI url, Map<String, String> headers) {}
}
