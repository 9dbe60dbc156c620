package dev.parvis.domain.reasons;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.workspaces.Language;

/** Says a reason that was written in English in the language of whoever reads it. */
public final class Reasons {
    private static final int DEEPEST = 4;
    private static final List<Phrase> PHRASES = Stream.of(
                    Course.PHRASES, Contents.PHRASES, Feeds.PHRASES, Answers.PHRASES)
            .flatMap(List::stream)
            .toList();

    private Reasons() {}

    /** Why a target stands where it stands; empty while all is well. What a stop's maker wrote is quoted. */
    public static String of(Target target, Language language) {
        if (target.reason().isEmpty()) {
            return "";
        }
        return target.state() == TargetState.HELD ? held(target.reason(), language) : of(target.reason(), language);
    }

    /** A reason; what is none of ours, a network's answer, is quoted in French and left as it is in English. */
    public static String of(String reason, Language language) {
        return switch (language) {
            case EN -> reason;
            case FR -> reason.isEmpty() ? "" : french(reason, 0);
        };
    }

    /** Whether it has its French, or is a part of one that has. */
    public static boolean isKnown(String words) {
        return PHRASES.stream().anyMatch(phrase -> phrase.english().contains(words));
    }

    static List<Phrase> phrases() {
        return PHRASES;
    }

    private static String held(String reason, Language language) {
        var ours = ours(reason, 0);
        return switch (language) {
            case EN -> ours.isPresent() ? reason : "a crisis stop holds it: “" + reason + "”";
            case FR -> ours.orElseGet(() -> "un arrêt d’urgence la retient : « " + reason + " »");
        };
    }

    private static String french(String reason, int depth) {
        return ours(reason, depth).orElseGet(() -> "« " + reason + " »");
    }

    private static Optional<String> ours(String reason, int depth) {
        return depth == DEEPEST
                ? Optional.empty()
                : PHRASES.stream()
                        .flatMap(phrase -> phrase.said(reason, inner -> french(inner, depth + 1)).stream())
                        .findFirst();
    }
}
