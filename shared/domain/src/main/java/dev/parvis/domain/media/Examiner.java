package dev.parvis.domain.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Looks into an uploaded file, whose content is hostile until proven. */
public interface Examiner {
    /**
     * What the file is, whatever it is called. Reads as far as it must, holds little, decodes nothing.
     *
     * @param type as which it was declared
     */
    Finding examine(String type, InputStream file) throws IOException;

    /** What was found. */
    sealed interface Finding {
        /** It is what it was declared to be; for a video, and an image that moves, with its length; else with zero. */
        record Sound(int width, int height, Duration length) implements Finding {}

        /** It cannot be used; {@code reason} is for a person. */
        record Unsound(String code, String reason) implements Finding {}
    }
}
