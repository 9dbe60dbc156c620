package dev.parvis.functions.api.posts;

import java.util.LinkedHashMap;
import java.util.List;

import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;
import dev.parvis.functions.api.calls.Utms;
import dev.parvis.kernel.json.Json;

/** What a post says, as the API shows it: in the fields that it is typed in. */
final class ContentJson {
    private ContentJson() {}

    /** {@code json} with what the content says. */
    static Json.Obj with(Json.Obj json, Content content) {
        var variants = new LinkedHashMap<String, Json>();
        content.variants().entrySet().stream()
                .sorted((one, other) ->
                        one.getKey().value().compareTo(other.getKey().value()))
                .forEach(entry -> variants.put(entry.getKey().value(), variant(entry.getValue())));
        return parts(attached(json.with("text", content.text()), content.attached()), content.parts())
                .with("language", content.language())
                .with("variants", new Json.Obj(variants))
                .with("utm", content.utm().map(utm -> Utms.json(utm.template())).orElse(Json.absent()));
    }

    private static Json.Obj attached(Json.Obj json, Content.Attached attached) {
        return json.with("link", attached.link().map(ContentJson::link).orElse(Json.absent()))
                .with("images", images(attached.images()))
                .with(
                        "video",
                        attached.video()
                                .<Json>map(video -> Json.obj("media", video.mediaId(), "alt", video.alt()))
                                .orElse(Json.absent()))
                .with("poll", attached.poll().map(ContentJson::poll).orElse(Json.absent()));
    }

    private static Json.Obj parts(Json.Obj json, List<Content.Part> parts) {
        return json.with(
                        "thread",
                        parts.stream()
                                .filter(part -> part.kind() == Content.Kind.THREAD)
                                .map(ContentJson::part)
                                .toList())
                .with(
                        "firstComment",
                        parts.stream()
                                .filter(part -> part.kind() == Content.Kind.COMMENT)
                                .findFirst()
                                .map(ContentJson::part)
                                .orElse(Json.absent()));
    }

    /** Only what the network says otherwise. */
    private static Json variant(Content.Variant variant) {
        var text = variant.text().map(said -> Json.obj("text", said)).orElseGet(Json::obj);
        var attached = variant.attached().map(own -> attached(text, own)).orElse(text);
        return variant.parts().map(own -> parts(attached, own)).orElse(attached);
    }

    private static Json part(Content.Part part) {
        return Json.obj(
                "text",
                part.text(),
                "link",
                part.link().<Object>map(ContentJson::link).orElse(Json.absent()),
                "images",
                images(part.images()));
    }

    private static Json poll(Content.Poll poll) {
        return Json.obj("options", poll.options(), "openMinutes", poll.open().toMinutes(), "multiple", poll.multiple());
    }

    private static Json link(Content.Link link) {
        return Json.obj("url", link.url(), "title", link.title(), "description", link.description());
    }

    private static List<Json.Obj> images(List<Content.Image> images) {
        return images.stream()
                .map(image -> Json.obj("media", image.mediaId(), "alt", image.alt()))
                .toList();
    }

    static Json labels(Labels labels) {
        return Json.obj("theme", labels.theme(), "campaign", labels.campaign(), "objective", labels.objective());
    }
}
