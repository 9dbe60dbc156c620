package dev.parvis.networks.originals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import dev.parvis.domain.media.Examiner;
import dev.parvis.domain.media.Media;
import dev.parvis.networks.images.Images;

/** Looks into uploaded images and videos. */
public final class Examination implements Examiner {
    private static final Map<String, String> NAMES = Map.of(
            "image/jpeg", "a JPEG image",
            "image/png", "a PNG image",
            "image/gif", "a GIF image",
            "image/webp", "a WebP image",
            "video/mp4", "an MP4 video",
            "video/quicktime", "a QuickTime video");

    @Override
    public Finding examine(String type, InputStream file) throws IOException {
        return type.startsWith("video/") ? video(type, file) : image(type, file);
    }

    private static Finding image(String type, InputStream file) throws IOException {
        var bytes = file.readNBytes(Math.toIntExact(Media.MOST_BYTES + 1));
        if (bytes.length > Media.MOST_BYTES) {
            return new Finding.Unsound(
                    "media.image_too_large", "the image has more than " + Media.MOST_BYTES + " bytes");
        }
        return switch (Images.header(bytes)) {
            case Images.Header.Unfit(var code, var reason) -> new Finding.Unsound("media." + code, reason);
            case Images.Header.Read(var found, var width, var height, var length) ->
                agreed(type, found, new Finding.Sound(width, height, length));
        };
    }

    private static Finding video(String type, InputStream file) throws IOException {
        try {
            var film = Mp4.read(file);
            return agreed(type, film.type(), new Finding.Sound(film.width(), film.height(), film.length()));
        } catch (NotAFilm unreadable) {
            return new Finding.Unsound("media." + unreadable.code(), unreadable.reason());
        }
    }

    private static Finding agreed(String declared, String found, Finding.Sound sound) {
        return declared.equals(found)
                ? sound
                : new Finding.Unsound(
                        "media.type_mismatch",
                        "the file is " + named(found) + ", not " + named(declared) + " as it was declared");
    }

    private static String named(String type) {
        return NAMES.getOrDefault(type, "what was named");
    }
}
