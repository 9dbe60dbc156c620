package dev.parvis.functions.api.media;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.Originals;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * The media that a post may show: uploads of its own brand, sound as far as their files are there, and with rights that hold
 * when it goes out. What is uploaded but was not looked at yet is looked at here, so that a person hears of what is wrong
 * with it before anybody approves it; a file that is refused is thrown away, and may be uploaded anew.
 */
public final class UsableMedia {
    private final MediaLibrary library;
    private final Supplier<Files> files;
    private final Originals originals;
    private final Consumer<Media> ahead;

    /** @param ahead what is done with an image that has just been looked at for the first time */
    public UsableMedia(MediaLibrary library, Supplier<Files> files, Originals originals, Consumer<Media> ahead) {
        this.library = library;
        this.files = files;
        this.originals = originals;
        this.ahead = ahead;
    }

    /** What became of looking at an upload; one that is not sound is gone. */
    Originals.Looked look(Media media) {
        var looked = originals.look(media);
        if (looked instanceof Originals.Looked.Unsound) {
            files.get().erase(media.fileKey());
        }
        if (media.original().isEmpty() && looked instanceof Originals.Looked.Bound(var bound)) {
            ahead.accept(bound);
        }
        return looked;
    }

    public Optional<Media> find(WorkspaceId workspace, MediaId id) {
        return library.find(workspace, id);
    }

    /** Whether its file has not come: one look at S3, unless it was looked at before. */
    public boolean isAwaited(Media media) {
        return media.original().isEmpty() && files.get().look(media.fileKey()).isEmpty();
    }

    /** What is wrong with a file, and how it reads on after the name of the field that names it. */
    public record Wrong(String code, String detail) {}

    /** What is wrong with its file, if that is there and was not looked at before. */
    public Optional<Wrong> wrong(Media media) {
        return switch (look(media)) {
            case Originals.Looked.Bound bound -> Optional.empty();
            case Originals.Looked.Absent absent -> Optional.empty();
            case Originals.Looked.Unsound(var code, var reason) ->
                Optional.of(
                        new Wrong(code, "must name media that can be used; " + named(media) + " cannot: " + reason));
        };
    }

    /** Why it may not be shown, as it reads on after the name of the field that names it. */
    public static String expired(Media media) {
        return "must name media whose rights hold when the post is due; those of " + named(media) + " end with "
                + lastDay(media);
    }

    private static String named(Media media) {
        return "“" + media.name() + "” (media " + media.id() + ")";
    }

    private static String lastDay(Media media) {
        return media.rights()
                .expiry()
                .map(Rights.Expiry::lastDay)
                .map(Object::toString)
                .orElseThrow();
    }
}
