package dev.parvis.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.brands.UtmTemplate;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Content.Attached;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.posts.Utm;

/** Contents of posts, by revision. What a post does not use leaves nothing in its row. */
final class ContentCodec {
    private ContentCodec() {}

    static Attributes encode(Key revision, Content content) {
        return encode(Attributes.at(revision), content);
    }

    /** Beside whatever else stands in the row. */
    static Attributes encode(Attributes into, Content content) {
        var row = attached(into, content.attached())
                .text("text", content.text())
                .textUnlessEmpty("language", content.language());
        parts(row, content.parts());
        if (!content.variants().isEmpty()) {
            row.maps(
                    "variants",
                    content.variants().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey(
                                    (one, other) -> one.value().compareTo(other.value())))
                            .map(entry -> variant(entry.getKey(), entry.getValue()))
                            .toList());
        }
        content.utm().ifPresent(utm -> row.map("utm", utm(utm)));
        content.answers().ifPresent(item -> row.map("answers", answered(item)));
        return row;
    }

    private static Attributes answered(Answered item) {
        return new Attributes()
                .text("interaction", item.interaction())
                .text("kind", item.kind().name())
                .text("item", item.nativeId())
                .textUnlessEmpty("url", item.url())
                .textUnlessEmpty("handle", item.handle());
    }

    private static Answered answered(Row row) {
        return new Answered(
                row.text("interaction"),
                row.as("kind", ItemKind::valueOf),
                row.text("item"),
                row.textOrEmpty("url"),
                row.textOrEmpty("handle"));
    }

    private static Attributes utm(Utm utm) {
        var row = template(utm.template())
                .flag("own", utm.own())
                .text("label", utm.campaign())
                .text("post", utm.post());
        return utm.sites().keys().isEmpty()
                ? row
                : row.texts("sites", utm.sites().keys());
    }

    private static Utm utm(Row row) {
        var sites = row.has("sites") ? new Sites(row.texts("sites")) : Sites.NONE;
        return new Utm(template(row), row.flag("own"), row.text("label"), row.text("post"), sites);
    }

    /** What links are tagged with: a post's, and a brand's. */
    static Attributes template(UtmTemplate template) {
        return new Attributes()
                .text("source", template.source())
                .text("medium", template.medium())
                .text("campaign", template.campaign());
    }

    static UtmTemplate template(Row row) {
        return new UtmTemplate(row.text("source"), row.text("medium"), row.text("campaign"));
    }

    private static void parts(Attributes row, List<Content.Part> parts) {
        if (!parts.isEmpty()) {
            row.maps("parts", parts.stream().map(ContentCodec::part).toList());
        }
    }

    private static Attributes attached(Attributes row, Attached attached) {
        row.maps("images", attached.images().stream().map(ContentCodec::image).toList());
        attached.link().ifPresent(link -> row.map("link", link(link)));
        attached.video()
                .ifPresent(video -> row.map(
                        "video", new Attributes().text("media", video.mediaId()).text("alt", video.alt())));
        attached.poll()
                .ifPresent(poll -> row.map(
                        "poll",
                        new Attributes()
                                .maps(
                                        "options",
                                        poll.options().stream()
                                                .map(option -> new Attributes().text("text", option))
                                                .toList())
                                .seconds("open", poll.open())
                                .flag("multiple", poll.multiple())));
        return row;
    }

    private static Attributes part(Content.Part part) {
        var row = new Attributes()
                .text("kind", part.kind().name())
                .text("text", part.text())
                .maps("images", part.images().stream().map(ContentCodec::image).toList());
        part.link().ifPresent(link -> row.map("link", link(link)));
        return row;
    }

    private static Attributes variant(NetworkId network, Content.Variant variant) {
        var row = new Attributes().text("network", network.value());
        variant.text().ifPresent(text -> row.text("text", text));
        variant.attached().ifPresent(attached -> row.map("attached", attached(new Attributes(), attached)));
        variant.parts()
                .ifPresent(parts ->
                        row.maps("parts", parts.stream().map(ContentCodec::part).toList()));
        return row;
    }

    private static Attributes image(Content.Image image) {
        return new Attributes().text("media", image.mediaId()).text("alt", image.alt());
    }

    private static Attributes link(Content.Link link) {
        return new Attributes()
                .text("url", link.url())
                .text("title", link.title())
                .text("description", link.description());
    }

    static Content decode(Row row) {
        var attached = attached(row);
        var variants = new HashMap<NetworkId, Content.Variant>();
        if (row.has("variants")) {
            row.maps("variants")
                    .forEach(variant -> variants.put(variant.as("network", NetworkId::new), variant(variant)));
        }
        return new Content(
                row.text("text"),
                attached.link(),
                attached.images(),
                row.textOrEmpty("language"),
                attached.video(),
                attached.poll(),
                partsIf(row).orElse(List.of()),
                variants,
                row.mapIf("utm").map(ContentCodec::utm),
                row.mapIf("answers").map(ContentCodec::answered));
    }

    private static Optional<List<Content.Part>> partsIf(Row row) {
        return row.has("parts")
                ? Optional.of(row.maps("parts").stream().map(ContentCodec::part).toList())
                : Optional.empty();
    }

    private static Attached attached(Row row) {
        return new Attached(
                row.mapIf("link").map(ContentCodec::link),
                row.maps("images").stream().map(ContentCodec::image).toList(),
                row.mapIf("video").map(video -> new Content.Video(video.text("media"), video.text("alt"))),
                row.mapIf("poll")
                        .map(poll -> new Content.Poll(
                                poll.maps("options").stream()
                                        .map(option -> option.text("text"))
                                        .toList(),
                                poll.seconds("open"),
                                poll.flag("multiple"))));
    }

    private static Content.Part part(Row row) {
        return new Content.Part(
                row.as("kind", Content.Kind::valueOf),
                row.text("text"),
                row.mapIf("link").map(ContentCodec::link),
                row.maps("images").stream().map(ContentCodec::image).toList());
    }

    private static Content.Variant variant(Row row) {
        return new Content.Variant(row.textIf("text"), row.mapIf("attached").map(ContentCodec::attached), partsIf(row));
    }

    private static Content.Image image(Row row) {
        return new Content.Image(row.text("media"), row.text("alt"));
    }

    private static Content.Link link(Row row) {
        return new Content.Link(row.text("url"), row.text("title"), row.text("description"));
    }
}
