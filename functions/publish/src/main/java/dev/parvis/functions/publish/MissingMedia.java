package dev.parvis.functions.publish;

import java.time.Duration;

import dev.parvis.domain.networks.Publishes.Preparation;

/** A post names a media whose file cannot be read: nothing has gone out. */
final class MissingMedia extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Duration UPLOADED_WITHIN = Duration.ofSeconds(30);

    private final boolean mayCome;

    private MissingMedia(String message, boolean mayCome) {
        super(message);
        this.mayCome = mayCome;
    }

    /** Declared, but its upload has not ended: it may, until the post is too late to be wanted. */
    static MissingMedia notUploaded() {
        return new MissingMedia("an image of the post has not been uploaded yet", true);
    }

    static MissingMedia deleted() {
        return new MissingMedia("an image of the post was deleted", false);
    }

    /** What that means for the post. */
    Preparation verdict() {
        return mayCome
                ? new Preparation.Later(String.valueOf(getMessage()), UPLOADED_WITHIN)
                : new Preparation.Impossible("media.missing", String.valueOf(getMessage()));
    }
}
