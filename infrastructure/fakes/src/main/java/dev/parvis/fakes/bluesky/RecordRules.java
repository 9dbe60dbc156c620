package dev.parvis.fakes.bluesky;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/**
 * What the PDS checks before it stores a record: the lexicons {@code app.bsky.feed.*} and {@code app.bsky.graph.*} as far
 * as a client can run into them, with the messages of {@code @atproto/lex}. Collections it does not know are stored
 * unchecked, as the PDS does.
 */
final class RecordRules {
    private static final int VIDEO_BYTES = 100_000_000;
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern RECORD_KEY = Pattern.compile("[A-Za-z0-9._:~-]{1,512}");
    private static final Set<String> TID_KEYED = Set.of(
            "app.bsky.feed.post",
            "app.bsky.feed.like",
            "app.bsky.feed.repost",
            "app.bsky.feed.threadgate",
            "app.bsky.feed.postgate",
            "app.bsky.graph.block",
            "app.bsky.graph.follow");

    private final int imageBytes;

    RecordRules(int imageBytes) {
        this.imageBytes = imageBytes;
    }

    /** The record with its type filled in, or an {@link XrpcError}. */
    Map<String, @Nullable Object> check(String collection, String rkey, Map<String, @Nullable Object> record) {
        record.putIfAbsent("$type", collection);
        if (!collection.equals(record.get("$type")))
            throw XrpcError.invalid("Invalid $type: expected " + collection + ", got " + record.get("$type"));
        if (!RECORD_KEY.matcher(rkey).matches() || rkey.equals(".") || rkey.equals(".."))
            throw XrpcError.invalid("Invalid record key (got \"" + rkey + "\") at $.rkey");
        if (TID_KEYED.contains(collection) && !Tid.valid(rkey))
            throw XrpcError.invalid(
                    "Invalid record key for " + collection + ": Invalid TID string (got \"" + rkey + "\") at $");
        new Check(collection).record(record);
        return record;
    }

    boolean knows(String collection) {
        return TID_KEYED.contains(collection);
    }

    static int graphemes(String text) {
        return (int) GRAPHEME.matcher(text).results().count();
    }

    /** One record under check: every complaint names the collection and the path. */
    private final class Check {
        private final String collection;

        private Check(String collection) {
            this.collection = collection;
        }

        private void record(Map<String, @Nullable Object> record) {
            if (!knows(collection)) return;
            datetime(record, "createdAt");
            switch (collection) {
                case "app.bsky.feed.post" -> post(record);
                case "app.bsky.feed.like", "app.bsky.feed.repost" ->
                    reference(Json.map(record, "subject"), "$.record.subject");
                case "app.bsky.feed.threadgate" -> {
                    required(record, "post", "$.record");
                    atMost(Json.list(record, "hiddenReplies"), 300, "$.record.hiddenReplies");
                    atMost(Json.list(record, "allow"), 5, "$.record.allow");
                }
                case "app.bsky.graph.follow", "app.bsky.graph.block" -> required(record, "subject", "$.record");
                default -> {}
            }
        }

        private void post(Map<String, @Nullable Object> record) {
            required(record, "text", "$.record");
            if (!(record.get("text") instanceof String))
                throw invalid(
                        "Expected string value type (got " + Json.text(record.get("text")) + ") at $.record.text");
            length(Json.string(record, "text", ""), 3000, 300, "$.record.text");
            atMost(Json.list(record, "langs"), 3, "$.record.langs");
            atMost(Json.list(record, "tags"), 8, "$.record.tags");
            int i = 0;
            for (Object tag : Json.list(record, "tags"))
                length(String.valueOf(tag), 640, 64, "$.record.tags[" + i++ + "]");
            facets(Json.list(record, "facets"));
            if (record.containsKey("reply")) {
                reference(Json.map(Json.map(record, "reply"), "root"), "$.record.reply.root");
                reference(Json.map(Json.map(record, "reply"), "parent"), "$.record.reply.parent");
            }
            embed(Json.map(record, "embed"), "$.record.embed");
        }

        private void facets(List<?> facets) {
            int i = 0;
            for (Object facet : facets) {
                String at = "$.record.facets[" + i++ + "]";
                Map<String, @Nullable Object> index = Json.map(Json.asMap(facet), "index");
                required(Json.asMap(facet), "features", at);
                for (String end : List.of("byteStart", "byteEnd")) {
                    if (!(index.get(end) instanceof Long value))
                        throw invalid("Expected integer value type (got " + Json.text(index.get(end)) + ") at " + at
                                + ".index." + end);
                    if (value < 0)
                        throw invalid("integer too small (minimum 0, got " + value + ") at " + at + ".index." + end);
                }
            }
        }

        private void embed(Map<String, @Nullable Object> embed, String at) {
            switch (Json.string(embed, "$type", "")) {
                case "app.bsky.embed.images" -> images(Json.list(embed, "images"), at + ".images");
                case "app.bsky.embed.video" -> {
                    blob(embed, "video", "video/mp4", VIDEO_BYTES, at);
                    length(Json.string(embed, "alt", ""), 10_000, 1000, at + ".alt");
                }
                case "app.bsky.embed.external" -> {
                    Map<String, @Nullable Object> external = Json.map(embed, "external");
                    for (String name : List.of("uri", "title", "description"))
                        required(external, name, at + ".external");
                    if (external.containsKey("thumb")) image(external, "thumb", 1_000_000, at + ".external");
                }
                case "app.bsky.embed.record" -> reference(Json.map(embed, "record"), at + ".record");
                case "app.bsky.embed.recordWithMedia" -> {
                    reference(Json.map(Json.map(embed, "record"), "record"), at + ".record.record");
                    embed(Json.map(embed, "media"), at + ".media");
                }
                default -> {}
            }
        }

        private void images(List<?> images, String at) {
            atMost(images, 4, at);
            int i = 0;
            for (Object image : images) {
                required(Json.asMap(image), "alt", at + "[" + i + "]");
                image(Json.asMap(image), "image", imageBytes, at + "[" + i++ + "]");
            }
        }

        private void image(Map<String, @Nullable Object> holder, String name, int maximum, String at) {
            blob(holder, name, "image/*", maximum, at);
        }

        private void blob(Map<String, @Nullable Object> holder, String name, String accept, int maximum, String at) {
            required(holder, name, at);
            Map<String, @Nullable Object> blob = Json.map(holder, name);
            String type = Json.string(blob, "mimeType", "");
            if (accept.endsWith("*")
                    ? !type.startsWith(accept.substring(0, accept.length() - 1))
                    : !type.equals(accept))
                throw invalid("Expected \"" + accept + "\" (got \"" + type + "\") at " + at + "." + name + ".mimeType");
            long size = Json.number(blob, "size", 0);
            if (size > maximum)
                throw invalid("blob too big (maximum " + maximum + ", got " + size + ") at " + at + "." + name);
        }

        private void reference(Map<String, @Nullable Object> reference, String at) {
            required(reference, "uri", at);
            required(reference, "cid", at);
        }

        private void length(String text, int bytes, int graphemes, String at) {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            if (length > bytes) throw invalid("string too big (maximum " + bytes + ", got " + length + ") at " + at);
            int count = graphemes(text);
            if (count > graphemes)
                throw invalid("grapheme too big (maximum " + graphemes + ", got " + count + ") at " + at);
        }

        private void atMost(List<?> items, int maximum, String at) {
            if (items.size() > maximum)
                throw invalid("array too big (maximum " + maximum + ", got " + items.size() + ") at " + at);
        }

        private void required(Map<String, @Nullable Object> object, String name, String at) {
            if (object.get(name) == null) throw invalid("Missing required key \"" + name + "\" at " + at);
        }

        private void datetime(Map<String, @Nullable Object> record, String name) {
            required(record, name, "$.record");
            String text = Json.string(record, name, "");
            try {
                OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                throw invalid("Invalid datetime (got \"" + text + "\") at $.record." + name);
            }
        }

        private XrpcError invalid(String complaint) {
            return XrpcError.invalid("Invalid " + collection + " record: " + complaint);
        }
    }
}
