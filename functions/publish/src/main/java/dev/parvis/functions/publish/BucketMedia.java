package dev.parvis.functions.publish;

import java.util.function.Supplier;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.networks.Publishes.MediaReader;
import dev.parvis.domain.posts.Target;

/** Reads a post's media from the bucket, through the library of the target's own workspace. */
final class BucketMedia implements Sender.Media {
    private final MediaLibrary library;
    private final Supplier<Files> files;

    /** @param files asked at the first media only */
    BucketMedia(MediaLibrary library, Supplier<Files> files) {
        this.library = library;
        this.files = files;
    }

    @Override
    public MediaReader of(Target target) {
        return (mediaId, most) -> library.find(target.workspace(), new MediaId(mediaId))
                .filter(media -> media.brand().equals(target.brand()))
                .flatMap(media -> files.get().read(media.fileKey(), most))
                .orElseThrow(() -> new IllegalStateException("the post names a media that is not there: " + mediaId));
    }
}
