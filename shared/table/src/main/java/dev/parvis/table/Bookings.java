package dev.parvis.table;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.slots.Said;
import dev.parvis.domain.slots.Slots;
import dev.parvis.domain.wording.Gist;
import dev.parvis.kernel.time.Times;

/**
 * Who stands at an instant of a channel: a row that holds the ids of posts and what each says, written in the transaction that keeps, moves
 * or ends a post, so that neither a crash nor a race parts it from its post. Coming and going are set operations, which
 * repeat harmlessly; the row goes by itself five weeks after its instant.
 */
final class Bookings {
    static final String REFUSAL = "another post stands at that time on one of the channels";
    private static final String POSTS = "posts";

    private final Post post;
    private final Places before;
    private final Places after;
    private final String mark;

    /** Where a post stands, and what it says there. */
    record Places(Map<ChannelId, Instant> at, Map<ChannelId, Gist> gists) {
        static final Places NONE = new Places(Map.of(), Map.of());

        static Places of(PostWithTargets whole) {
            return new Places(whole.bookings(), whole.gists());
        }

        boolean says(ChannelId channel, Gist gist) {
            return gist.equals(gists.get(channel));
        }

        Gist on(ChannelId channel) {
            return gists.getOrDefault(channel, Gist.NONE);
        }
    }

    /** @param mark of the write that this is part of */
    Bookings(Post post, Places before, Places after, String mark) {
        this.post = post;
        this.before = before;
        this.after = after;
        this.mark = mark;
    }

    /** What stays where it was and says what it said is not touched. */
    void on(Transaction transaction, Booking booking) {
        before.at().forEach((channel, at) -> {
            if (!at.equals(after.at().get(channel))) {
                transaction.update(key(channel, at), going(at), Expression.NONE);
            }
        });
        after.at().forEach((channel, at) -> {
            var gist = after.on(channel);
            if (!at.equals(before.at().get(channel))) {
                transaction.update(key(channel, at), coming(at, gist), condition(booking));
            } else if (!before.says(channel, gist)) {
                transaction.update(key(channel, at), coming(at, gist), Expression.NONE);
            }
        });
    }

    /** Whether a commit failed for nothing but somebody else's booking. */
    static boolean lost(Outcome.Cancelled cancelled, int rowsBefore) {
        return cancelled.failed().keySet().stream().allMatch(place -> place >= rowsBefore);
    }

    static Set<PostId> posts(Row row) {
        var posts = row.attributes().get(POSTS);
        return posts == null ? Set.of() : posts.ss().stream().map(PostId::new).collect(Collectors.toSet());
    }

    private Key key(ChannelId channel, Instant at) {
        return Keys.booked(post.workspace(), channel, at);
    }

    private Expression coming(Instant at, Gist gist) {
        return change("ADD #posts :me SET #ttl = :ttl, #mark = :mark, #" + said(post.id()) + " = :gist", at)
                .with("gist", gist.text());
    }

    private Expression going(Instant at) {
        return change("DELETE #posts :me SET #ttl = :ttl, #mark = :mark REMOVE #" + said(post.id()), at);
    }

    private Expression change(String change, Instant at) {
        return Expression.of(change)
                .with("me", me())
                .with("ttl", at.plus(Slots.KNOWN).getEpochSecond())
                .with(Rows.MARK, mark);
    }

    /** The attribute that holds what a post says; an id's hyphens cannot stand in an expression. */
    private static String said(PostId post) {
        return "said_" + post.value().replace('-', '_');
    }

    static List<Said> said(Row row) {
        var at = Times.parse(row.key().sk());
        return posts(row).stream()
                .sorted(Comparator.comparing(PostId::value))
                .map(post -> new Said(post, at, new Gist(row.textOrEmpty(said(post)))))
                .toList();
    }

    private Expression condition(Booking booking) {
        return switch (booking) {
            case SHARED -> Expression.NONE;
            case ALONE ->
                Expression.of("attribute_not_exists(#posts) OR #posts = :me").with("me", me());
        };
    }

    private AttributeValue me() {
        return AttributeValue.fromSs(List.of(post.id().value()));
    }
}
