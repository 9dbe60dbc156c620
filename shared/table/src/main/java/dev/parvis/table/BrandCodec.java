package dev.parvis.table;

import java.time.ZoneId;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Reporting;
import dev.parvis.domain.mentions.Watch;
import dev.parvis.domain.workspaces.Language;

/** Client brands. */
final class BrandCodec implements Codec<Brand> {
    @Override
    public Key key(Brand brand) {
        return Keys.brand(brand.workspace(), brand.id());
    }

    @Override
    public Attributes encode(Brand brand) {
        var reporting = new Attributes()
                .flag("monthly", brand.reporting().monthly())
                .text("language", brand.reporting().language().name())
                .texts("recipients", brand.reporting().recipients());
        return Attributes.at(key(brand))
                .text("name", brand.name())
                .text("zone", brand.zone().getId())
                .texts("words", brand.watch().words())
                .texts("without", brand.watch().without())
                .map("reporting", reporting)
                .seconds("lateness", brand.lateness())
                .instant("createdAt", brand.createdAt())
                .number("version", brand.version());
    }

    @Override
    public Brand decode(Row row) {
        var reporting = row.map("reporting");
        return new Brand(
                row.key().workspace(),
                new BrandId(row.key().after(Keys.BRAND)),
                row.text("name"),
                row.as("zone", ZoneId::of),
                new Watch(row.texts("words"), row.texts("without")),
                new Reporting(
                        reporting.flag("monthly"),
                        reporting.as("language", Language::valueOf),
                        reporting.texts("recipients")),
                row.seconds("lateness"),
                row.instant("createdAt"),
                row.number("version"));
    }
}
