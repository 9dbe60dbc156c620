package dev.parvis.networks.bluesky;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.text.Utf8;

/**
 * The record of a post (lexicon app.bsky.feed.post): the same bytes for the same content, instant, uploads and resolved
 * handles, which is what makes a repeated {@code putRecord} a no-op.
 */
final class PostRecord {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private PostRecord() {}

    /** An image or a video as the server holds it: its blob verbatim, and what it shows. */
    record Uploaded(Json blob, String alt, int width, int height) {}

    /**
     * A record named by what it holds (com.atproto.repo.strongRef).
     *
     * @param cid of the record as its own server has it
     */
    record Strong(String uri, String cid) {
        Json json() {
            return Json.obj("uri", uri, "cid", cid);
        }
    }

    /** What a part answers: the thread's first post, and the one right above. */
    record Reply(Strong root, Strong parent) {
        Json json() {
            return Json.obj("root", root.json(), "parent", parent.json());
        }
    }

    /** @param media the images, or the one video, as the server holds them */
    record Parts(String text, List<Uploaded> media, Optional<Reply> reply, Instant createdAt) {}

    static Json.Obj of(Content content, Parts parts, Function<String, Optional<String>> did) {
        var facets = RichText.facets(parts.text(), did);
        return Json.obj(
                "$type",
                AtUri.POST,
                "text",
                parts.text(),
                "facets",
                facets.isEmpty() ? Optional.empty() : facets,
                "reply",
                parts.reply().map(Reply::json),
                "embed",
                embed(content, parts.media()),
                "langs",
                language(content.language()).map(List::of),
                "createdAt",
                parts.createdAt());
    }

    private static Json embed(Content content, List<Uploaded> media) {
        if (content.video().isPresent()) {
            return film(media.getFirst());
        }
        if (!media.isEmpty()) {
            return Json.obj("$type", "app.bsky.embed.images", "images", pictures(media));
        }
        return content.link().map(PostRecord::card).orElse(Json.absent());
    }

    private static Json film(Uploaded video) {
        return Json.obj(
                "$type",
                "app.bsky.embed.video",
                "video",
                video.blob(),
                "alt",
                Optional.of(Utf8.wellFormed(video.alt())).filter(alt -> !alt.isEmpty()),
                "aspectRatio",
                video.width() > 0 && video.height() > 0
                        ? Json.obj("width", video.width(), "height", video.height())
                        : Json.absent());
    }

    private static List<Json> pictures(List<Uploaded> images) {
        var pictures = new ArrayList<Json>();
        for (var image : images) {
            pictures.add(Json.obj(
                    "image", image.blob(),
                    "alt", Utf8.wellFormed(image.alt()),
                    "aspectRatio", Json.obj("width", image.width(), "height", image.height())));
        }
        return pictures;
    }

    private static Json card(Content.Link link) {
        var title = link.title().isBlank() ? URI.create(link.url()).getHost() : link.title();
        return Json.obj(
                "$type",
                "app.bsky.embed.external",
                "external",
                Json.obj(
                        "uri", link.url(),
                        "title", Utf8.wellFormed(title),
                        "description", Utf8.wellFormed(link.description())));
    }

    private static Optional<String> language(String tag) {
        return Optional.of(tag).filter(text -> LANGUAGE.matcher(text).matches());
    }
}
