package dev.parvis.functions.api.history;

import dev.parvis.domain.audit.AuditEntry;

/** What was done to a post, in a sentence. */
final class DeedWords {
    private DeedWords() {}

    /** What was done, and in which words each language says it. An action that is not here is said by its name. */
    private enum Deed {
        CREATED("Écrite", "Written"),
        CHANGED("Modifiée", "Changed"),
        CANCELLED("Annulée", "Cancelled"),
        DELETED("Supprimée", "Deleted"),
        APPROVED("Approuvée par {by}", "Approved by {by}"),
        REFUSED("Refusée par {by}", "Refused by {by}"),
        COMMENTED("Commentée par {by}", "Commented on by {by}"),
        COMMENT_ERASED("Un commentaire a été effacé", "A comment was erased"),
        PART_PUBLISHED("Partie {part} publiée sur {network}", "Part {part} published on {network}"),
        PUBLISHED("Publiée sur {network}", "Published on {network}"),
        FAILED("Refusée par {network}", "Not taken by {network}"),
        MISSED("Manquée : trop tard pour {network}", "Missed: too late for {network}"),
        UNCERTAIN(
                "On ne sait pas si elle est partie sur {network} : à vérifier par quelqu’un",
                "It is not known whether it went out on {network}: somebody must look"),
        RETRIED(
                "{network} ne l’a pas prise, on réessaie : {reason}",
                "{network} did not take it, tried again: {reason}"),
        DOUBTED(
                "Envoyée à {network} sans réponse sûre : {reason}",
                "Sent to {network} without a sure answer: {reason}"),
        LOOKED("Cherchée sur {network} : {reason}", "Looked for on {network}: {reason}"),
        NAMED("{network} en nomme une semblable : {reason}", "{network} names one like it: {reason}"),
        HELD("Retenue par un arrêt d’urgence", "Held by a crisis stop"),
        STATEMENT(
                "Partie malgré l’arrêt, comme déclaration approuvée", "Let through the stop, as an approved statement"),
        SAID_OUT("Quelqu’un l’a vue publiée", "Somebody has seen it out"),
        SAID_NOT_OUT("Quelqu’un a vu qu’elle n’est pas partie", "Somebody has seen that it is not out"),
        REST_WANTED("Quelqu’un veut la suite", "Somebody wants the rest of it");

        private final String french;
        private final String english;

        Deed(String french, String english) {
            this.french = french;
            this.english = english;
        }
    }

    static String french(AuditEntry entry) {
        return said(entry, true);
    }

    static String english(AuditEntry entry) {
        return said(entry, false);
    }

    private static String said(AuditEntry entry, boolean french) {
        for (var deed : Deed.values()) {
            if (entry.action().equalsIgnoreCase("post." + deed.name())) {
                return filled(french ? deed.french : deed.english, entry, french);
            }
        }
        return entry.action();
    }

    /** The reason last: what a network said is not looked through for braces. */
    private static String filled(String words, AuditEntry entry, boolean french) {
        var facts = entry.facts();
        return words.replace("{by}", by(facts.getOrDefault("by", ""), french))
                .replace("{network}", facts.getOrDefault("network", "?"))
                .replace("{part}", facts.getOrDefault("part", "?"))
                .replace("{reason}", facts.getOrDefault("reason", "?"));
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
