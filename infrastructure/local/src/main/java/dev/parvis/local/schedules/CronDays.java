package dev.parvis.local.schedules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** Which days of a month a cron expression means; AWS wants one of the two day fields to be a question mark. */
@FunctionalInterface
interface CronDays {

    boolean allows(LocalDate day);

    static CronDays parse(String dayOfMonth, String dayOfWeek) {
        boolean noMonthDay = dayOfMonth.equals("?");
        if (noMonthDay == dayOfWeek.equals("?")) {
            throw new IllegalArgumentException("one of day-of-month and day-of-week must be a question mark, not both");
        }
        return noMonthDay ? ofWeek(dayOfWeek.toUpperCase(Locale.ROOT)) : ofMonth(dayOfMonth.toUpperCase(Locale.ROOT));
    }

    private static CronDays ofMonth(String text) {
        if (text.equals("L")) {
            return day -> day.getDayOfMonth() == day.lengthOfMonth();
        }
        if (text.endsWith("W")) {
            int wanted = Integer.parseInt(text.substring(0, text.length() - 1));
            return day -> day.equals(nearestWeekday(YearMonth.from(day), wanted));
        }
        CronField field = CronField.parse(text, 1, 31, java.util.List.of());
        return day -> field.allows(day.getDayOfMonth());
    }

    private static CronDays ofWeek(String text) {
        int hash = text.indexOf('#');
        if (hash > 0) {
            CronField field = week(text.substring(0, hash));
            int nth = Integer.parseInt(text.substring(hash + 1));
            return day -> field.allows(number(day)) && (day.getDayOfMonth() - 1) / 7 + 1 == nth;
        }
        if (text.endsWith("L") && text.length() > 1) {
            CronField field = week(text.substring(0, text.length() - 1));
            return day -> field.allows(number(day)) && day.getDayOfMonth() + 7 > day.lengthOfMonth();
        }
        CronField field = text.equals("L") ? week("7") : week(text);
        return day -> field.allows(number(day));
    }

    private static CronField week(String text) {
        return CronField.parse(text, 1, 7, CronField.DAYS);
    }

    /** AWS counts from Sunday, 1. */
    private static int number(LocalDate day) {
        return day.getDayOfWeek().getValue() % 7 + 1;
    }

    private static LocalDate nearestWeekday(YearMonth month, int wanted) {
        LocalDate day = month.atDay(Math.min(wanted, month.lengthOfMonth()));
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.getDayOfMonth() == 1 ? day.plusDays(2) : day.minusDays(1);
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return day.getDayOfMonth() == month.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
        }
        return day;
    }
}
