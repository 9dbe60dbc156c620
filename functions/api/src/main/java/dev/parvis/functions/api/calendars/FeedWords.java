package dev.parvis.functions.api.calendars;

import java.util.Locale;

import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.reasons.Reasons;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.kernel.text.French;

/** What a calendar says itself, in its reader's language. */
record FeedWords(Language language) {
    /** Before what stands on a channel, or in an event's title. */
    String named(String channel, String said) {
        return say(channel + " : ", channel + ": ") + said;
    }

    /** The title of what somebody has refused: a calendar shows little more. */
    String refused(String title) {
        return refused() + " – " + title;
    }

    private String refused() {
        return say("Refusée", "Refused");
    }

    /** Where a target stands, and why; what was refused waits for nobody. */
    String standing(Target target, boolean refused) {
        if (refused && target.state() == TargetState.APPROVAL) {
            return refused().toLowerCase(Locale.ROOT);
        }
        var why = Reasons.of(target, language);
        var told = why.isEmpty() ? "" : " (" + why + ")";
        return state(target.state()) + say(told, told);
    }

    private String state(TargetState state) {
        return switch (state) {
            case DRAFT -> say("brouillon", "draft");
            case APPROVAL -> say("attend un accord", "waits for approval");
            case SCHEDULED -> say("programmée", "scheduled");
            case PREPARED -> say("en préparation", "being prepared");
            case SENDING -> say("en train de partir", "going out");
            case PUBLISHED -> say("publiée", "published");
            case FAILED -> say("a échoué", "failed");
            case RETRY_AT -> say("nouvel essai à venir", "tried again soon");
            case UNCERTAIN -> say("peut-être publiée", "may be out");
            case MISSED -> say("a manqué son heure", "missed its time");
            case HELD -> say("suspendue", "held");
            case CANCELLED -> say("annulée", "cancelled");
        };
    }

    private String say(String french, String english) {
        return switch (language) {
            case FR -> French.spaced(french);
            case EN -> english;
        };
    }
}
