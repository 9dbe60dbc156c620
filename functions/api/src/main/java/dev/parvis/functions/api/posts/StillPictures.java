package dev.parvis.functions.api.posts;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.Stills;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.reasons.Reasons;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.kernel.json.FieldError;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.text.French;

/** Finds pictures that move, and will stand still where a content goes out. Servers are asked only where one moves. */
public final class StillPictures {
    private final PostRoutes.Stores stores;
    private final BiFunction<WorkspaceId, MediaId, Optional<Media>> library;

    StillPictures(PostRoutes.Stores stores) {
        this(stores, stores.media()::find);
    }

    /** The same over media that are looked up in another way. */
    public StillPictures(PostRoutes.Stores stores, BiFunction<WorkspaceId, MediaId, Optional<Media>> library) {
        this.stores = stores;
        this.library = library;
    }

    List<Warning> of(Content content, Channel channel) {
        return found(content, channel).stream()
                .map(still -> new Warning(
                        Warning.Code.ANIMATION_LOST,
                        still.detail(),
                        Json.obj(
                                "channel",
                                channel.id().value(),
                                "pointer",
                                still.pointer(),
                                "said",
                                Json.obj(
                                        "fr",
                                        French.spaced(Reasons.of(still.detail(), Language.FR)),
                                        "en",
                                        still.detail()))))
                .toList();
    }

    /** What is wrong with a row of a file. */
    public Optional<FieldError> fault(PostReader.Read read) {
        return read.channels().stream()
                .flatMap(channel -> found(read.content(), channel).stream())
                .findFirst()
                .map(still -> new FieldError(
                        "/images",
                        Warning.Code.ANIMATION_LOST.wire(),
                        still.detail() + " Confirm animation_lost if that is meant."));
    }

    private List<Violation> found(Content content, Channel channel) {
        var said = content.on(channel.network());
        Function<String, Optional<Media>> find = id -> Ids.parsed(id, MediaId::new)
                .flatMap(media -> library.apply(channel.workspace(), media))
                .filter(media -> media.brand().equals(channel.brand()));
        var moves = said.media().stream()
                .anyMatch(id -> find.apply(id).filter(Media::moves).isPresent());
        return moves ? size(channel).map(size -> Stills.of(said, size, find)).orElse(List.of()) : List.of();
    }

    /** None where a person posts by hand, who takes the original, or where nobody is connected. */
    private Optional<ImageSize> size(Channel channel) {
        return stores.networks()
                .find(channel.network())
                .flatMap(Network::publishes)
                .flatMap(publishes -> stores.connections().open(channel.workspace(), channel.id())
                                instanceof Opened.Ready(var connection, var _)
                        ? Optional.of(publishes.imageSize(connection))
                        : Optional.empty());
    }
}
