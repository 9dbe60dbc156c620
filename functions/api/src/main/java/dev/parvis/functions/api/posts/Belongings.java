package dev.parvis.functions.api.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.media.Fitness;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.media.UsableMedia;
import dev.parvis.kernel.json.Fields;

/** Checks that every media a content names, in all its parts and variants, is an upload of the brand, sound and of the right kind. */
final class Belongings {
    private static final String IMAGE = "image/";
    private static final String VIDEO = "video/";

    private final BiFunction<WorkspaceId, MediaId, Optional<Media>> library;
    private final Function<Media, Optional<UsableMedia.Wrong>> look;

    /** @param look what is wrong with a media's file */
    Belongings(
            BiFunction<WorkspaceId, MediaId, Optional<Media>> library,
            Function<Media, Optional<UsableMedia.Wrong>> look) {
        this.look = look;
        this.library = library;
    }

    /** A media at a place of the body, and what is said that it shows. */
    private record Named(String at, String media, String kind, String alt) {
        String pointer() {
            return at + "/media";
        }
    }

    /** Refuses each image and video that does not say what it shows. */
    static void described(Fields fields, Content content) {
        named(content).stream()
                .filter(named -> named.alt().isBlank())
                .forEach(named -> fields.refuseAt(
                        named.at() + "/alt", "required", "must say what it shows: the brand asks for it"));
    }

    void check(Fields fields, Brand brand, Content content) {
        Map<String, Optional<Media>> found = new HashMap<>();
        for (var named : named(content)) {
            var media = found.computeIfAbsent(named.media(), id -> find(brand, id));
            if (media.isEmpty()) {
                fields.refuseAt(named.pointer(), "not_found", "must name media of this brand");
            } else if (!media.get().type().startsWith(named.kind())) {
                fields.refuseAt(
                        named.pointer(),
                        "wrong_kind",
                        "must name " + (named.kind().equals(IMAGE) ? "an image" : "a video"));
            } else {
                look.apply(media.get())
                        .ifPresent(wrong -> fields.refuseAt(named.pointer(), wrong.code(), wrong.detail()));
            }
        }
    }

    private Optional<Media> find(Brand brand, String id) {
        return Ids.parsed(id, MediaId::new)
                .flatMap(media -> library.apply(brand.workspace(), media))
                .filter(media -> media.brand().equals(brand.id()));
    }

    /** Of what the content shows, all whose rights will be over at that time. */
    void expired(Fields fields, Brand brand, Content content, Instant at) {
        for (var named : named(content)) {
            find(brand, named.media())
                    .filter(media -> !media.rights().holdAt(at))
                    .ifPresent(media ->
                            fields.refuseAt(named.pointer(), "media.rights_expired", UsableMedia.expired(media)));
        }
    }

    /** What a network would not take of the media themselves; pointers are into what is said there. */
    List<Violation> unfit(WorkspaceId workspace, Content said, Limits limits) {
        return Fitness.of(
                said, limits, id -> Ids.parsed(id, MediaId::new).flatMap(media -> library.apply(workspace, media)));
    }

    private static List<Named> named(Content content) {
        var named = new ArrayList<Named>();
        attached("", content.attached(), named);
        parts("", content.parts(), named);
        content.variants().forEach((network, variant) -> {
            var at = "/variants/" + network;
            variant.attached().ifPresent(own -> attached(at, own, named));
            variant.parts().ifPresent(own -> parts(at, own, named));
        });
        return named;
    }

    private static void attached(String at, Content.Attached attached, List<Named> into) {
        images(at, attached.images(), into);
        attached.video().ifPresent(video -> into.add(new Named(at + "/video", video.mediaId(), VIDEO, video.alt())));
    }

    private static void parts(String at, List<Content.Part> parts, List<Named> into) {
        for (var i = 0; i < parts.size(); i++) {
            var where = parts.get(i).kind() == Content.Kind.THREAD ? "/thread/" + i : "/firstComment";
            images(at + where, parts.get(i).images(), into);
        }
    }

    private static void images(String at, List<Content.Image> images, List<Named> into) {
        for (var i = 0; i < images.size(); i++) {
            into.add(new Named(
                    at + "/images/" + i,
                    images.get(i).mediaId(),
                    IMAGE,
                    images.get(i).alt()));
        }
    }
}
