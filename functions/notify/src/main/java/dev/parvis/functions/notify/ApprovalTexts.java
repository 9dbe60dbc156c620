package dev.parvis.functions.notify;

import java.util.Optional;

import dev.parvis.domain.events.Event;
import dev.parvis.functions.notify.MailTexts.Said;

/** What the team is told about approvals: that it is asked, refused, written to, or that nobody agreed in time. */
final class ApprovalTexts {
    private ApprovalTexts() {}

    /** What of it is told. */
    enum Matter {
        ASKED,
        REFUSED,
        COMMENTED,
        NOT_IN_TIME
    }

    static Said french(Matter matter, Event event, String brand, String when) {
        return switch (matter) {
            case ASKED ->
                new Said(
                        isReminder(event)
                                ? "Rappel : à approuver aujourd’hui"
                                : "Des publications attendent votre accord",
                        "Des publications de " + brand + " attendent l’accord de l’équipe :",
                        "Approuvez-les ou refusez-les : sans accord à leur heure, elles ne partiront pas.");
            case REFUSED ->
                new Said(
                        "Une publication n’est pas approuvée",
                        "Une publication de " + brand + " a été refusée " + byFrench(event) + " ; elle ne partira pas.",
                        "Corrigez-la ou enregistrez-la de nouveau : l’accord sera redemandé.");
            case COMMENTED ->
                new Said(
                        "Un commentaire sur une publication",
                        byCommentFrench(event) + " a commenté une publication de " + brand + " :",
                        "Répondez-lui si c’est utile ; la publication reste comme elle est.");
            case NOT_IN_TIME ->
                new Said(
                        "Publication non approuvée à temps",
                        "La publication de " + brand + " prévue le " + when
                                + " n’a pas été approuvée à temps ; elle ne partira pas "
                                + "d’elle-même.",
                        "Décidez si elle a encore un sens : reprogrammez-la, et l’accord sera redemandé.");
        };
    }

    static Said english(Matter matter, Event event, String brand, String when) {
        return switch (matter) {
            case ASKED ->
                new Said(
                        isReminder(event) ? "Reminder: to approve today" : "Posts wait for your approval",
                        "Posts of " + brand + " wait for the team’s approval:",
                        "Approve or refuse them: what is not approved at its time will not go out.");
            case REFUSED ->
                new Said(
                        "A post is not approved",
                        "A post of " + brand + " was refused " + byEnglish(event) + "; it will not go out.",
                        "Correct it or save it again: approval is asked for again.");
            case COMMENTED ->
                new Said(
                        "A comment on a post",
                        byCommentEnglish(event) + " has commented on a post of " + brand + ":",
                        "Answer if it helps; the post stays as it is.");
            case NOT_IN_TIME ->
                new Said(
                        "A post was not approved in time",
                        "The post of " + brand + " due on " + when
                                + " was not approved in time; it will not go out by itself.",
                        "Decide whether it is still wanted: schedule it again, and approval is asked for again.");
        };
    }

    /** Empty where an event is told in other words. */
    static Optional<Matter> of(Event event) {
        return switch (event.type()) {
            case APPROVAL_REQUESTED -> Optional.of(Matter.ASKED);
            case POST_REFUSED -> Optional.of(Matter.REFUSED);
            case POST_COMMENTED -> Optional.of(Matter.COMMENTED);
            case POST_MISSED ->
                Optional.ofNullable(event.detail().get("code"))
                        .filter("not_approved"::equals)
                        .map(_ -> Matter.NOT_IN_TIME);
            case POST_PUBLISHED,
                    POST_FAILED,
                    POST_UNCERTAIN,
                    POST_AT_RISK,
                    POST_HANDED_OVER,
                    POST_APPROVED,
                    POST_DUE_SOON,
                    INTERACTION_RECEIVED,
                    INTERACTION_MODERATED,
                    MENTION_FOUND,
                    SPIKE_OPENED,
                    REPORT_REQUESTED,
                    REPORT_READY,
                    CHANNEL_CONNECTED,
                    CHANNEL_DISCONNECTED,
                    SOURCE_BROKEN,
                    HOLD_STARTED,
                    HOLD_RELEASED -> Optional.empty();
        };
    }

    private static boolean isReminder(Event event) {
        return "reminder".equals(event.detail().get("kind"));
    }

    private static String byCommentFrench(Event event) {
        return "client".equals(event.detail().get("by")) ? "Le client" : "L’équipe";
    }

    private static String byCommentEnglish(Event event) {
        return "client".equals(event.detail().get("by")) ? "The client" : "The team";
    }

    private static String byFrench(Event event) {
        return switch (event.detail().getOrDefault("by", "")) {
            case "client" -> "par le client";
            case "team" -> "par l’équipe";
            default -> "au moment de partir, car elle n’était pas ce qui avait été approuvé";
        };
    }

    private static String byEnglish(Event event) {
        return switch (event.detail().getOrDefault("by", "")) {
            case "client" -> "by the client";
            case "team" -> "by the team";
            default -> "when it was about to go out, because it was not what had been approved";
        };
    }
}
