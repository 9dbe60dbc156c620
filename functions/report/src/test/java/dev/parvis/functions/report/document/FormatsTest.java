package dev.parvis.functions.report.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsTest {
    private final Formats french = new Formats(ReportLanguage.FRENCH, SampleReports.PARIS);
    private final Formats english = new Formats(ReportLanguage.ENGLISH, SampleReports.PARIS);

    @Test
    void thousands_are_parted_by_narrow_spaces_in_french_and_by_commas_in_english() {
        assertThat(french.count(1_234_567)).isEqualTo("1\u202f234\u202f567");
        assertThat(english.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(french.count(-999)).isEqualTo("−999");
        assertThat(french.count(Long.MIN_VALUE)).startsWith("−9\u202f223");
        assertThat(french.number(new BigDecimal("1234.5"))).isEqualTo("1\u202f234,5");
        assertThat(english.number(new BigDecimal("0.005"))).isEqualTo("0.01");
    }

    @Test
    void a_percent_sign_stands_off_in_french() {
        assertThat(french.percent(new BigDecimal("1234.5"))).isEqualTo("1\u202f234,5\u00a0%");
        assertThat(english.percent(new BigDecimal("-3.41"))).isEqualTo("−3.4%");
    }

    @Test
    void a_period_is_said_as_people_say_it() {
        assertThat(french.period(period("2026-11-01", "2026-11-30"))).isEqualTo("du 1er au 30 novembre 2026");
        assertThat(french.period(period("2026-10-15", "2026-11-14"))).isEqualTo("du 15 octobre au 14 novembre 2026");
        assertThat(french.period(period("2025-12-29", "2026-01-04")))
                .isEqualTo("du 29 décembre 2025 au 4 janvier 2026");
        assertThat(french.period(period("2026-08-01", "2026-08-01"))).isEqualTo("le 1er août 2026");
        assertThat(english.period(period("2026-11-01", "2026-11-30"))).isEqualTo("1–30 November 2026");
    }

    @Test
    void an_instant_is_told_in_the_zone_of_the_report() {
        Instant justBefore = Instant.parse("2026-10-25T00:59:00Z");

        assertThat(french.instant(justBefore)).isEqualTo("25/10/2026\u00a002:59");
        assertThat(english.moment(justBefore.plusSeconds(60))).isEqualTo("25 October 2026 at 02:00 (Europe/Paris)");
        assertThat(new Formats(ReportLanguage.ENGLISH, ZoneId.of("Asia/Kolkata")).instant(justBefore))
                .isEqualTo("25 Oct 2026\u00a006:29");
    }

    @Test
    void a_duration_has_its_two_largest_units() {
        assertThat(french.duration(Duration.ofMillis(120))).isEqualTo("120\u00a0ms");
        assertThat(french.duration(Duration.ofMillis(3_449))).isEqualTo("3,4\u00a0s");
        assertThat(english.duration(Duration.ofSeconds(75))).isEqualTo("1\u00a0min\u00a015\u00a0s");
        assertThat(english.duration(Duration.ofMinutes(120))).isEqualTo("2\u00a0h");
        assertThat(french.duration(Duration.ofHours(76))).isEqualTo("3\u00a0j\u00a04\u00a0h");
        assertThat(french.duration(Duration.ofSeconds(-5))).isEqualTo("−5\u00a0s");
    }

    @Test
    void french_signs_get_the_spaces_that_printing_wants() {
        assertThat(Typography.set("Quoi ? « oui » : 12 500 € ; 5 % !", ReportLanguage.FRENCH))
                .isEqualTo("Quoi\u202f? «\u00a0oui\u00a0»\u00a0: 12\u202f500\u00a0€\u202f; 5\u00a0%\u202f!");
        assertThat(Typography.set("à 10:30, voir https://a.example/?q=1", ReportLanguage.FRENCH))
                .isEqualTo("à 10:30, voir https://a.example/?q=1");
        assertThat(Typography.set("Quoi ?", ReportLanguage.ENGLISH)).isEqualTo("Quoi ?");
    }

    private static Period period(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last), SampleReports.PARIS);
    }
}
