package dev.parvis.functions.api.media;

import java.util.Comparator;
import java.util.List;

import dev.parvis.domain.media.Focus;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.Original;
import dev.parvis.domain.media.Rendition;
import dev.parvis.domain.media.Rights;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** Media as members see them. What was never said is left out. */
final class MediaJson {
    private MediaJson() {}

    static Json.Obj of(Media media) {
        var json = Json.obj(
                "id",
                media.id().value(),
                "brand",
                media.brand().value(),
                "name",
                media.name(),
                "type",
                media.type(),
                "bytes",
                media.bytes(),
                "alt",
                media.alt());
        if (!media.rights().equals(Rights.UNSAID)) {
            json = json.with("rights", rights(media.rights()));
        }
        if (!media.focus().equals(Focus.CENTRE)) {
            json = json.with(
                    "focus", Json.obj("x", media.focus().x(), "y", media.focus().y()));
        }
        if (media.original().isPresent()) {
            json = json.with("file", file(media, media.original().get()));
        }
        return json.with("createdAt", Times.format(media.createdAt())).with("version", media.version());
    }

    /** The sizes that were made of it, each with the network that it was first made for. */
    static List<Json.Obj> sizes(List<Rendition> renditions) {
        return renditions.stream()
                .sorted(Comparator.comparing((Rendition made) -> made.network().value())
                        .thenComparing(Rendition::name))
                .map(made -> state(Json.obj("network", made.network().value()), made.state()))
                .toList();
    }

    static Json.Obj state(Json.Obj json, Rendition.State state) {
        return switch (state) {
            case Rendition.State.Made(var type, var bytes, var width, var height, var _) ->
                json.with("state", "made")
                        .with("width", width)
                        .with("height", height)
                        .with("type", type)
                        .with("bytes", bytes);
            case Rendition.State.Impossible(var code, var reason) ->
                json.with("state", "impossible").with("problem", Json.obj("code", code, "detail", reason));
        };
    }

    private static Json.Obj rights(Rights rights) {
        var json = Json.obj(
                "credit",
                rights.credit(),
                "holder",
                rights.holder(),
                "licence",
                rights.licence(),
                "source",
                rights.source(),
                "people",
                rights.people());
        return rights.expiry()
                .map(end -> json.with("until", end.lastDay().toString())
                        .with("zone", end.zone().getId())
                        .with("endsAt", Times.format(end.endsAt())))
                .orElse(json);
    }

    private static Json.Obj file(Media media, Original original) {
        var json = Json.obj("width", original.width(), "height", original.height(), "sha256", original.sha256());
        return media.isVideo() || media.moves()
                ? json.with("seconds", original.length().toMillis() / 1000.0)
                : json;
    }
}
