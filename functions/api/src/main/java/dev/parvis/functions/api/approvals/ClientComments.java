package dev.parvis.functions.api.approvals;

import java.time.InstantSource;

import dev.parvis.domain.approvals.Comment;
import dev.parvis.domain.approvals.Discussion;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Post;
import dev.parvis.kernel.secret.Sha256;

/** Keeps what a client wrote. The same words about the same version of a post are one comment, however often sent. */
public final class ClientComments {
    private static final int OF_THE_DIGEST = 32;

    private final Discussion discussion;
    private final InstantSource clock;

    public ClientComments(Discussion discussion, InstantSource clock) {
        this.discussion = discussion;
        this.clock = clock;
    }

    /** False when the post has all the comments it can have. */
    boolean say(ClientView.Guest guest, Post post, String text) {
        var by = guest.link().by();
        var id = Sha256.hex(by + "\n" + post.id() + "\n" + post.revision() + "\n" + text)
                .substring(0, OF_THE_DIGEST);
        return discussion.say(
                post, new Comment(post.workspace(), post.id(), id, clock.instant(), Approval.Part.CLIENT, by, text));
    }
}
