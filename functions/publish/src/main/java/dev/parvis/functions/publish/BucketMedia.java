package dev.parvis.functions.publish;

import java.util.function.Supplier;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.networks.Publishes.MediaReader;
import dev.parvis.domain.posts.Target;

/**
 * Reads a post's media from the bucket, through the library of the target's own workspace. What cannot be read is a
 * {@link MissingMedia}.
 */
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
        return (mediaId, most) -> {
            var media = library.find(target.workspace(), new MediaId(mediaId))
                    .filter(found -> found.brand().equals(target.brand()))
                    .orElseThrow(MissingMedia::deleted);
            return files.get().read(media.fileKey(), most).orElseThrow(MissingMedia::notUploaded);
        };
    }
}
