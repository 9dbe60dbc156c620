package dev.parvis.domain.approvals;

import dev.parvis.domain.posts.PostWithTargets;

/** What became of a ballot. */
public sealed interface Decided {
    /** It counts; or it counted already, and nothing was changed. */
    record Counted(PostWithTargets now) implements Decided {}

    /** The post is not the one that was seen. */
    record Changed() implements Decided {}

    /** It was refused before: it takes an edit, or saving it again, to ask again. */
    record Refused() implements Decided {}

    /** Its time has come: it is missed, or under way, or out. */
    record TooLate() implements Decided {}

    /** There is no such post, or this part is not asked about it, or not yet. */
    record NotAsked() implements Decided {}
}
