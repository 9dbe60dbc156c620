package dev.parvis.local.pages;

import java.util.Optional;
import java.util.Set;

/** Every text of the pages, in both languages. */
enum Word {
    TITLE("Parvis on this machine", "Parvis sur cette machine"),
    SKIP("Skip to content", "Aller au contenu"),
    LEAD("Everything below runs here and is kept here.", "Tout ce qui suit tourne et reste sur cette machine."),
    TIMES_IN("Times:", "Heures :"),
    RAN("What ran", "Ce qui a tourné"),
    FUNCTION("Function", "Fonction"),
    TRIGGER("Woken by", "Réveillée par"),
    BY_SCHEDULE("its schedule", "sa planification"),
    WHEN("When", "Quand"),
    TOOK("Took", "Durée"),
    START("Start", "Démarrage"),
    COLD("cold", "à froid"),
    WARM("warm", "à chaud"),
    RESULT("Result", "Résultat"),
    OK("done", "fait"),
    FAULT("failed", "échec"),
    TIMEOUT("too slow", "trop lente"),
    DIED("crashed", "plantée"),
    NOTHING("Nothing yet.", "Rien pour l’instant."),
    DUE("Work that waits", "Travail en attente"),
    KIND("Kind", "Nature"),
    DUE_AT("Due", "Échéance"),
    ITEM("Row in the table", "Ligne de la table"),
    TARGET("a post to send", "publication à envoyer"),
    SOURCE("a source to read", "source à lire"),
    INTERACTION("a message to moderate", "message à modérer"),
    SNAPSHOT("figures to read", "chiffres à relever"),
    REPORT("a report to write", "rapport à écrire"),
    REFRESH("access to renew", "accès à renouveler"),
    DELIVERY("a notice to send", "avis à envoyer"),
    SEAL("the audit trail to seal", "piste d’audit à sceller"),
    SERIES("a series to go on with", "série à poursuivre"),
    IMPORT("a file to make posts of", "fichier à transformer en publications"),
    QUEUE("an evergreen queue to draw from", "file permanente où puiser"),
    WEEKLY("a look ahead to mail", "aperçu de la semaine à envoyer"),
    SCHEDULES("Schedules", "Planifications"),
    SCHEDULE("Schedule", "Planification"),
    NEXT("Next", "Prochaine"),
    EVENTS("Recent events", "Événements récents"),
    EVENT("Event", "Événement"),
    DETAIL("Detail", "Détail"),
    IDS("ids", "identifiants"),
    MAILBOX("Mailbox", "Courrier"),
    SUBJECT("Subject", "Objet"),
    FROM("From", "De"),
    TO("To", "À"),
    TEXT_PART("Text", "Texte"),
    HTML_PART("HTML, in a closed frame", "HTML, dans un cadre fermé"),
    REPORTS("Stored files", "Fichiers"),
    FILE("File", "Fichier"),
    FOLDER("In", "Dans"),
    SIZE("Size", "Taille"),
    BYTES("B", "o"),
    FAILURES("Given up", "Abandonnés"),
    REASON("Why", "Pourquoi"),
    TRIES("Tries", "Essais"),
    TOKEN("Bearer token for the API", "Jeton d’accès à l’API"),
    TOKEN_LEAD(
            "It stands for the owner of this machine’s Parvis, for seven days.",
            "Il vaut pour le propriétaire de ce Parvis, pendant sept jours."),
    SHOW("Show", "Afficher"),
    API("The API", "L’API"),
    API_LEAD("This description is kept in English only.", "Cette description n’existe qu’en anglais."),
    OPERATIONS("Operations", "Opérations"),
    NAME("Name", "Nom"),
    PLACE("In", "Dans"),
    TYPE("Type", "Type"),
    NEEDED("Needed", "Requis"),
    MEANING("Meaning", "Sens"),
    API_ASLEEP(
            "The API did not answer with its description; what it said is in its log.",
            "L’API n’a pas répondu avec sa description ; son journal dit pourquoi."),
    SANDBOX("The sandbox network", "Le réseau bac à sable"),
    BACK("Back to the overview", "Retour à la vue d’ensemble"),
    PARAMETERS("Parameters", "Paramètres"),
    BODY("Body", "Corps"),
    ANSWERS("Answers", "Réponses"),
    REQUIRED("required", "obligatoire"),
    SHARED("What they share", "Ce qu’ils partagent"),
    OPEN_ROUTE("no token", "sans jeton"),
    NO_SUCH("There is no such page.", "Cette page n’existe pas.");

    private static final Set<Word> KINDS = Set.of(
            TARGET, SOURCE, INTERACTION, SNAPSHOT, REPORT, REFRESH, DELIVERY, SEAL, SERIES, IMPORT, QUEUE, WEEKLY);

    private final String english;
    private final String french;

    Word(String english, String french) {
        this.english = english;
        this.french = french;
    }

    /** The word for what the table calls so. */
    static Optional<Word> named(String kind) {
        return KINDS.stream().filter(word -> word.name().equals(kind)).findFirst();
    }

    String in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case FRENCH -> french;
        };
    }
}
