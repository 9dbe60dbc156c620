package dev.parvis.functions.report;

import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;

import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.reports.MonthlyReports;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportState;
import dev.parvis.functions.report.data.Collector;

/** Sees one report through, from where it stands. */
final class Reporter {
    private final Brands brands;
    private final MonthlyReports monthly;
    private final Collector collector;
    private final ReportFiles files;
    private final Mailings mailings;
    private final Outcomes outcomes;
    private final InstantSource clock;

    /** Who it is of, and the series it may belong to. */
    record Orders(Brands brands, MonthlyReports monthly) {}

    /** How it is made. */
    record Steps(Collector collector, ReportFiles files, Mailings mailings) {}

    Reporter(Orders orders, Steps steps, Outcomes outcomes, InstantSource clock) {
        this.brands = orders.brands();
        this.monthly = orders.monthly();
        this.collector = steps.collector();
        this.files = steps.files();
        this.mailings = steps.mailings();
        this.outcomes = outcomes;
        this.clock = clock;
    }

    void report(Claim<Report> claim) {
        switch (claim.work().state()) {
            case WAITING -> order(claim);
            case STORED -> mail(claim);
            case READY, FAILED -> outcomes.over(claim);
        }
    }

    private void order(Claim<Report> claim) {
        var report = claim.work();
        var brand = brands.find(report.workspace(), report.brand());
        if (brand.isEmpty()) {
            outcomes.failed(claim, "the brand was removed");
        } else if (report.monthly() && !brand.get().reporting().monthly()) {
            outcomes.failed(claim, "the brand wants no monthly reports any more");
        } else {
            make(claim, brand.get());
        }
    }

    private void make(Claim<Report> claim, Brand brand) {
        var report = asWantedToday(claim.work(), brand);
        if (report.monthly()) {
            monthly.order(brand, YearMonth.from(report.period().to()).plusMonths(1));
        }
        var started = clock.instant();
        var data = files.freeze(report, collector.collect(report, brand));
        var made = files.make(report, data);
        var stored = report.in(ReportState.STORED, "", report.mailed());
        if (outcomes.reached(claim, stored)) {
            logged(stored, made, Duration.between(started, clock.instant()));
            mailings.mail(claim, stored, data);
        }
    }

    /** A month's report was ordered a month ago: who reads it, and in which language, is as the brand says today. */
    private static Report asWantedToday(Report report, Brand brand) {
        if (!report.monthly()) {
            return report;
        }
        return new Report(
                report.workspace(),
                report.report(),
                report.brand(),
                report.period(),
                brand.reporting().language(),
                true,
                brand.reporting().recipients(),
                report.mailed(),
                report.state(),
                report.reason(),
                report.createdAt(),
                report.version());
    }

    private void logged(Report report, ReportFiles.Made made, Duration took) {
        var log = outcomes.log(report);
        log.info("report.stored", "pages", made.pages(), "bytes", made.bytes(), "ms", took);
        if (!made.missing().isEmpty()) {
            log.warn("report.glyphs", "missing", made.missing());
        }
    }

    private void mail(Claim<Report> claim) {
        files.frozen(claim.work())
                .ifPresentOrElse(
                        data -> mailings.mail(claim, claim.work(), data),
                        () -> outcomes.failed(claim, "its files were erased before it was mailed"));
    }
}
