package dev.parvis.functions.report.document;

/** Every word that the renderers add to a report, in both languages. Spaces before French signs are unbreakable here. */
public enum Wording {
    NOT_PROVIDED("non fourni", "not provided"),
    FAILED("échec", "failed"),
    UNREAD("pas relevé", "not read"),
    MEASURED("mesuré", "measured"),
    NO_COMPARISON("pas de comparaison", "no comparison"),
    ZERO_BASE("base nulle, pas de pourcentage", "zero base, no percentage"),
    NEGATIVE_BASE("base négative, pas de pourcentage", "negative base, no percentage"),
    ZERO_BASE_VALUE("base nulle", "zero base"),
    UNCHANGED("inchangé", "unchanged"),
    POINTS("pt", "pt"),
    PREVIOUS("avant\u00a0: ", "before: "),
    OF("sur", "of"),
    EXCLUDES("sans\u00a0: ", "excludes: "),
    NO_DATA("Aucune donnée sur la période.", "No data over the period."),
    NO_ROWS("Rien sur la période.", "Nothing over the period."),
    NOT_SCHEDULED("hors agenda", "not scheduled"),
    ON_TIME("à l’heure", "on time"),
    POST("Publication", "Post"),
    NETWORK("Réseau", "Network"),
    PUBLISHED("Publiée le", "Published"),
    LATENESS("Retard", "Lateness"),
    LATENESS_SECONDS("Retard (s)", "Lateness (s)"),
    MENTION("Mention", "Mention"),
    AUTHOR("Auteur", "Author"),
    WHERE("Où", "Where"),
    WHEN("Quand", "When"),
    TONE("Tonalité", "Tone"),
    POSITIVE("positive", "positive"),
    NEUTRAL("neutre", "neutral"),
    NEGATIVE("négative", "negative"),
    UNDECIDED("indécise", "undecided"),
    SERIES("Courbe", "Line"),
    FIRST("Premier", "First"),
    LOWEST("Minimum", "Lowest"),
    HIGHEST("Maximum", "Highest"),
    LAST("Dernier", "Last"),
    DAYS_WITHOUT("Jours sans mesure", "Days without a reading"),
    CHART("Graphique", "Chart"),
    AXIS_FROM("l’axe commence à ", "axis starts at "),
    SOURCES_HEADING("D’où vient chaque chiffre", "Where each figure came from"),
    SOURCES_INTRO(
            "Chaque chiffre de ce rapport a été lu à l’adresse et à l’heure ci-dessous. «\u00a0Non fourni\u00a0» veut dire que le "
                    + "réseau ne donne pas ce chiffre\u00a0; «\u00a0échec\u00a0», qu’il n’a pas pu être lu\u00a0; «\u00a0pas relevé\u00a0», qu’aucune lecture n’a encore eu lieu\u00a0; zéro est une mesure.",
            "Each figure in this report was read at the place and time below. “Not provided” means that the network does "
                    + "not give the figure; “failed”, that it could not be read; “not read”, that no reading has taken place yet; zero is a measurement."),
    NUMBER("N°", "No."),
    FIGURE("Chiffre", "Figure"),
    STATE("État", "State"),
    VALUE("Valeur", "Value"),
    BASE("Base", "Base"),
    UNIT("Unité", "Unit"),
    PREVIOUS_VALUE("Valeur précédente", "Previous value"),
    CHANGE("Évolution", "Change"),
    CHANGE_PERCENT("Évolution (%)", "Change (%)"),
    REASON("Motif", "Reason"),
    FIELD("Lu dans", "Read from"),
    READ_AT("Lu le", "Read at"),
    DEFINITION("Définition", "Definition"),
    TERM("Terme", "Term"),
    SECTION("Partie", "Section"),
    LINK("Lien", "Link"),
    TEXT("Texte", "Text"),
    PREPARED_BY("Préparé par ", "Prepared by "),
    GENERATED("Données arrêtées le ", "Data frozen on "),
    PAGE("Page", "Page"),
    COUNT_UNIT("nombre", "count"),
    DECIMAL_UNIT("décimal", "decimal"),
    SHARE_UNIT("%", "%"),
    SECONDS_UNIT("secondes", "seconds"),
    COLUMNS_LEFT_OUT(
            "%s colonnes sur %s sont imprimées ici\u00a0; toutes sont dans le fichier CSV.",
            "%s columns of %s are printed here; all of them are in the CSV file."),
    ROWS_LEFT_OUT(
            "%s lignes sur %s sont imprimées ici\u00a0; toutes sont dans le fichier CSV.",
            "%s rows of %s are printed here; all of them are in the CSV file.");

    private final String french;
    private final String english;

    Wording(String french, String english) {
        this.french = french;
        this.english = english;
    }

    public static Wording of(MentionRow.Sentiment sentiment) {
        return switch (sentiment) {
            case POSITIVE -> POSITIVE;
            case NEUTRAL -> NEUTRAL;
            case NEGATIVE -> NEGATIVE;
            case UNDECIDED -> UNDECIDED;
        };
    }

    public String in(ReportLanguage language) {
        return switch (language) {
            case FRENCH -> french;
            case ENGLISH -> english;
        };
    }
}
