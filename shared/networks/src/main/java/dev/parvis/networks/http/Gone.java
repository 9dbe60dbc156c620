package dev.parvis.networks.http;

import dev.parvis.domain.networks.Publishes.Above;
import dev.parvis.domain.networks.Publishes.Preparation;

/** What a post hangs on is no longer there: it can never be sent. */
public final class Gone {
    private Gone() {}

    public static Preparation.Impossible above(Above above) {
        return switch (above) {
            case Above.Own(var _, var parent, var _) ->
                new Preparation.Impossible(
                        "above_gone", "the post that this part follows is no longer there: " + parent.url());
            case Above.Theirs(var item) ->
                new Preparation.Impossible(
                        "answered_gone",
                        "what it answers is no longer there, or no longer shown to this account: " + item.url());
        };
    }
}
