package dev.parvis.functions.publish;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.Examiner;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.Original;
import dev.parvis.domain.media.Originals;
import dev.parvis.domain.media.Renditions;
import dev.parvis.domain.media.Sizer;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Publishes.Film;
import dev.parvis.domain.networks.Publishes.MediaReader;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;

/**
 * Reads a post's media from the bucket, through the library of the target's own workspace: only what is the brand's, whose
 * rights hold until the post is out, and exactly the bytes that were looked at when the upload was over. All else is a
 * {@link MissingMedia}. Rights are read when the post is prepared, at most a horizon before its second.
 */
final class BucketMedia implements Sender.Media {
    private final MediaLibrary library;
    private final Supplier<Files> files;
    private final Originals originals;
    private final Renditions renditions;
    private final Duration horizon;
    private final InstantSource clock;

    /** What is read; {@code files} is asked at the first media only. */
    record Stores(MediaLibrary library, Supplier<Files> files) {}

    /** How a file is looked at, and an image made to a size. */
    record Looks(Examiner examiner, Sizer sizer) {}

    /** @param horizon how long before its second a post may be prepared */
    BucketMedia(Stores stores, Looks looks, Duration horizon, InstantSource clock) {
        this.library = stores.library();
        this.files = stores.files();
        this.originals = new Originals(stores.library(), stores.files(), looks.examiner());
        this.renditions = new Renditions(stores.files(), looks.sizer());
        this.horizon = horizon;
        this.clock = clock;
    }

    @Override
    public MediaReader of(Target target) {
        return new MediaReader() {
            @Override
            public byte[] read(String mediaId, long most) {
                return bytes(usable(target, mediaId), most);
            }

            @Override
            public byte[] read(String mediaId, long most, ImageSize size) {
                return sized(usable(target, mediaId), most, size);
            }

            @Override
            public Film film(String mediaId) {
                return streamed(usable(target, mediaId));
            }
        };
    }

    private Media usable(Target target, String mediaId) {
        var media = library.find(target.workspace(), new MediaId(mediaId))
                .filter(found -> found.brand().equals(target.brand()))
                .orElseThrow(MissingMedia::deleted);
        if (!media.rights().holdAt(out(target))) {
            throw MissingMedia.expired(media);
        }
        return switch (originals.look(media)) {
            case Originals.Looked.Bound(var bound) -> bound;
            case Originals.Looked.Absent() -> throw MissingMedia.notUploaded();
            case Originals.Looked.Unsound(var code, var reason) -> throw MissingMedia.unsound(media, code, reason);
        };
    }

    /** When it will surely be out: what was put off has a later second than its own, no further than the horizon. */
    private Instant out(Target target) {
        var now = clock.instant();
        var latest = target.state() == TargetState.SCHEDULED ? now : now.plus(horizon);
        return latest.isAfter(target.dueAt()) ? latest : target.dueAt();
    }

    private byte[] bytes(Media media, long most) {
        var bytes = files.get().read(media.fileKey(), most).orElseThrow(MissingMedia::notUploaded);
        if (!Originals.digest(bytes).equals(original(media).sha256())) {
            throw MissingMedia.changed(media);
        }
        return bytes;
    }

    /** What cannot be made is left to the network, which says so in its own words. */
    private byte[] sized(Media media, long most, ImageSize size) {
        if (!Renditions.isNeeded(media, size)) {
            return bytes(media, most);
        }
        return renditions.kept(media, size).orElseGet(() -> {
            var original = bytes(media, most);
            return renditions.made(media, original, size) instanceof Sizer.Sized.Fit fit ? fit.bytes() : original;
        });
    }

    private Film streamed(Media media) {
        var original = original(media);
        return new Film(
                media.type(), media.bytes(), original.width(), original.height(), original.length(), () -> open(media));
    }

    private InputStream open(Media media) {
        return files.get().open(media.fileKey(), original(media).tag()).orElseThrow(() -> MissingMedia.changed(media));
    }

    private static Original original(Media media) {
        return media.original().orElseThrow();
    }
}
