package dev.parvis.domain.channels;

/** Seals bytes so that only who has the master key opens them, and only for what they were sealed for. */
public interface Sealer {
    byte[] seal(byte[] plain, String sealedFor);

    /** Throws {@link IllegalStateException} when the bytes were altered or sealed for something else. */
    byte[] open(byte[] sealed, String sealedFor);
}
