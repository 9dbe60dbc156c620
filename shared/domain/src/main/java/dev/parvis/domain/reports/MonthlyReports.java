package dev.parvis.domain.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;

import dev.parvis.domain.brands.Brand;

/**
 * Orders a brand's reports month by month: the one of the running month is due six hours into the first of the next,
 * when the last day's figures have been read. Ordering twice is one order; a brand that no longer wants them is asked
 * again when the report is due.
 */
public final class MonthlyReports {
    /** Six hours after midnight in the brand's zone. */
    public static final Duration AFTER_MIDNIGHT = Duration.ofHours(6);

    private final Reports reports;
    private final InstantSource clock;

    public MonthlyReports(Reports reports, InstantSource clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** Orders the report of the month that runs now, if the brand wants monthly reports. */
    public void order(Brand brand) {
        order(brand, YearMonth.from(clock.instant().atZone(brand.zone())));
    }

    /** Orders the report of a month, if the brand wants monthly reports. */
    public void order(Brand brand, YearMonth month) {
        if (!brand.reporting().monthly()) {
            return;
        }
        var period = Period.of(month, brand.zone());
        var report = new Report(
                brand.workspace(),
                new ReportId("M-" + month + "-" + brand.id()),
                brand.id(),
                period,
                brand.reporting().language(),
                true,
                brand.reporting().recipients(),
                List.of(),
                ReportState.WAITING,
                "",
                clock.instant(),
                1);
        reports.create(report, due(period));
    }

    private static Instant due(Period period) {
        return period.end().plus(AFTER_MIDNIGHT);
    }
}
