package dev.parvis.domain.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.stored.Change;

/**
 * Looks at a media's file when its upload is over, once, and binds the media to the bytes it found: their digest is kept
 * under the media's version, and whoever sends them later compares. May be repeated; two at once find the same.
 */
public final class Originals {
    private static final int MOST_ROUNDS = 5;

    private final MediaLibrary library;
    private final Supplier<Files> files;
    private final Examiner examiner;

    /** @param files asked when a file is looked at */
    public Originals(MediaLibrary library, Supplier<Files> files, Examiner examiner) {
        this.library = library;
        this.files = files;
        this.examiner = examiner;
    }

    /** What became of a look. */
    public sealed interface Looked {
        /** The media, with its original. */
        record Bound(Media media) implements Looked {}

        /** Its upload has not ended, or it was deleted. */
        record Absent() implements Looked {}

        /** It is not what it was declared to be, or cannot be used; nothing was kept. */
        record Unsound(String code, String reason) implements Looked {}
    }

    public Looked look(Media media) {
        if (media.original().isPresent()) {
            return new Looked.Bound(media);
        }
        var stored = files.get().look(media.fileKey());
        if (stored.isEmpty()) {
            return new Looked.Absent();
        }
        if (stored.get().bytes() != media.bytes()) {
            return new Looked.Unsound(
                    "media.length",
                    "it was declared to have " + media.bytes() + " bytes and has "
                            + stored.get().bytes());
        }
        var tag = stored.get().tag();
        var opened = files.get().open(media.fileKey(), tag);
        if (opened.isEmpty()) {
            return new Looked.Absent();
        }
        try (var file = opened.get()) {
            return examined(media, tag, file);
        } catch (IOException broken) {
            throw new UncheckedIOException("reading the file of media " + media.id(), broken);
        }
    }

    private Looked examined(Media media, String tag, InputStream file) throws IOException {
        var digested = new DigestInputStream(file, sha256());
        return switch (examiner.examine(media.type(), digested)) {
            case Examiner.Finding.Unsound(var code, var reason) -> new Looked.Unsound(code, reason);
            case Examiner.Finding.Sound(var width, var height, var length) -> {
                digested.transferTo(OutputStream.nullOutputStream());
                var digest =
                        HexFormat.of().formatHex(digested.getMessageDigest().digest());
                yield bound(media, new Original(digest, tag, width, height, length));
            }
        };
    }

    /** A person may have edited the media meanwhile: that stays. */
    private Looked bound(Media seen, Original found) {
        var media = seen;
        for (var round = 0; round < MOST_ROUNDS; round++) {
            switch (library.change(media.with(found))) {
                case Change.Done<Media>(var done) -> {
                    return new Looked.Bound(done);
                }
                case Change.Conflict<Media>(var now)
                when now.original().isPresent() -> {
                    return new Looked.Bound(now);
                }
                case Change.Conflict<Media>(var now) -> media = now;
                case Change.Missing<Media> gone -> {
                    return new Looked.Absent();
                }
                case Change.Refused<Media>(var reason) -> throw new IllegalStateException(reason);
            }
        }
        throw new IllegalStateException("media " + seen.id() + " does not stop changing");
    }

    /** The digest of these bytes as an original holds it. */
    public static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** The digest that originals are known by. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
