package dev.parvis.functions.report.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Numbers, dates and durations as a reader of one language expects them, instants in one zone. Nothing here asks the
 * JDK's locale data for a separator: those change between releases, and a stored report must not.
 */
public final class Formats {
    private static final String[] SHORT_MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private final ReportLanguage language;
    private final ZoneId zone;

    public Formats(ReportLanguage language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    public String count(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /** Grouped by three, a true minus sign, as many decimals as the number's scale, two at most. */
    public String number(BigDecimal value) {
        BigDecimal rounded =
                value.setScale(Math.clamp(value.stripTrailingZeros().scale(), 0, 2), RoundingMode.HALF_UP);
        String[] halves = rounded.abs().toPlainString().split("\\.", 2);
        String grouped = grouped(halves[0]);
        String whole = halves.length == 1 ? grouped : grouped + decimalMark() + halves[1];
        return rounded.signum() < 0 ? "−" + whole : whole;
    }

    private String grouped(String digits) {
        StringBuilder out = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            out.insert(at, groupMark());
        }
        return out.toString();
    }

    private char groupMark() {
        return language == ReportLanguage.FRENCH ? Typography.NARROW : ',';
    }

    private char decimalMark() {
        return language == ReportLanguage.FRENCH ? ',' : '.';
    }

    /** One decimal always, so that figures side by side line up. */
    public String percent(BigDecimal percent) {
        BigDecimal rounded = percent.setScale(1, RoundingMode.HALF_UP);
        String[] halves = rounded.abs().toPlainString().split("\\.", 2);
        String text = grouped(halves[0]) + decimalMark() + halves[1];
        String signed = rounded.signum() < 0 ? "−" + text : text;
        return language == ReportLanguage.FRENCH ? signed + Typography.UNBROKEN + "%" : signed + "%";
    }

    /** The quantity alone; a share of nothing is words, never a percentage. */
    public String quantity(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Count(long value) -> count(value);
            case Quantity.Decimal(BigDecimal value) -> number(value);
            case Quantity.Span(Duration value) -> duration(value);
            case Quantity.Share share ->
                Change.percent(share).map(this::percent).orElse("—");
        };
    }

    /** "32 sur 1 000 abonnés": the numbers behind a percentage. */
    public String base(Quantity.Share share) {
        return count(share.part()) + " " + Wording.OF.in(language) + " " + count(share.base()) + " " + share.of();
    }

    /** The two largest units: "2 h 05 min", "1 min 12 s", "3,4 s", "120 ms". */
    public String duration(Duration duration) {
        Duration length = duration.abs();
        String sign = duration.isNegative() && !length.isZero() ? "−" : "";
        return sign + length(length);
    }

    private String length(Duration length) {
        if (length.toDays() > 0) {
            String day = language == ReportLanguage.FRENCH ? "j" : "d";
            return units(length.toDays(), day, String.valueOf(length.toHoursPart()), "h");
        }
        if (length.toHours() > 0) {
            return units(length.toHours(), "h", pad(length.toMinutesPart()), "min");
        }
        if (length.toMinutes() > 0) {
            return units(length.toMinutes(), "min", pad(length.toSecondsPart()), "s");
        }
        if (length.toMillis() >= 1000) {
            BigDecimal seconds = BigDecimal.valueOf(length.toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
            return number(seconds) + Typography.UNBROKEN + "s";
        }
        return length.toMillis() + String.valueOf(Typography.UNBROKEN) + "ms";
    }

    private static String units(long large, String largeUnit, String small, String smallUnit) {
        char gap = Typography.UNBROKEN;
        String whole = String.valueOf(large) + gap + largeUnit;
        return small.equals("0") || small.equals("00") ? whole : whole + gap + small + gap + smallUnit;
    }

    /** "1er novembre 2026", "1 November 2026". */
    public String day(LocalDate day) {
        return dayOfMonth(day) + " " + month(day) + " " + day.getYear();
    }

    /** For an axis: "01/11", "1 Nov". */
    public String tick(LocalDate day) {
        return language == ReportLanguage.FRENCH
                ? pad(day.getDayOfMonth()) + "/" + pad(day.getMonthValue())
                : day.getDayOfMonth() + " " + SHORT_MONTHS[day.getMonthValue() - 1];
    }

    /** "du 1er au 30 novembre 2026", "1–30 November 2026". */
    public String period(Period period) {
        LocalDate first = period.firstDay();
        LocalDate last = period.lastDay();
        if (first.equals(last)) {
            return (language == ReportLanguage.FRENCH ? "le " : "") + day(first);
        }
        String head = head(first, last);
        return language == ReportLanguage.FRENCH ? "du " + head + " au " + day(last) : head + "–" + day(last);
    }

    private String head(LocalDate first, LocalDate last) {
        if (first.getYear() != last.getYear()) {
            return day(first);
        }
        return first.getMonthValue() == last.getMonthValue()
                ? dayOfMonth(first)
                : dayOfMonth(first) + " " + month(first);
    }

    /** A short date and time in the report's zone: "01/11/2026 09:30", "1 Nov 2026 09:30". */
    public String instant(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        String time = pad(local.getHour()) + ":" + pad(local.getMinute());
        return tick(local.toLocalDate())
                + (language == ReportLanguage.FRENCH ? "/" : " ")
                + local.getYear()
                + Typography.UNBROKEN
                + time;
    }

    /** A long date and time with its zone: "1er novembre 2026 à 09:30 (Europe/Paris)". */
    public String moment(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        String at = language == ReportLanguage.FRENCH ? " à " : " at ";
        return day(local.toLocalDate()) + at + pad(local.getHour()) + ":" + pad(local.getMinute()) + " (" + zone + ")";
    }

    private String dayOfMonth(LocalDate day) {
        return language == ReportLanguage.FRENCH && day.getDayOfMonth() == 1
                ? "1er"
                : String.valueOf(day.getDayOfMonth());
    }

    private String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, language.locale()).toString();
    }

    private static String pad(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
