package dev.parvis.functions.api.approvals;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.approvals.Comment;
import dev.parvis.domain.brands.Approver;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.posts.Post;

/** What a client's page shows, read and ready to be written. */
record Shown(Brand brand, Approver approver, String by, List<Each> posts, Optional<Notice> notice) {
    /** One post as it will look: where it goes, its pictures, what clients wrote about it. */
    record Each(Post post, List<String> channels, List<Picture> pictures, List<Comment> comments) {}

    record Picture(URI url, String alt) {}

    /** What became of a click. */
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

    Shown telling(Notice what) {
        return new Shown(brand, approver, by, posts, Optional.of(what));
    }
}
