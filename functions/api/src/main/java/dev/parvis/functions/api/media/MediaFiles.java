package dev.parvis.functions.api.media;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.Originals;
import dev.parvis.domain.media.Renditions;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.FieldError;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** The files of media in S3: uploaded there by whoever declared them, looked at when that is over, erased with them. */
public final class MediaFiles {
    private static final Duration UPLOAD = Duration.ofMinutes(15);

    private final Supplier<Files> files;
    private final UsableMedia usable;
    private final Renditions renditions;
    private final InstantSource clock;

    public MediaFiles(Supplier<Files> files, UsableMedia usable, Renditions renditions, InstantSource clock) {
        this.files = files;
        this.renditions = renditions;
        this.usable = usable;
        this.clock = clock;
    }

    /** With where to PUT its file, unless that is there. What is declared is what S3 accepts, once. */
    Json withUpload(Media media) {
        if (media.original().isPresent()) {
            return MediaJson.of(media);
        }
        var upload = files.get().upload(media.fileKey(), media.type(), media.bytes(), UPLOAD);
        return MediaJson.of(media)
                .with(
                        "upload",
                        Json.obj(
                                "method",
                                "PUT",
                                "url",
                                upload.url().toString(),
                                "headers",
                                upload.headers(),
                                "expiresAt",
                                Times.format(clock.instant().plus(UPLOAD))));
    }

    /** One S3 look, unless it was looked at. */
    boolean isThere(Media media) {
        return media.original().isPresent() || files.get().look(media.fileKey()).isPresent();
    }

    /** The media with what was found in its file; refused when that has not come, or is not what it was said to be. */
    Media complete(Media media) {
        return switch (usable.look(media)) {
            case Originals.Looked.Bound(var bound) -> bound;
            case Originals.Looked.Absent() ->
                throw Problem.of(Problem.Code.CONFLICT, "Its file has not been uploaded yet.")
                        .exception();
            case Originals.Looked.Unsound(var code, var reason) ->
                throw Problem.fields(java.util.List.of(new FieldError(
                                "", code, "The file was thrown away: " + reason + ". Upload another one.")))
                        .exception();
        };
    }

    /** An earlier try under the same id may have left other bytes: nobody has seen them. */
    void keep(Media media, byte[] bytes) {
        if (!files.get().create(media.fileKey(), media.type(), bytes)) {
            files.get().erase(media.fileKey());
            files.get().create(media.fileKey(), media.type(), bytes);
        }
    }

    /** An import's media with its original: somebody may have deleted it since, then as it was. */
    Media bound(Media media) {
        return usable.look(media) instanceof Originals.Looked.Bound(var bound) ? bound : media;
    }

    /** With all sizes that were made of it. */
    void erase(Media media) {
        renditions.erase(media);
    }
}
