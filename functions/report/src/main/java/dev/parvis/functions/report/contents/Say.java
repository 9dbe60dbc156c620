package dev.parvis.functions.report.contents;

import dev.parvis.functions.report.document.ReportLanguage;

/** Every heading, label, reason and definition of a report's contents, in both languages. */
enum Say {
    MONTHLY_TITLE("Rapport mensuel", "Monthly report"),
    TITLE("Rapport d’activité", "Activity report"),

    IN_SHORT("En bref", "In short"),
    KEY_FIGURES("Chiffres clés", "Key figures"),
    BY_ACCOUNT("Abonnés par compte", "Followers by account"),
    DAY_BY_DAY("Abonnés jour après jour", "Followers day by day"),
    POSTS_HEADING("Publications", "Posts"),
    MENTIONS_BY_DAY("Mentions jour après jour", "Mentions day by day"),
    MENTIONS_HEADING("Dernières mentions", "Latest mentions"),
    MODERATION("Échanges et modération", "Conversations and moderation"),
    MISSING_HEADING("Ce que ce rapport ne dit pas", "What this report does not tell"),
    GLOSSARY("Définitions", "Definitions"),

    FOLLOWERS("Abonnés", "Followers"),
    POSTS("Publications", "Posts"),
    ON_TIME("À l’heure", "On time"),
    MEDIAN_LATENESS("Retard médian", "Median lateness"),
    WORST_LATENESS("Plus grand retard", "Largest lateness"),
    LIKES("J’aime", "Likes"),
    REPOSTS("Partages", "Reposts"),
    REPLIES("Réponses", "Replies"),
    QUOTES("Citations", "Quotes"),
    MENTIONS("Mentions", "Mentions"),
    RECEIVED("Échanges reçus", "Conversations received"),
    IMPRESSIONS("Impressions", "Impressions"),
    REACH("Portée", "Reach"),

    NEW("En attente des règles", "Waiting for the rules"),
    QUEUED("À voir par une personne", "For a person to see"),
    ALLOWED("Laissés en place", "Left standing"),
    HIDDEN("Masqués", "Hidden"),
    DELETED("Supprimés", "Deleted"),
    CLOSED("Traités par une personne", "Dealt with by a person"),
    ANSWERED("Répondus", "Answered"),
    DECIDED_AS("Règles : %s", "Rules: %s"),

    FOLLOWERS_UNIT("abonnés", "followers"),
    MENTIONS_UNIT("mentions", "mentions"),
    DUE_POST("publication prévue", "post due"),
    DUE_POSTS("publications prévues", "posts due"),

    LOOKED_AFTER_SINCE("marque suivie depuis le %s", "brand followed since %s"),
    READ_SINCE("premier relevé le %s", "first reading on %s"),
    ONE_READING("un seul relevé", "one reading only"),
    UNEQUAL_ACCOUNTS("tous les comptes n’étaient pas relevés au début", "not all accounts were read at the start"),
    PARTLY_MEASURED("toutes les publications n’ont pas été mesurées", "not all posts were measured"),
    LEFT_OUT("%2$s (publications mesurées : %1$s sur %3$s ; %4$s)", "%2$s (posts measured: %1$s of %3$s; %4$s)"),
    NOT_PROVIDED_COUNT("non fourni : %s", "not provided: %s"),
    FAILED_COUNT("échec : %s", "failed: %s"),
    NOT_TOLD_BY("%s ne donne pas ce chiffre", "%s does not give this figure"),
    NOT_TOLD("les réseaux ne donnent pas ce chiffre", "the networks do not give this figure"),
    READING_FAILED("la lecture du %s a échoué", "the reading of %s failed"),
    NOT_READ("pas relevé pendant la période", "not read during the period"),
    NOT_READ_YET(
            "les compteurs sont lus chaque nuit ; aucune lecture depuis cette publication",
            "counters are read every night; none was since this post"),
    UNREAD_COUNT("pas relevé : %s", "not read: %s"),
    NOT_READ_THAT_DAY("aucun relevé ce jour-là", "no reading that day"),
    ACCOUNT_NOT_PROVIDED("%s (non fourni)", "%s (not provided)"),
    ACCOUNT_UNREAD("%s (pas relevé)", "%s (not read)"),
    ACCOUNT_NEVER_READ("aucun relevé de ce compte à ce jour", "no reading of this account so far"),
    ACCOUNT_FAILED("%s (échec)", "%s (failed)"),
    REMOVED_ACCOUNT("compte retiré", "account removed"),

    WENT_OUT(
            "Publications parties : %s, dont %s à l’heure ; prévues : %s.",
            "Posts that went out: %s, %s of them on time; due: %s."),
    NOTHING_WENT_OUT("Aucune publication n’est partie sur la période.", "No post went out in the period."),
    DID_NOT_GO(
            "Publications qui ne sont pas parties : %s (refusées %s, trop tard %s, incertaines %s).",
            "Posts that did not go out: %s (refused %s, too late %s, uncertain %s)."),
    FOLLOWED(
            "Abonnés : %s à la fin de la période, contre %s au début.",
            "Followers: %s at the end of the period, %s at its start."),
    MENTIONED("Mentions trouvées : %s. Échanges reçus : %s.", "Mentions found: %s. Conversations received: %s."),
    NO_ACCOUNT(
            "Aucun compte n’est connecté à la marque : ni abonnés ni réactions n’ont pu être relevés.",
            "No account is connected to the brand: neither followers nor reactions could be read."),
    METRIC_NOT_TOLD("%s : non fourni par %s.", "%s: not provided by %s."),
    POSTS_UNREAD("Publications sans aucun relevé : %s sur %s.", "Posts that were never read: %s of %s."),

    BEFORE("Avant", "Before"),
    DEFINE_BEFORE(
            "Valeur de la période de même longueur qui précède, %s. Pour les abonnés : au début de la période.",
            "Value of the period of the same length just before, %s. For followers: at the start of the period."),
    COUNT_FOLLOWERS(
            "Comptes qui suivent la marque, à l’heure de la lecture.", "Accounts that follow the brand, when read."),
    COUNT_ON_TIME("Parties au plus une minute après l’heure prévue.", "Out at most one minute after their time."),
    COUNT_REACTION("Compteur de chaque publication à son dernier relevé.", "Counter of each post at its last reading."),
    COUNT_RECEIVED(
            "Échanges trouvés pendant la période, dans leur état présent.",
            "Conversations found in the period, as they stand."),
    DEFINE_FOLLOWERS(
            "Comptes qui suivent la marque. La fin de la période se lit au petit matin du jour suivant, le début au petit matin du premier jour ; à défaut, au relevé le plus proche avant.",
            "Accounts that follow the brand. The end of the period is read in the small hours of the next day, its start in those of the first day; failing that, at the nearest reading before."),
    DEFINE_POSTS(
            "Publications parties pendant la période, une par compte.",
            "Posts that went out during the period, one per account."),
    DEFINE_ON_TIME(
            "Part des publications prévues sur la période qui sont parties au plus une minute après l’heure prévue. Celles qui ont été refusées ou sont parties trop tard comptent parmi les prévues.",
            "Share of the posts due in the period that went out at most one minute after their time. Those refused or too late count among the ones due."),
    DEFINE_LATENESS(
            "Temps écoulé entre l’heure prévue et l’envoi au réseau du premier octet de la publication.",
            "Time between the hour that was promised and the first byte of the post leaving for the network."),
    DEFINE_REACTION(
            "Compteur de chaque publication de la période, à son dernier relevé, au plus tard le matin qui suit la période. Les réseaux continuent de compter ensuite.",
            "The counter of each post of the period at its last reading, no later than the morning after the period. Networks go on counting afterwards."),
    DEFINE_MENTIONS(
            "Textes trouvés pendant la période où figurent les mots suivis pour la marque, chacun compté une fois.",
            "Texts found during the period that say the words followed for the brand, each counted once."),
    DEFINE_RECEIVED(
            "Commentaires, réponses et messages adressés aux comptes de la marque et trouvés pendant la période, dans leur état au moment où les données ont été arrêtées.",
            "Comments, replies and messages addressed to the brand’s accounts and found during the period, as they stood when the data was frozen."),
    DEFINE_DECIDED(
            "Décisions prises par les règles de modération sur les échanges de la période.",
            "Decisions that the moderation rules took on the period’s conversations.");

    private final String french;
    private final String english;

    Say(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** Arguments are texts in the language already. */
    String in(ReportLanguage language, Object... said) {
        var text =
                switch (language) {
                    case FRENCH -> french;
                    case ENGLISH -> english;
                };
        return said.length == 0 ? text : text.formatted(said);
    }
}
