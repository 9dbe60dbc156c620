package dev.parvis.functions.api.posts;

import java.util.Optional;

import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;

/**
 * Where in a post's body stands what a network finds wrong: it speaks of what goes out there ({@code /parts/0/text}), its author
 * typed {@code /thread/0/text} or {@code /variants/mastodon/thread/0/text}.
 */
final class Pointers {
    private static final String PARTS = "/parts";

    private Pointers() {}

    static Violation into(Content content, NetworkId network, Violation wrong) {
        var pointer = wrong.pointer().isEmpty() ? "/text" : wrong.pointer();
        var variant = Optional.ofNullable(content.variants().get(network));
        var own =
                switch (pointer.split("/", 3)[1]) {
                    case "text" -> variant.flatMap(Content.Variant::text).isPresent();
                    case "link", "images", "video", "poll" ->
                        variant.flatMap(Content.Variant::attached).isPresent();
                    case "parts" -> variant.flatMap(Content.Variant::parts).isPresent();
                    default -> false;
                };
        var at = typed(content.on(network), pointer, wrong.code());
        return new Violation(own ? "/variants/" + network + at : at, wrong.code(), wrong.detail());
    }

    private static String typed(Content said, String pointer, String code) {
        if (pointer.equals("/poll/open")) {
            return "/poll/openMinutes";
        }
        if (pointer.equals(PARTS)) {
            return code.equals("no_comments") ? "/firstComment" : "/thread";
        }
        if (!pointer.startsWith(PARTS + "/")) {
            return pointer;
        }
        var steps = pointer.split("/", 4);
        var rest = steps.length > 3 ? "/" + steps[3] : "";
        return switch (said.parts().get(Integer.parseInt(steps[2])).kind()) {
            case THREAD -> "/thread/" + steps[2] + rest;
            case COMMENT -> "/firstComment" + rest;
        };
    }
}
