package dev.parvis.functions.publish;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.function.Supplier;

import dev.parvis.domain.media.Originals;

/** The bytes of a file as they come, that end in a fault of the caller's own when they were not those that were looked at. */
final class Verified extends DigestInputStream {
    private final String sha256;
    private final Supplier<RuntimeException> others;
    private boolean over;

    /** @param sha256 of all bytes, in hexadecimal */
    Verified(InputStream file, String sha256, Supplier<RuntimeException> others) {
        super(file, Originals.sha256());
        this.sha256 = sha256;
        this.others = others;
    }

    @Override
    public int read() throws IOException {
        return ended(super.read());
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        return ended(super.read(into, from, most));
    }

    private int ended(int read) {
        if (read < 0 && !over) {
            over = true;
            if (!HexFormat.of().formatHex(getMessageDigest().digest()).equals(sha256)) {
                throw others.get();
            }
        }
        return read;
    }
}
