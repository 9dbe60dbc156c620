package dev.parvis.functions.api.posts;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Utm;
import dev.parvis.functions.api.calls.Utms;
import dev.parvis.kernel.json.Fields;

/**
 * Reads what a post says; everything that is wrong is noted in the fields. What is not given stays as it was; {@code null}
 * takes back what is one thing (link, video, poll, first comment, a network's variant), an empty list what is many.
 */
final class ContentInput {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_ALT = 10_000;
    private static final int MOST_IMAGES = 20;
    /** Of any network; each says its own. */
    private static final int MOST_OPTIONS = 10;

    private static final int LONGEST_OPTION = 200;
    private static final long LONGEST_POLL = Duration.ofDays(30).toMinutes();
    /** One comment may follow the thread. */
    private static final int MOST_THREAD = Content.MOST_PARTS - 1;

    private static final int MOST_VARIANTS = 20;
    /** All texts of all variants together, in UTF-8: a row of the table holds 400 KB. */
    private static final int MOST_BYTES = 250_000;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern NETWORK = Pattern.compile("[a-z0-9-]{1,40}");

    private ContentInput() {}

    /** @param before what a field that is not given keeps; empty for a new post */
    static Content content(Fields fields, Optional<Content> before) {
        var kept = before.orElseGet(() -> new Content("", Optional.empty(), List.of(), ""));
        var given = fields.optionalText("text", 0, LONGEST_TEXT);
        var text = given.orElse(kept.text());
        var attached = attached(fields, kept.attached());
        var language = fields.optionalLine("language", 2, 35)
                .filter(tag -> isLanguage(fields, tag))
                .orElse(kept.language());
        var parts = parts(fields, kept.parts());
        var variants = variants(fields, kept.variants());
        var utm = one(fields, "utm", kept.utm(), () -> Utms.template(fields).map(Utm::own));
        var wrong = fields.has("text") && given.isEmpty();
        if (!says(text) && !wrong && attached.equals(Content.Attached.NOTHING) && variants.isEmpty()) {
            fields.refuse("text", "required", "must say something when there is neither a link nor an image");
        }
        var content = new Content(
                text,
                attached.link(),
                attached.images(),
                language,
                attached.video(),
                attached.poll(),
                parts,
                variants,
                utm,
                kept.answers());
        if (Weight.of(content) > MOST_BYTES) {
            fields.refuse("text", "too_large", "and all else that is said may have " + MOST_BYTES + " bytes together");
        }
        return content;
    }

    /** What an answer says: words, and images at most. */
    static Content answer(Fields fields) {
        var text = fields.optionalText("text", 1, LONGEST_TEXT);
        if (text.filter(ContentInput::says).isEmpty() && !fields.isRefused("text")) {
            fields.refuse("text", "required", "must say something");
        }
        var language = fields.optionalLine("language", 2, 35)
                .filter(tag -> isLanguage(fields, tag))
                .orElse("");
        return new Content(text.orElse(""), Optional.empty(), images(fields), language);
    }

    /** Whether there is anything to be seen: blanks of any width, and marks that only join or order others, are nothing. */
    private static boolean says(String text) {
        return text.codePoints().anyMatch(c -> switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> false;
            default -> true;
        });
    }

    private static boolean isLanguage(Fields fields, String tag) {
        if (LANGUAGE.matcher(tag).matches()) {
            return true;
        }
        fields.refuse("language", "malformed", "must be a language tag such as fr or en-GB");
        return false;
    }

    private static Content.Attached attached(Fields fields, Content.Attached before) {
        return new Content.Attached(
                one(fields, "link", before.link(), () -> link(fields)),
                fields.has("images") ? images(fields) : before.images(),
                one(fields, "video", before.video(), () -> video(fields)),
                one(fields, "poll", before.poll(), () -> poll(fields)));
    }

    private static <T> Optional<T> one(Fields fields, String name, Optional<T> before, Supplier<Optional<T>> read) {
        if (fields.isNull(name)) {
            return Optional.empty();
        }
        return fields.has(name) ? read.get() : before;
    }

    private static Optional<Content.Link> link(Fields fields) {
        return fields.optionalObject("link").map(link -> {
            var url = link.requiredLine("url", 1, LONGEST_URL);
            if (!url.isEmpty() && !isWebUrl(url)) {
                link.refuse("url", "malformed", "must be an absolute http or https URL");
            }
            return new Content.Link(
                    url,
                    link.optionalLine("title", 0, 300).orElse(""),
                    link.optionalText("description", 0, 1000).orElse(""));
        });
    }

    private static boolean isWebUrl(String text) {
        try {
            var uri = new URI(text);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static List<Content.Image> images(Fields fields) {
        return fields.objects("images", MOST_IMAGES).stream()
                .map(image -> new Content.Image(media(image), alt(image)))
                .toList();
    }

    private static Optional<Content.Video> video(Fields fields) {
        return fields.optionalObject("video").map(video -> new Content.Video(media(video), alt(video)));
    }

    private static String media(Fields fields) {
        return fields.requiredLine("media", 1, 64);
    }

    private static String alt(Fields fields) {
        return fields.optionalText("alt", 0, LONGEST_ALT).orElse("");
    }

    private static Optional<Content.Poll> poll(Fields fields) {
        return fields.optionalObject("poll").map(poll -> {
            var options = poll.texts("options", MOST_OPTIONS, LONGEST_OPTION);
            var minutes = poll.requiredWhole("openMinutes", 1, LONGEST_POLL);
            if (options.size() < 2 && !poll.isRefused("options")) {
                poll.refuse("options", "too_few", "must hold two answers at least");
            }
            if (new HashSet<>(options).size() < options.size()) {
                poll.refuse("options", "not_allowed", "must hold each answer once");
            }
            return new Content.Poll(
                    options,
                    Duration.ofMinutes(minutes),
                    poll.optionalTruth("multiple").orElse(false));
        });
    }

    /** The thread and the comment, each kept by itself. */
    private static List<Content.Part> parts(Fields fields, List<Content.Part> before) {
        var parts = new ArrayList<>(fields.has("thread") ? thread(fields) : of(before, Content.Kind.THREAD));
        var comment = one(
                fields,
                "firstComment",
                of(before, Content.Kind.COMMENT).stream().findFirst(),
                () -> fields.optionalObject("firstComment").map(part -> part(part, Content.Kind.COMMENT)));
        comment.ifPresent(parts::add);
        return parts;
    }

    private static List<Content.Part> of(List<Content.Part> parts, Content.Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).toList();
    }

    private static List<Content.Part> thread(Fields fields) {
        return fields.objects("thread", MOST_THREAD).stream()
                .map(part -> part(part, Content.Kind.THREAD))
                .toList();
    }

    private static Content.Part part(Fields fields, Content.Kind kind) {
        var text = fields.optionalText("text", 0, LONGEST_TEXT).orElse("");
        var link = link(fields);
        var images = images(fields);
        if (!says(text) && !fields.isRefused("text") && link.isEmpty() && images.isEmpty()) {
            fields.refuse("text", "required", "must say something when there is neither a link nor an image");
        }
        return new Content.Part(kind, text, link, images);
    }

    /** Networks that are not named keep theirs; one that is named says wholly what its variant is. */
    private static Map<NetworkId, Content.Variant> variants(Fields fields, Map<NetworkId, Content.Variant> before) {
        if (fields.isNull("variants")) {
            return Map.of();
        }
        var variants = new HashMap<>(before);
        fields.optionalObject("variants").ifPresent(given -> given.names().forEach(name -> {
            var isNull = given.isNull(name);
            if (!NETWORK.matcher(name).matches()) {
                given.refuse(name, "not_found", "must be a network");
            } else if (isNull) {
                variants.remove(new NetworkId(name));
            } else {
                given.optionalObject(name).ifPresent(variant -> variants.put(new NetworkId(name), variant(variant)));
            }
        }));
        if (variants.size() > MOST_VARIANTS) {
            fields.refuse("variants", "too_many", "may be at most " + MOST_VARIANTS);
        }
        return variants;
    }

    private static Content.Variant variant(Fields fields) {
        var attached = attached(fields, Content.Attached.NOTHING);
        var hasAttached = isGiven(fields, "link", "images", "video", "poll");
        var parts = parts(fields, List.of());
        var hasParts = isGiven(fields, "thread", "firstComment");
        return new Content.Variant(
                fields.optionalText("text", 0, LONGEST_TEXT),
                Optional.of(attached).filter(_ -> hasAttached),
                Optional.of(parts).filter(_ -> hasParts));
    }

    private static boolean isGiven(Fields fields, String... names) {
        return List.of(names).stream().anyMatch(name -> fields.has(name) || fields.isNull(name));
    }
}
