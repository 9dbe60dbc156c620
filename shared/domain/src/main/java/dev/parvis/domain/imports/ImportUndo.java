package dev.parvis.domain.imports;

import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;

/**
 * Takes an import's posts back, step by step: a post that nobody has had to do with since is deleted, and its key is free
 * again. What is out or may be, and what a person has edited or decided on, stays and is told by its line. Killed at any
 * line, the rows of the last step are met again: their posts are gone, which is what was wanted.
 */
final class ImportUndo {
    private final Imports imports;
    private final Posts posts;

    ImportUndo(Imports imports, Posts posts) {
        this.imports = imports;
        this.posts = posts;
    }

    Import.Returned step(Import now) {
        var first = now.undo().orElseThrow().next();
        var rows = imports.from(now, first);
        if (rows.isEmpty()) {
            throw new IllegalStateException("the rows of an import are gone before it was taken back");
        }
        var kept = 0;
        var late = 0;
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var there = posts.find(now.workspace(), row.post()).filter(whole -> now.hasMade(whole.post()));
            if (there.isEmpty()) {
                continue;
            }
            late += first + i < now.next() ? 0 : 1;
            var why = stays(there.get()).or(() -> deleted(there.get()));
            if (why.isPresent()) {
                kept++;
                imports.tell(
                        now,
                        new RowFault(row.line(), "", why.get().code(), why.get().detail()));
            }
        }
        return new Import.Returned(rows.size(), kept, late);
    }

    private record Why(String code, String detail) {
        static final Why IS_OUT = new Why("is_out", "was not undone: its post is out, or may be");
        static final Why APPROVED = new Why("approved_since", "was not undone: somebody has decided on its post");
        static final Why EDITED = new Why("edited_since", "was not undone: somebody has changed its post");
    }

    private static Optional<Why> stays(PostWithTargets there) {
        if (!there.targets().stream().allMatch(Target::editable)) {
            return Optional.of(Why.IS_OUT);
        }
        if (isDecided(there.post())) {
            return Optional.of(Why.APPROVED);
        }
        return isAsMade(there) ? Optional.empty() : Optional.of(Why.EDITED);
    }

    private static boolean isDecided(Post post) {
        return post.approval().stream()
                .flatMap(approval -> Stream.of(Approval.Part.values()).map(approval::of))
                .anyMatch(Optional::isPresent);
    }

    /** One that a person has cancelled goes too: it says nothing any more. */
    private static boolean isAsMade(PostWithTargets there) {
        var isCancelled = !there.targets().isEmpty()
                && there.targets().stream().allMatch(target -> target.state() == TargetState.CANCELLED);
        return there.post().version() == 1 || (isCancelled && there.post().revision() == 1);
    }

    /** Why it was not, after all. */
    private Optional<Why> deleted(PostWithTargets there) {
        var post = there.post();
        return switch (posts.delete(post.workspace(), post.id(), post.version())) {
            case Change.Done<PostWithTargets> _, Change.Missing<PostWithTargets> _ -> Optional.empty();
            case Change.Conflict<PostWithTargets> _ -> Optional.of(Why.EDITED);
            case Change.Refused<PostWithTargets> _ -> Optional.of(Why.IS_OUT);
        };
    }
}
