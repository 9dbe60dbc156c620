package dev.parvis.functions.api.media;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.media.Focus;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.Rights;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.kernel.json.Fields;

/** Reads what is said about a media; everything that is wrong is noted in the fields. */
final class MediaInput {
    /** What may be uploaded, and the most bytes of each. */
    static final Map<String, Long> TYPES = new TreeMap<>(Map.of(
            "image/jpeg", Media.MOST_BYTES,
            "image/png", Media.MOST_BYTES,
            "image/gif", Media.MOST_BYTES,
            "image/webp", Media.MOST_BYTES,
            "video/mp4", Media.MOST_VIDEO_BYTES,
            "video/quicktime", Media.MOST_VIDEO_BYTES));

    private static final int LONGEST_ALT = 1500;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TERMS = 2000;
    private static final int LAST_YEAR = 9998;

    private MediaInput() {}

    static String type(Fields fields) {
        var type = fields.requiredLine("type", 1, 100);
        if (!type.isEmpty() && !TYPES.containsKey(type)) {
            fields.refuse("type", "not_allowed", "must be one of " + String.join(", ", TYPES.keySet()));
        }
        return type;
    }

    static long bytes(Fields fields, String type) {
        return fields.requiredWhole("bytes", 1, TYPES.getOrDefault(type, Media.MOST_BYTES));
    }

    static Optional<String> alt(Fields fields) {
        return fields.optionalText("alt", 0, LONGEST_ALT);
    }

    /** Given, they replace all that was said of them; a last day is one on the brand's clock unless a zone is named. */
    static Optional<Rights> rights(Fields fields, Brand brand) {
        return fields.optionalObject("rights")
                .map(said -> new Rights(
                        said.optionalLine("credit", 0, LONGEST_LINE).orElse(""),
                        said.optionalLine("holder", 0, LONGEST_LINE).orElse(""),
                        said.optionalText("licence", 0, LONGEST_TERMS).orElse(""),
                        source(said),
                        said.optionalText("people", 0, LONGEST_TERMS).orElse(""),
                        expiry(said, brand)));
    }

    private static Optional<Rights.Expiry> expiry(Fields said, Brand brand) {
        var lastDay = Inputs.date(said, "until");
        var zone = Inputs.zone(said, "zone");
        if (lastDay.filter(day -> day.getYear() < 1970 || day.getYear() > LAST_YEAR)
                .isPresent()) {
            said.refuse("until", "not_a_date", "must be a date from 1970 to " + LAST_YEAR);
            return Optional.empty();
        }
        if (said.has("zone") && !said.has("until")) {
            said.refuse("zone", "not_allowed", "goes with until");
        }
        return lastDay.map(day -> new Rights.Expiry(day, zone.orElse(brand.zone())));
    }

    private static String source(Fields said) {
        var source = said.optionalLine("source", 0, LONGEST_TERMS).orElse("");
        if (!source.isEmpty() && !isWebUrl(source)) {
            said.refuse("source", "malformed", "must be an absolute http or https URL");
        }
        return source;
    }

    private static boolean isWebUrl(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    static Optional<Focus> focus(Fields fields) {
        return fields.optionalObject("focus").map(said -> new Focus(coordinate(said, "x"), coordinate(said, "y")));
    }

    private static double coordinate(Fields said, String name) {
        var number = said.raw(name).number().filter(value -> value.abs().compareTo(BigDecimal.ONE) <= 0);
        if (number.isEmpty()) {
            said.refuse(name, "malformed", "must be a number from -1 to 1");
        }
        return number.map(BigDecimal::doubleValue).orElse(0.0);
    }
}
