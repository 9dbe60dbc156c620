package dev.parvis.table;

import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.Rendition;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Sizes of images, a row each beside the others of their media; one without a digest could not be made. */
final class RenditionCodec {
    private RenditionCodec() {}

    static Key key(WorkspaceId workspace, MediaId media, String name) {
        return new Key(Keys.sizes(workspace, media), name);
    }

    static Attributes encode(Key key, Rendition rendition) {
        var row = Attributes.at(key).text("network", rendition.network().value());
        return switch (rendition.state()) {
            case Rendition.State.Made(var type, var bytes, var width, var height, var sha256) ->
                row.text("type", type)
                        .number("bytes", bytes)
                        .number("width", width)
                        .number("height", height)
                        .text("sha256", sha256);
            case Rendition.State.Impossible(var code, var reason) ->
                row.text("code", code).text("reason", reason);
        };
    }

    static Rendition decode(Row row) {
        var state = row.textIf("sha256")
                .<Rendition.State>map(sha256 -> new Rendition.State.Made(
                        row.text("type"),
                        row.number("bytes"),
                        (int) row.number("width"),
                        (int) row.number("height"),
                        sha256))
                .orElseGet(() -> new Rendition.State.Impossible(row.text("code"), row.text("reason")));
        return new Rendition(row.key().sk(), new NetworkId(row.text("network")), state);
    }
}
