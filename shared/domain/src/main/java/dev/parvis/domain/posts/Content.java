package dev.parvis.domain.posts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.wording.Gist;

/**
 * What is said: a first part with what is attached to it, the parts that follow it, and what a network says otherwise.
 *
 * @param language BCP 47 tag of the text, or empty
 * @param parts that follow the first one, in the order in which they go out: a thread's, then at most one comment
 * @param variants what single networks say otherwise
 * @param utm how links are tagged on each network
 * @param answers what somebody else wrote, when this is an answer to it
 */
public record Content(
        String text,
        Optional<Link> link,
        List<Image> images,
        String language,
        Optional<Video> video,
        Optional<Poll> poll,
        List<Part> parts,
        Map<NetworkId, Variant> variants,
        Optional<Utm> utm,
        Optional<Answered> answers) {
    /** The most parts that can follow the first one. */
    public static final int MOST_PARTS = 25;

    public Content {
        images = List.copyOf(images);
        parts = List.copyOf(parts);
        variants = Map.copyOf(variants);
    }

    /** A content that answers nobody. */
    public Content(
            String text,
            Optional<Link> link,
            List<Image> images,
            String language,
            Optional<Video> video,
            Optional<Poll> poll,
            List<Part> parts,
            Map<NetworkId, Variant> variants,
            Optional<Utm> utm) {
        this(text, link, images, language, video, poll, parts, variants, utm, Optional.empty());
    }

    /** A content whose links are as they are typed. */
    public Content(
            String text,
            Optional<Link> link,
            List<Image> images,
            String language,
            Optional<Video> video,
            Optional<Poll> poll,
            List<Part> parts,
            Map<NetworkId, Variant> variants) {
        this(text, link, images, language, video, poll, parts, variants, Optional.empty());
    }

    /** A content of one part, the same on all networks. */
    public Content(String text, Optional<Link> link, List<Image> images, String language) {
        this(text, link, images, language, Optional.empty(), Optional.empty(), List.of(), Map.of());
    }

    /** A link with the card that networks show; title and description may be empty. */
    public record Link(String url, String title, String description) {}

    /** An uploaded image and what it shows, for those who cannot see it. */
    public record Image(String mediaId, String alt) {}

    /** An uploaded video and what it shows. */
    public record Video(String mediaId, String alt) {}

    /**
     * A question with answers to choose from.
     *
     * @param open how long it can be answered, from the second it goes out
     * @param multiple whether more than one answer may be chosen
     */
    public record Poll(List<String> options, Duration open, boolean multiple) {
        public Poll {
            options = List.copyOf(options);
        }
    }

    /** How a part follows. */
    public enum Kind {
        /** It answers the part before it, the first one too. */
        THREAD,
        /** It stands under the first part as a comment of the account itself. */
        COMMENT
    }

    /** A part that follows the first one. */
    public record Part(Kind kind, String text, Optional<Link> link, List<Image> images) {
        public Part {
            images = List.copyOf(images);
        }
    }

    /** What hangs on a text: a network that has attachments of its own has none of the post's. */
    public record Attached(Optional<Link> link, List<Image> images, Optional<Video> video, Optional<Poll> poll) {
        public static final Attached NOTHING =
                new Attached(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

        public Attached {
            images = List.copyOf(images);
        }
    }

    /** What a network says otherwise. What is empty is as in the post. */
    public record Variant(Optional<String> text, Optional<Attached> attached, Optional<List<Part>> parts) {
        public Variant {
            parts = parts.map(List::copyOf);
        }
    }

    /** What goes out on this network, links tagged, people named as they are called there; it has no variants any more. */
    public Content on(NetworkId network) {
        var variant = Optional.ofNullable(variants.get(network));
        var attached = variant.flatMap(Variant::attached).orElseGet(this::attached);
        var first = tagged(variant.flatMap(Variant::text).orElse(text), attached.link(), network);
        return new Content(
                first.text(),
                first.link(),
                attached.images(),
                language,
                attached.video(),
                attached.poll(),
                variant.flatMap(Variant::parts).orElse(parts).stream()
                        .map(part -> tagged(part, network))
                        .toList(),
                Map.of(),
                Optional.empty(),
                answers);
    }

    private Part tagged(Part part, NetworkId network) {
        var tagged = tagged(part.text(), part.link(), network);
        return new Part(part.kind(), tagged.text(), tagged.link(), part.images());
    }

    private Utm.Tagged tagged(String typed, Optional<Link> attached, NetworkId network) {
        var own = utm.map(tags -> tags.texts(typed, attached, network)).orElse(typed);
        var said = Mentions.on(own, network);
        return utm.map(tags -> tags.tagged(said, attached, network)).orElseGet(() -> new Utm.Tagged(said, attached));
    }

    /** The same with another text of its first part. */
    public Content saying(String other) {
        return new Content(other, link, images, language, video, poll, parts, variants, utm, answers);
    }

    /** The same, with links tagged like this. */
    public Content with(Optional<Utm> tags) {
        return new Content(text, link, images, language, video, poll, parts, variants, tags, answers);
    }

    /** The same, with links as they are typed. */
    public Content untagged() {
        return with(Optional.empty());
    }

    /** The same, as an answer to this. */
    public Content answering(Optional<Answered> item) {
        return new Content(text, link, images, language, video, poll, parts, variants, utm, item);
    }

    /** The same as a person says it, whatever post and brand it has become a part of. */
    public Content asTyped() {
        return with(utm.filter(Utm::own).map(Utm::template).map(Utm::own));
    }

    public Attached attached() {
        return new Attached(link, images, video, poll);
    }

    /** How many parts it has, the first one included. */
    public int size() {
        return 1 + parts.size();
    }

    /** A part by itself: 0 is the first one. Every part of an answer knows what it answers. */
    public Content part(int number) {
        if (number == 0) {
            return new Content(text, link, images, language, video, poll, List.of(), Map.of()).answering(answers);
        }
        var part = parts.get(number - 1);
        return new Content(part.text(), part.link(), part.images(), language).answering(answers);
    }

    /** All that is said in words, parts and variants included: texts, links, what they are called, and answers of polls. */
    public List<String> words() {
        return Stream.concat(
                        said(text, attached(), parts),
                        variants.values().stream()
                                .flatMap(variant -> said(
                                        variant.text().orElse(""),
                                        variant.attached().orElse(Attached.NOTHING),
                                        variant.parts().orElse(List.of()))))
                .filter(words -> !words.isBlank())
                .toList();
    }

    /** The texts of all parts and variants. */
    Stream<String> texts() {
        var otherwise = variants.values().stream()
                .flatMap(variant -> Stream.concat(
                        variant.text().stream(),
                        variant.parts().stream().flatMap(List::stream).map(Part::text)));
        return Stream.of(Stream.of(text), parts.stream().map(Part::text), otherwise)
                .flatMap(all -> all);
    }

    private static Stream<String> said(String text, Attached attached, List<Part> following) {
        return Stream.of(
                        Stream.of(text),
                        of(attached.link()),
                        attached.poll().stream().flatMap(poll -> poll.options().stream()),
                        following.stream().flatMap(part -> Stream.concat(Stream.of(part.text()), of(part.link()))))
                .flatMap(words -> words);
    }

    private static Stream<String> of(Optional<Link> link) {
        return link.stream().flatMap(there -> Stream.of(there.url(), there.title(), there.description()));
    }

    /** What it says, in short, to be compared with what others say; by its pictures where it says nothing else. */
    public Gist gist() {
        var words = words();
        return Gist.of(words.isEmpty() ? media() : words);
    }

    /** The media of all its parts and variants, each once, in their order. */
    public List<String> media() {
        return Stream.concat(own(), variants.values().stream().flatMap(variant -> {
                    var attached = variant.attached().orElse(Attached.NOTHING);
                    return new Content(
                                    "",
                                    attached.link(),
                                    attached.images(),
                                    "",
                                    attached.video(),
                                    attached.poll(),
                                    variant.parts().orElse(List.of()),
                                    Map.of())
                            .own();
                }))
                .distinct()
                .toList();
    }

    private Stream<String> own() {
        return Stream.of(
                        images.stream().map(Image::mediaId),
                        video.stream().map(Video::mediaId),
                        parts.stream().flatMap(part -> part.images().stream()).map(Image::mediaId))
                .flatMap(ids -> ids);
    }
}
