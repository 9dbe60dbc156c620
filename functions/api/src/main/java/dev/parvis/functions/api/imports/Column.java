package dev.parvis.functions.api.imports;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of posts: their names in its head, in English or French, and the field each one is. */
enum Column {
    KEY("key", "", "clé"),
    TEXT("text", "/text", "texte"),
    LINK("link", "/link/url", "lien"),
    LINK_TITLE("linkTitle", "/link/title", "titre du lien"),
    LINK_DESCRIPTION("linkDescription", "/link/description", "description du lien"),
    CHANNELS("channels", "/channels", "canaux"),
    AT("at", "/schedule/at", "date", "date et heure"),
    ZONE("zone", "/schedule/zone", "fuseau", "fuseau horaire"),
    IMAGES("images", "/images", "image"),
    ALTS("alts", "/images/alt", "alt", "textes alternatifs", "texte alternatif"),
    LANGUAGE("language", "/language", "langue"),
    FIRST_COMMENT("firstComment", "/firstComment", "premier commentaire"),
    THEME("theme", "/labels/theme", "thème"),
    CAMPAIGN("campaign", "/labels/campaign", "campagne"),
    OBJECTIVE("objective", "/labels/objective", "objectif"),
    /** What an export tells beside: read by people, passed over by an import. */
    STATE("state", "", "état"),
    URLS("urls", "");

    private final String title;
    private final String pointer;
    private final List<String> names;

    Column(String title, String pointer, String... others) {
        this.title = title;
        this.pointer = pointer;
        this.names = java.util.stream.Stream.concat(java.util.stream.Stream.of(title), Arrays.stream(others))
                .map(Column::bare)
                .toList();
    }

    String title() {
        return title;
    }

    /** Case, accents and blanks make no difference. */
    static Optional<Column> named(String head) {
        var bare = bare(head);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(bare))
                .findFirst();
    }

    /** The column that an error's pointer speaks of. */
    static Optional<Column> of(String errorPointer) {
        if (errorPointer.equals("/schedule/nextSlot")) {
            return Optional.of(AT);
        }
        if (errorPointer.startsWith("/images/") && errorPointer.endsWith("/alt")) {
            return Optional.of(ALTS);
        }
        return Arrays.stream(values())
                .filter(column -> !column.pointer.isEmpty())
                .filter(column -> errorPointer.equals(column.pointer) || errorPointer.startsWith(column.pointer + "/"))
                .findFirst();
    }

    private static String bare(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\p{Z}\\s_-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
