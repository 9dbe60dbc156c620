package dev.parvis.functions.publish;

import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Target;

/**
 * Reads a post's media from the bucket, through the library of the target's own workspace: only what is the brand's, whose
 * rights hold when the post goes out, and exactly the bytes that were looked at when the upload was over. All else is a
 * {@link MissingMedia}. Rights are read twice: when the post is prepared, so that nothing is uploaded in vain, and again in its
 * last five seconds ({@link #withheld}), since they may be cut, or the media deleted, in between.
 */
final class BucketMedia implements Sender.Media {
    private final MediaLibrary library;
    private final Supplier<Files> files;
    private final Originals originals;
    private final Renditions renditions;
    private final InstantSource clock;

    /** What is read; {@code files} is asked at the first media only. */
    record Stores(MediaLibrary library, Supplier<Files> files) {}

    /** How a file is looked at, and an image made to a size. */
    record Looks(Examiner examiner, Sizer sizer) {}

    BucketMedia(Stores stores, Looks looks, InstantSource clock) {
        this.library = stores.library();
        this.files = stores.files();
        this.originals = new Originals(stores.library(), stores.files(), looks.examiner());
        this.renditions = new Renditions(stores.library(), stores.files(), looks.sizer());
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

    @Override
    public Optional<Preparation.Impossible> withheld(Target target, Content shown, Instant at) {
        return shown.media().stream()
                .flatMap(id -> withheld(target, new MediaId(id), at).stream())
                .findFirst();
    }

    private Optional<Preparation.Impossible> withheld(Target target, MediaId id, Instant at) {
        var media = library.current(target.workspace(), id)
                .filter(found -> found.brand().equals(target.brand()));
        if (media.isEmpty()) {
            return Optional.of(MissingMedia.gone(id));
        }
        return media.filter(found -> !found.rights().holdAt(at)).map(MissingMedia::over);
    }

    private Media usable(Target target, String mediaId) {
        var id = new MediaId(mediaId);
        var media = library.find(target.workspace(), id)
                .filter(found -> found.brand().equals(target.brand()))
                .orElseThrow(() -> MissingMedia.deleted(id));
        if (!media.rights().holdAt(out(target))) {
            throw MissingMedia.expired(media);
        }
        return switch (originals.look(media)) {
            case Originals.Looked.Bound(var bound) -> bound;
            case Originals.Looked.Absent() -> throw MissingMedia.notUploaded();
            case Originals.Looked.Unsound(var code, var reason) -> throw MissingMedia.unsound(media, code, reason);
        };
    }

    /** When it is out at the earliest; the last look is the one that knows. */
    private Instant out(Target target) {
        var now = clock.instant();
        return now.isAfter(target.dueAt()) ? now : target.dueAt();
    }

    private byte[] bytes(Media media, long most) {
        if (media.bytes() > most) {
            throw new IllegalStateException("media " + media.id() + " has more than " + most + " bytes");
        }
        return renditions.original(media).orElseThrow(() -> MissingMedia.changed(media));
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
        var original = original(media);
        return files.get()
                .open(media.fileKey(), original.tag())
                .<InputStream>map(file -> new Verified(file, original.sha256(), () -> MissingMedia.changed(media)))
                .orElseThrow(() -> MissingMedia.changed(media));
    }

    private static Original original(Media media) {
        return media.original().orElseThrow();
    }
}
