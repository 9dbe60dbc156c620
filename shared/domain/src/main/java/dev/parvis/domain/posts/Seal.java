package dev.parvis.domain.posts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The SHA-256, as 64 hexadecimal digits, of what would go out, where, and when: what an approval is bound to.
 *
 * <p>The canonical form of a target is a sequence of texts in UTF-8, each behind its length in bytes (four bytes, most
 * significant first), so that no two posts share a form: {@code parvis-target-2}, workspace, post, brand, network,
 * channel, the due second and the end of the window in which it may go out (ISO 8601, UTC), text, language, the number
 * of links (0 or 1) and the link's URL, title and description, the number of images and each image's media id and
 * alternative text, in order, the number of videos (0 or 1) and the video's media id and alternative text, the number of
 * polls (0 or 1) and the poll's number of options, its options, how long it is open (ISO 8601) and whether more than one may
 * be chosen ({@code 1} or {@code 0}), the number of parts that follow and of each its kind, text, links and images; of an
 * answer, and of nothing else, then the kind, native id and author's handle of what it answers. It is
 * what goes out on the target's network: variants are resolved. The media id stands for the bytes: the library never
 * gives an id twice. A post's form is
 * {@code parvis-post-1} and the seals of its targets, by channel.
 */
public final class Seal {
    private final MessageDigest digest;

    private Seal(String form) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        add(form);
    }

    /** Of one target of a content. */
    public static String of(Content content, Target target) {
        var seal = new Seal("parvis-target-2")
                .add(target.workspace().value())
                .add(target.post().value())
                .add(target.brand().value())
                .add(target.network().value())
                .add(target.channel().value())
                .add(target.dueAt().toString())
                .add(target.dueAt().plus(target.lateness()).toString());
        return seal.add(content.on(target.network())).hex();
    }

    /** Of a content on all its targets, in whatever order they come. */
    public static String of(Content content, List<Target> targets) {
        var seal = new Seal("parvis-post-1");
        targets.stream()
                .sorted(Comparator.comparing(target -> target.channel().value()))
                .forEach(target -> seal.add(of(content, target)));
        return seal.hex();
    }

    /** Whether nobody had to approve the target, or this content is what was approved for it. */
    public static boolean holds(Content content, Target target) {
        return target.seal().isEmpty() || target.seal().equals(of(content, target));
    }

    private Seal add(Content content) {
        add(content.text()).add(content.language());
        add(content.link()).add(content.images());
        add(content.video().isPresent() ? "1" : "0");
        content.video().ifPresent(video -> add(video.mediaId()).add(video.alt()));
        add(content.poll().isPresent() ? "1" : "0");
        content.poll().ifPresent(this::add);
        add(Integer.toString(content.parts().size()));
        content.parts().forEach(part -> add(part.kind().name())
                .add(part.text())
                .add(part.link())
                .add(part.images()));
        content.answers()
                .ifPresent(item -> add(item.kind().name()).add(item.nativeId()).add(item.handle()));
        return this;
    }

    private Seal add(Optional<Content.Link> link) {
        add(link.isPresent() ? "1" : "0");
        link.ifPresent(there -> add(there.url()).add(there.title()).add(there.description()));
        return this;
    }

    private Seal add(List<Content.Image> images) {
        add(Integer.toString(images.size()));
        images.forEach(image -> add(image.mediaId()).add(image.alt()));
        return this;
    }

    private void add(Content.Poll poll) {
        add(Integer.toString(poll.options().size()));
        poll.options().forEach(this::add);
        add(poll.open().toString()).add(poll.multiple() ? "1" : "0");
    }

    private Seal add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
