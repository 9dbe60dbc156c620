package dev.parvis.functions.publish;

import java.time.Duration;

import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.networks.Publishes.Preparation;

/** A post names a media that cannot, or may not, be sent: nothing has gone out. */
final class MissingMedia extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Duration UPLOADED_WITHIN = Duration.ofSeconds(30);

    private final transient Preparation verdict;

    private MissingMedia(Preparation verdict) {
        super("a media cannot be sent", null, false, false);
        this.verdict = verdict;
    }

    /** Declared, but its upload has not ended: it may, until the post is too late to be wanted. */
    static MissingMedia notUploaded() {
        return new MissingMedia(
                new Preparation.Later("an image of the post has not been uploaded yet", UPLOADED_WITHIN));
    }

    static MissingMedia deleted(MediaId id) {
        return new MissingMedia(gone(id));
    }

    /** Deleted, after the post was scheduled with it. */
    static Preparation.Impossible gone(MediaId id) {
        return new Preparation.Impossible(
                "media.missing",
                "a media of the post was deleted from the library (media " + id
                        + "): put another in its place and schedule the post again");
    }

    /** Its rights were over before the post was due, or are now. */
    static MissingMedia expired(Media media) {
        return new MissingMedia(over(media));
    }

    /** Its rights are over when the post would go out. */
    static Preparation.Impossible over(Media media) {
        var lastDay = media.rights().expiry().map(Rights.Expiry::lastDay).map(Object::toString);
        return new Preparation.Impossible(
                "media.rights_expired",
                "the rights of “" + media.name() + "” (media " + media.id() + ") ended on "
                        + lastDay.orElse("a day before")
                        + ": renew them, or put another media in its place, and schedule the post again");
    }

    /** The file that lies there is not the one that was looked at when its upload was over. */
    static MissingMedia changed(Media media) {
        return impossible(
                "media.changed",
                "the file of “" + media.name() + "” (media " + media.id() + ") is not the one that was uploaded first");
    }

    /** What was uploaded cannot be used. */
    static MissingMedia unsound(Media media, String code, String reason) {
        return impossible(code, "“" + media.name() + "” (media " + media.id() + "): " + reason);
    }

    private static MissingMedia impossible(String code, String reason) {
        return new MissingMedia(new Preparation.Impossible(code, reason));
    }

    /** What that means for the post. */
    Preparation verdict() {
        return verdict;
    }
}
