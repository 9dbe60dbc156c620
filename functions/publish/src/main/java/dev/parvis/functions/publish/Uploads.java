package dev.parvis.functions.publish;

import java.time.Duration;
import java.util.function.Supplier;

import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;

/**
 * Prepares pieces that carry images or films, a few of each account at once and in the order in which they were claimed: one
 * account's many or slow uploads wait for each other and for nobody else's, and take no more memory than there is. What is
 * text alone never waits.
 */
final class Uploads {
    private static final int OF_AN_ACCOUNT = 3;
    /** Of at most 20 MB each, in a process of 1.7 GB. It takes sixteen accounts that hang all at once to fill it. */
    private static final int IN_ALL = 48;

    private static final String ALL = "all";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Turns accounts;
    private final Turns all;

    Uploads(Gates gates) {
        this.accounts = new Turns(OF_AN_ACCOUNT, gates);
        this.all = new Turns(IN_ALL, gates);
    }

    /** Later, when its lease could not outlast a call any more once it is its turn. */
    Preparation inTurn(Held held, Piece piece, Duration call, Supplier<Preparation> preparing) {
        var content = piece.content();
        if (content.images().isEmpty() && content.video().isEmpty()) {
            return preparing.get();
        }
        var account = held.target().channel().value();
        return accounts.inTurn(
                account,
                () -> held.allows(call)
                        ? all.inTurn(ALL, preparing)
                        : new Preparation.Later("its account had too many uploads at once", SOON));
    }
}
