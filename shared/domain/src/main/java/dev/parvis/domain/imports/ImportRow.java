package dev.parvis.domain.imports;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.stored.Named;

/**
 * A row of a file that was found good.
 *
 * @param line of the file, from 1
 * @param post the id that its key gives it
 * @param schedule empty for a draft, and for the next free slot
 * @param nextSlot whether it takes the next free slot of its channels
 */
public record ImportRow(
        int line,
        PostId post,
        Content content,
        Labels labels,
        Optional<Schedule> schedule,
        boolean nextSlot,
        List<ChannelId> channels) {
    public ImportRow {
        channels = List.copyOf(channels);
    }

    /** The id of the post that a key of a brand's files stands for: always the same. */
    public static PostId post(BrandId brand, String key) {
        return new PostId(Named.ulid(0, "import\n" + brand + "\n" + key));
    }

    boolean isPast(Instant now) {
        return schedule.filter(said -> said.at().isBefore(now)).isPresent();
    }

    /** What of the row the post does not say, by our columns' names; nothing when it says all of it. */
    public Set<String> unlike(PostWithTargets there) {
        var unlike = new HashSet<String>();
        var post = there.post();
        if (!sayable(post.content()).equals(sayable(content))) {
            unlike.add("text");
        }
        if (!post.labels().equals(labels)) {
            unlike.add("theme");
        }
        var sameTime = nextSlot
                ? post.schedule().isPresent()
                : post.schedule().map(Schedule::at).equals(schedule.map(Schedule::at));
        if (!sameTime) {
            unlike.add("at");
        }
        var where = there.targets().stream().map(Target::channel).collect(Collectors.toSet());
        if (!where.equals(Set.copyOf(channels))) {
            unlike.add("channels");
        }
        return unlike;
    }

    /** What a row can say of a content: a thread, a poll or a variant that a person has added is no difference. */
    private static Content sayable(Content content) {
        var comment = content.parts().stream()
                .filter(part -> part.kind() == Content.Kind.COMMENT)
                .map(part -> new Content.Part(Content.Kind.COMMENT, part.text(), Optional.empty(), List.of()))
                .toList();
        return new Content(
                content.text(),
                content.link(),
                content.images(),
                content.language(),
                Optional.empty(),
                Optional.empty(),
                comment,
                Map.of());
    }

    /** Told where a post of this key is there and says something else. */
    public RowFault changed(PostWithTargets there) {
        var unlike = unlike(there).stream().sorted().toList();
        return new RowFault(
                line,
                unlike.isEmpty() ? "key" : unlike.getFirst(),
                "changed",
                "is not what the post of this key says (" + String.join(", ", unlike)
                        + "): the post was left as it is; change it there, or give the row another key");
    }
}
