package dev.parvis.domain.preflight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.Examiner;
import dev.parvis.domain.media.Fitness;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.Original;
import dev.parvis.domain.media.Originals;
import dev.parvis.domain.media.Originals.Looked;
import dev.parvis.domain.media.Stills;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Terms;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Looks whether the media of a post are there, as they were uploaded, and of a shape that the network takes. Bytes and
 * pixels over the network's limits are no obstacle: images are made smaller when they are sent.
 */
public final class Pictures {
    private final MediaLibrary media;
    private final Supplier<Files> files;
    private final Originals originals;
    private final Function<byte[], OptionalDouble> ratio;
    private final Map<String, Optional<Files.Stored>> seen = new HashMap<>();

    /**
     * @param files asked for at the first image
     * @param ratio of an image's width to its height as it is shown; empty when it cannot be read
     */
    public Pictures(
            MediaLibrary media, Supplier<Files> files, Examiner examiner, Function<byte[], OptionalDouble> ratio) {
        this.media = media;
        this.files = files;
        this.originals = new Originals(media, files, examiner);
        this.ratio = ratio;
    }

    List<Finding> of(Target target, Content content, Preflight.Account.Usable account) {
        var findings = new ArrayList<Finding>();
        Map<String, Media> sound = new HashMap<>();
        for (var id : content.media()) {
            var which = "media " + id;
            var found =
                    find(target.workspace(), id).filter(there -> there.brand().equals(target.brand()));
            var until = target.dueAt();
            expired(found, until, which)
                    .or(() -> problem(found, account.limits(), which, sound))
                    .map(problem -> Finding.stops(target.channel(), problem.code(), problem.detail()))
                    .ifPresent(findings::add);
        }
        account.size()
                .map(size -> Stills.of(content, size, id -> Optional.ofNullable(sound.get(id))))
                .orElse(List.of())
                .forEach(still -> findings.add(Finding.warns(target.channel(), still.code(), still.detail())));
        return findings;
    }

    private record Problem(String code, String detail) {}

    private Optional<Media> find(WorkspaceId workspace, String id) {
        try {
            return media.find(workspace, new MediaId(id));
        } catch (IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Problem> expired(Optional<Media> found, Instant at, String which) {
        return found.filter(there -> !there.rights().holdAt(at))
                .map(there ->
                        new Problem(Finding.MEDIA_EXPIRED, which + " may not be shown any more when it goes out"));
    }

    private Optional<Problem> problem(Optional<Media> found, Limits limits, String which, Map<String, Media> sound) {
        if (found.isEmpty()) {
            return Optional.of(new Problem(Finding.MEDIA_MISSING, which + " is no longer in the library"));
        }
        return switch (originals.look(found.get())) {
            case Looked.Absent() -> Optional.of(new Problem(Finding.MEDIA_MISSING, which + " was never uploaded"));
            case Looked.Unsound(var _, var reason) ->
                Optional.of(new Problem(Finding.MEDIA_TYPE, which + ": " + reason));
            case Looked.Bound(var bound) -> {
                sound.put(bound.id().value(), bound);
                yield bound(bound, limits, which);
            }
        };
    }

    private Optional<Problem> bound(Media there, Limits limits, String which) {
        var stored = seen.computeIfAbsent(there.fileKey(), key -> files.get().look(key));
        if (stored.isEmpty()) {
            return Optional.of(new Problem(Finding.MEDIA_MISSING, which + " was removed from where it lay"));
        }
        var tag = there.original().map(Original::tag).orElse("");
        if (stored.get().bytes() != there.bytes()
                || !(tag.isEmpty()
                        || stored.get().tag().isEmpty()
                        || tag.equals(stored.get().tag()))) {
            return Optional.of(
                    new Problem(Finding.MEDIA_CHANGED, which + " is no longer the file that was first uploaded"));
        }
        var unfit = Fitness.of(there, limits).map(wrong -> new Problem(wrong.code(), wrong.detail()));
        if (unfit.isPresent()) {
            return unfit;
        }
        return there.type().startsWith("image/")
                ? limits.terms().shape().flatMap(shape -> shape(there, shape, which))
                : Optional.empty();
    }

    private Optional<Problem> shape(Media there, Terms.Shape shape, String which) {
        var bytes = files.get().read(there.fileKey(), Media.MOST_BYTES);
        var found = bytes.map(ratio).orElseGet(OptionalDouble::empty);
        if (found.isEmpty()) {
            return Optional.of(new Problem(Finding.MEDIA_TYPE, which + " is not an image that can be read"));
        }
        return shape.takes(found.getAsDouble())
                ? Optional.empty()
                : Optional.of(new Problem(
                        Finding.MEDIA_SHAPE,
                        which
                                + " is %.2f times as wide as high; from %.2f to %.2f is taken"
                                        .formatted(found.getAsDouble(), shape.tallest(), shape.widest())));
    }
}
