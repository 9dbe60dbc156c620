package dev.parvis.functions.api.posts;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.media.Awaited;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.reasons.Reasons;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.media.UsableMedia;
import dev.parvis.kernel.json.FieldError;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.text.French;

/** Finds media that a content shows and whose file has not come, whatever the channel. */
public final class AwaitedMedia {
    private final BiFunction<WorkspaceId, MediaId, Optional<Media>> awaited;

    AwaitedMedia(UsableMedia media) {
        this((workspace, id) -> media.find(workspace, id).filter(media::isAwaited));
    }

    /** @param awaited a media whose file has not come; empty for any other */
    public AwaitedMedia(BiFunction<WorkspaceId, MediaId, Optional<Media>> awaited) {
        this.awaited = awaited;
    }

    List<Warning> of(Brand brand, Content content) {
        return found(brand.workspace(), brand.id(), content)
                .map(media -> new Warning(
                        Warning.Code.MEDIA_NOT_UPLOADED,
                        Awaited.why(media),
                        Json.obj("media", media.id().value(), "said", said(Awaited.why(media)))))
                .toList();
    }

    private static Json said(String detail) {
        return Json.obj("fr", French.spaced(Reasons.of(detail, Language.FR)), "en", detail);
    }

    /** What is wrong with a row of a file. */
    public Optional<FieldError> fault(PostReader.Read read) {
        return read.channels().stream()
                .limit(1)
                .flatMap(channel -> found(channel.workspace(), channel.brand(), read.content()))
                .findFirst()
                .map(media -> new FieldError(
                        "/images",
                        Awaited.CODE,
                        Awaited.why(media) + " Confirm media_not_uploaded if it comes later."));
    }

    private Stream<Media> found(WorkspaceId workspace, BrandId brand, Content content) {
        return content.media().stream()
                .flatMap(id -> Ids.parsed(id, MediaId::new).stream())
                .flatMap(id -> awaited.apply(workspace, id).stream())
                .filter(media -> media.brand().equals(brand));
    }
}
