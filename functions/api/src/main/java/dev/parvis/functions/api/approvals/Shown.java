package dev.parvis.functions.api.approvals;

import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.approvals.Comment;
import dev.parvis.domain.brands.Approver;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;

/** What a client's page shows, read and ready to be written. */
record Shown(Brand brand, Approver approver, Sheet sheet, List<Each> posts, Optional<Told> told) {
    /**
     * Which part of what the link leads to it is.
     *
     * @param month empty when the link leads to one post
     * @param waiting how many posts wait, on all sheets
     */
    record Sheet(Optional<YearMonth> month, int number, int sheets, int waiting) {}

    /** One post as it will look on each of its networks, and what clients wrote about it. */
    record Each(Post post, List<Look> looks, List<Comment> comments) {}

    /** What goes out, the same, on these channels: a part after the other. */
    record Look(List<String> channels, List<Part> parts, Optional<Content.Poll> poll, Optional<Film> video) {}

    /** A part; the first one has no kind, because it follows nothing. */
    record Part(Optional<Content.Kind> kind, String text, Optional<Content.Link> link, List<Picture> pictures) {}

    record Picture(URI url, String alt) {}

    record Film(URI url, String name, String alt) {}

    /** What became of a click, and of which post it was. */
    record Told(Notice notice, Optional<PostId> post) {
        boolean isOf(Post other) {
            return post.filter(other.id()::equals).isPresent();
        }
    }

    enum Notice {
        APPROVED,
        REFUSED,
        COMMENTED,
        EMPTY_COMMENT,
        LONG_COMMENT,
        TOO_MANY_COMMENTS,
        CHANGED,
        REFUSED_BEFORE,
        TOO_LATE,
        NOT_ASKED
    }

    /** Said beside the post, where it is shown; else at the top. */
    Shown telling(Notice notice, Optional<PostId> post) {
        var there = post.filter(
                id -> posts.stream().anyMatch(each -> each.post().id().equals(id)));
        return new Shown(brand, approver, sheet, posts, Optional.of(new Told(notice, there)));
    }
}
