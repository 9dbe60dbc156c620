package dev.parvis.functions.publish;

import java.util.Optional;

import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Publishes.Above;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Target;

/**
 * The parts of a target: each is a post of its own, under a key of its own, made safe as any other; the target's row holds
 * those that are out, so whoever takes over goes on with the one that is missing.
 */
final class Parts {
    private Parts() {}

    /** The part that is next. */
    static Piece next(Target target, Content content) {
        return new Piece(content.part(target.part()), target.partKey(), target.partAt(), above(target, content));
    }

    /**
     * What must be fit to be shown when the part that is next goes out: itself, and before the first one all that follow it,
     * so that a thread is not begun that could not be ended.
     */
    static Content bound(Target target, Content content) {
        return target.out().isEmpty() ? content : content.part(target.part());
    }

    /** The first part of an answer hangs on what it answers; each that follows, on a part of its own target. */
    private static Optional<Above> above(Target target, Content content) {
        if (target.out().isEmpty()) {
            return content.answers().map(Above.Theirs::new);
        }
        var first = target.out().getFirst();
        return Optional.of(
                switch (content.parts().get(target.part() - 1).kind()) {
                    case THREAD -> new Above.Own(first, target.out().getLast(), Content.Kind.THREAD);
                    case COMMENT -> new Above.Own(first, first, Content.Kind.COMMENT);
                });
    }

    /** Whether another part follows the one that is next. */
    static boolean areMore(Target target, Content content) {
        return target.part() + 1 < content.size();
    }

    /**
     * Whether the one that is next stands among comments, ours or an answer to theirs: what a network says of those is no
     * proof of absence.
     */
    static boolean isComment(Target target, Content content) {
        return target.part() == 0
                ? content.answers()
                        .filter(item -> item.kind() == ItemKind.COMMENT)
                        .isPresent()
                : content.parts().get(target.part() - 1).kind() == Content.Kind.COMMENT;
    }
}
