package dev.parvis.functions.api.brands;

import java.util.Locale;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Reporting;
import dev.parvis.domain.mentions.Watch;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** Brands as the API shows and takes them. */
final class BrandJson {
    private static final int LONGEST_WORD = 80;
    private static final int MOST_RECIPIENTS = 10;

    private BrandJson() {}

    static Json of(Brand brand) {
        return Json.obj(
                "id",
                brand.id().value(),
                "name",
                brand.name(),
                "zone",
                brand.zone().getId(),
                "watch",
                Json.obj(
                        "words", brand.watch().words(), "without", brand.watch().without()),
                "reporting",
                Json.obj(
                        "monthly",
                        brand.reporting().monthly(),
                        "language",
                        brand.reporting().language().name().toLowerCase(Locale.ROOT),
                        "recipients",
                        brand.reporting().recipients()),
                "latenessSeconds",
                brand.lateness().toSeconds(),
                "createdAt",
                Times.format(brand.createdAt()),
                "version",
                brand.version());
    }

    static Optional<Watch> watch(Fields fields) {
        return fields.optionalObject("watch")
                .map(watch -> new Watch(
                        watch.texts("words", Watch.MOST_WORDS, LONGEST_WORD),
                        watch.texts("without", Watch.MOST_WORDS, LONGEST_WORD)));
    }

    static Optional<Reporting> reporting(Fields fields, Language otherwise) {
        return fields.optionalObject("reporting")
                .map(reporting -> new Reporting(
                        reporting.optionalTruth("monthly").orElse(false),
                        reporting.optionalChoice("language", Language.class).orElse(otherwise),
                        Inputs.addresses(reporting, "recipients", MOST_RECIPIENTS)));
    }
}
