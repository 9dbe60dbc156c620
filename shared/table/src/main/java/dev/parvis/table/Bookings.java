package dev.parvis.table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;

/**
 * Who stands at an instant of a channel: a row that holds the ids of posts, written in the transaction that keeps, moves
 * or ends a post, so that neither a crash nor a race parts it from its post. Coming and going are set operations, which
 * repeat harmlessly; the row goes by itself five weeks after its instant.
 */
final class Bookings {
    static final String REFUSAL = "another post stands at that time on one of the channels";
    private static final Duration KEPT = Duration.ofDays(35);
    private static final String POSTS = "posts";

    private final Post post;
    private final Map<ChannelId, Instant> before;
    private final Map<ChannelId, Instant> after;
    private final String mark;

    /** @param mark of the write that this is part of */
    Bookings(Post post, Map<ChannelId, Instant> before, Map<ChannelId, Instant> after, String mark) {
        this.post = post;
        this.before = before;
        this.after = after;
        this.mark = mark;
    }

    /** What stays where it was is not touched. */
    void on(Transaction transaction, Booking booking) {
        before.forEach((channel, at) -> {
            if (!at.equals(after.get(channel))) {
                transaction.update(key(channel, at), change("DELETE", at), Expression.NONE);
            }
        });
        after.forEach((channel, at) -> {
            if (!at.equals(before.get(channel))) {
                transaction.update(key(channel, at), change("ADD", at), condition(booking));
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

    private Expression change(String operation, Instant at) {
        return Expression.of(operation + " #posts :me SET #ttl = :ttl, #mark = :mark")
                .with("me", me())
                .with("ttl", at.plus(KEPT).getEpochSecond())
                .with(Rows.MARK, mark);
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
