package dev.parvis.networks.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Dates as feeds write them: RFC 822 with two or four digits of year, with or without a weekday and seconds, zones by
 * offset or by the names that RFC 822 and newspapers use; ISO 8601 with or without a zone (then UTC) or a time. What is
 * neither, or before 1990, is no date.
 */
final class FeedDates {
    private static final int LONGEST = 64;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("gmt", 0),
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("z", 0),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("bst", 1),
            Map.entry("cet", 1),
            Map.entry("cest", 2),
            Map.entry("met", 1),
            Map.entry("mest", 2));

    private FeedDates() {}

    static Optional<Instant> parse(String written) {
        var text = written.strip();
        if (text.length() > LONGEST || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var isIso = text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
            return (isIso ? iso(text) : rfc822(text)).filter(at -> at.isAfter(EARLIEST));
        } catch (DateTimeException | NumberFormatException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> iso(String text) {
        var date = LocalDate.parse(text.substring(0, 10));
        if (text.length() == 10) {
            return Optional.of(date.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        var rest = text.substring(11).strip();
        var zoneAt = zoneAt(rest);
        var time = LocalTime.parse(rest.substring(0, zoneAt).strip());
        return offset(rest.substring(zoneAt).strip())
                .map(offset -> LocalDateTime.of(date, time).toInstant(offset));
    }

    /** Where a time of day ends and its zone begins. */
    private static int zoneAt(String time) {
        var i = 0;
        while (i < time.length() && (Character.isDigit(time.charAt(i)) || ":.".indexOf(time.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    /** {@code [Thu,] 15 Jan [20]26 10:00[:00] [+0100|GMT|CET]}. */
    private static Optional<Instant> rfc822(String text) {
        var words = words(text);
        if (words.size() < 4) {
            return Optional.empty();
        }
        var month = month(words.get(1));
        if (month.isEmpty() && month(words.get(0)).isPresent()) {
            return Optional.empty();
        }
        var date = LocalDate.of(year(words.get(2)), month.orElseThrow(FeedDates::noMonth), number(words.get(0)));
        var time = time(words.get(3));
        var zone = words.size() > 4 ? offset(words.get(4)) : Optional.of(ZoneOffset.UTC);
        return zone.map(offset -> LocalDateTime.of(date, time).toInstant(offset));
    }

    private static DateTimeException noMonth() {
        return new DateTimeException("no month");
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : text.replace(',', ' ').split("\\s+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        var weekdayFirst =
                !words.isEmpty() && !Character.isDigit(words.getFirst().charAt(0));
        return weekdayFirst ? words.subList(1, words.size()) : words;
    }

    private static Optional<Integer> month(String word) {
        var at = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT));
        return at < 0 ? Optional.empty() : Optional.of(at + 1);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int year(String digits) {
        var year = number(digits);
        return digits.length() > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static LocalTime time(String text) {
        var padded = text.indexOf(':') == 1 ? "0" + text : text;
        return LocalTime.parse(padded, DateTimeFormatter.ISO_LOCAL_TIME);
    }

    /** {@code +01:00}, {@code +0100}, {@code +01} or a name; nothing is UTC; an unknown name is no zone at all. */
    private static Optional<ZoneOffset> offset(String zone) {
        if (zone.isEmpty()) {
            return Optional.of(ZoneOffset.UTC);
        }
        if (zone.charAt(0) == '+' || zone.charAt(0) == '-') {
            return Optional.of(ZoneOffset.of(zone));
        }
        return Optional.ofNullable(ZONES.get(zone.toLowerCase(Locale.ROOT))).map(ZoneOffset::ofHours);
    }
}
