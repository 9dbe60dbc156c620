package dev.parvis.functions.publish;

import dev.parvis.domain.networks.Publishes.Above;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.posts.Content;

/**
 * What a post of the simulated network says, and where.
 *
 * @param above id of the post that it answers, or empty
 * @param comment whether it stands there as a comment
 */
record Said(String text, String above, boolean comment) {
    private static final String BETWEEN = "|";

    static Said of(Piece piece) {
        return piece.above()
                .map(above -> new Said(piece.content().text(), above.answered(), isComment(above)))
                .orElseGet(() -> new Said(piece.content().text(), "", false));
    }

    private static boolean isComment(Above above) {
        return above instanceof Above.Own(var _, var _, var kind) && kind == Content.Kind.COMMENT;
    }

    String payload() {
        return String.join(BETWEEN, text, above, Boolean.toString(comment));
    }

    static Said read(String payload) {
        var parts = payload.split("\\|", -1);
        return new Said(parts[0], parts[1], Boolean.parseBoolean(parts[2]));
    }

    /** As the network shows it: where it stands is part of its looks. */
    String fingerprint() {
        return text + BETWEEN + above;
    }
}
