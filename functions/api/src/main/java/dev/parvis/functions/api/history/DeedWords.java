package dev.parvis.functions.api.history;

import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.reasons.Reasons;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.kernel.text.French;

/** What was done to a post, in a sentence. */
final class DeedWords {
    private DeedWords() {}

    /** What was done, and in which words each language says it. An action that is not here is said by its name. */
    private enum Deed {
        CREATED("post.created", "Écrite", "Written"),
        CHANGED("post.changed", "Modifiée", "Changed"),
        CANCELLED("post.cancelled", "Annulée", "Cancelled"),
        DELETED("post.deleted", "Supprimée", "Deleted"),
        APPROVED("post.approved", "Approuvée par {by}", "Approved by {by}"),
        REFUSED("post.refused", "Refusée par {by}", "Refused by {by}"),
        COMMENTED("post.commented", "Commentée par {by}", "Commented on by {by}"),
        COMMENT_ERASED("post.comment_erased", "Un commentaire a été effacé", "A comment was erased"),
        PART_PUBLISHED(
                "post.part_published", "Partie {part} publiée sur {channel}", "Part {part} published on {channel}"),
        PUBLISHED("post.published", "Publiée sur {channel}", "Published on {channel}"),
        FAILED(
                "post.failed",
                "N’a pas pu être publiée sur {channel}{: reason}",
                "Could not be published on {channel}{: reason}"),
        MISSED("post.missed", "A manqué son heure sur {channel}{: reason}", "Missed its time on {channel}{: reason}"),
        UNCERTAIN(
                "post.uncertain",
                "On ne sait pas si elle est partie sur {channel} ; quelqu’un doit regarder{: reason}",
                "It is not known whether it went out on {channel}; somebody must look{: reason}"),
        RETRIED(
                "post.retried",
                "Pas partie sur {channel}, Parvis réessaie{: reason}",
                "Not out on {channel}, Parvis tries again{: reason}"),
        DOUBTED(
                "post.doubted",
                "Envoyée à {channel} sans réponse sûre{: reason}",
                "Sent to {channel} without a sure answer{: reason}"),
        LOOKED("post.looked", "Cherchée sur {channel}{: reason}", "Looked for on {channel}{: reason}"),
        NAMED("post.named", "{channel}{: reason}", "{channel}{: reason}"),
        HANDED_OVER(
                "post.handed_over.0",
                "Confiée à la personne qui publie sur {channel}",
                "Handed over to who posts on {channel}"),
        REMINDED("post.handed_over.", "Rappelée à qui publie sur {channel}", "Reminded who posts on {channel}"),
        SAID_DONE("post.said_done", "Publiée à la main sur {channel}", "Posted by hand on {channel}"),
        SAID_NOT_TODAY(
                "post.said_not_today",
                "Ne sera pas publiée à la main sur {channel}",
                "Will not be posted by hand on {channel}"),
        HELD("post.held", "Retenue sur {channel} par un arrêt d’urgence", "Held on {channel} by a crisis stop"),
        STATEMENT(
                "post.statement",
                "Partie malgré l’arrêt, comme déclaration approuvée",
                "Let through the stop, as an approved statement"),
        ANSWERED_DURING_STOP(
                "post.answered_during_stop",
                "Partie malgré l’arrêt, comme réponse écrite par quelqu’un",
                "Let through the stop, as an answer that somebody wrote"),
        ANSWERED("post.answered", "Écrite pour répondre à quelqu’un", "Written as an answer to somebody"),
        ANSWERED_UNDER_STOP(
                "post.answered_under_stop",
                "Écrite pour répondre à quelqu’un pendant un arrêt d’urgence, avec la permission crisis.answer",
                "Written as an answer to somebody under a crisis stop, with the permission crisis.answer"),
        ANSWER_ALLOWED(
                "answer.allowed",
                "Peut partir malgré l’arrêt qui tient, car quelqu’un qui en a la permission l’a écrite",
                "May go out under the stop that stands, because somebody who has the permission wrote it"),
        REPLIED("post.replied", "Écrite par une règle, sans personne", "Written by a rule, and by nobody"),
        WITHDRAWN(
                "post.withdrawn",
                "Annulée, car ce à quoi elle répondait a été traité autrement",
                "Cancelled, because what it answered was decided otherwise"),
        TOO_LATE_TO_WITHDRAW(
                "post.too_late_to_withdraw",
                "Trop tard pour l’annuler, bien que ce à quoi elle répond ait été traité autrement",
                "Too late to cancel it, though what it answers was decided otherwise"),
        AFTER_STOP_PUBLISH(
                "suspended.publish", "Après l’arrêt, quelqu’un l’a fait partir", "After the stop, somebody let it go"),
        AFTER_STOP_RESCHEDULE(
                "suspended.reschedule",
                "Après l’arrêt, quelqu’un l’a reprogrammée",
                "After the stop, somebody gave it another time"),
        AFTER_STOP_CANCEL(
                "suspended.cancel", "Après l’arrêt, quelqu’un l’a annulée", "After the stop, somebody cancelled it"),
        SAID_OUT("post.said_out", "Quelqu’un l’a vue publiée sur {channel}", "Somebody has seen it out on {channel}"),
        SAID_NOT_OUT(
                "post.said_not_out",
                "Quelqu’un a vu qu’elle n’est pas sur {channel}",
                "Somebody has seen that it is not on {channel}"),
        REST_WANTED(
                "post.rest_wanted",
                "Quelqu’un en veut la suite sur {channel}",
                "Somebody wants the rest of it on {channel}"),
        RETRIED_BY_HAND(
                "stuck.retried",
                "Parvis y avait renoncé sur {channel}, quelqu’un lui demande de reprendre",
                "Parvis had given it up on {channel}; somebody has asked for it again");

        private final String action;
        private final String french;
        private final String english;

        Deed(String action, String french, String english) {
            this.action = action;
            this.french = french;
            this.english = english;
        }

        /** Steps of a hand-over after the first have numbers of their own. */
        boolean is(String told) {
            return action.endsWith(".") ? told.startsWith(action) : told.equals(action);
        }
    }

    /** @param channel how people call the channel that it is about */
    static String said(AuditEntry entry, String channel, Language language) {
        for (var deed : Deed.values()) {
            if (deed.is(entry.action())) {
                return filled(language == Language.FR ? deed.french : deed.english, entry, channel, language);
            }
        }
        return entry.action();
    }

    /** The reason last: what a network said is not looked through for braces. */
    private static String filled(String words, AuditEntry entry, String channel, Language language) {
        var facts = entry.facts();
        var reason = reason(entry, language);
        var said = words.replace("{by}", by(facts.getOrDefault("by", ""), language == Language.FR))
                .replace("{part}", facts.getOrDefault("part", "?"))
                .replace("{channel}", channel)
                .replace("{: reason}", reason.isEmpty() ? "" : (language == Language.FR ? " : " : ": ") + reason);
        return language == Language.FR ? French.spaced(said) : said;
    }

    /** Entries of before reasons stood in them have a code alone, of which one says something to a person. */
    private static String reason(AuditEntry entry, Language language) {
        var written = entry.facts().getOrDefault("reason", "");
        if (written.isEmpty() && entry.why().equals("not_approved")) {
            return Reasons.of("it was not approved in time", language);
        }
        return Reasons.of(written, language);
    }

    private static String by(String part, boolean french) {
        return switch (part) {
            case "client" -> french ? "le client" : "the client";
            case "team" -> french ? "l’équipe" : "the team";
            default ->
                french
                        ? "Parvis, car ce n’était pas ce qui avait été approuvé"
                        : "Parvis, because it was not what had been approved";
        };
    }
}
