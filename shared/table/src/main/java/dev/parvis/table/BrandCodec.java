package dev.parvis.table;

import java.time.ZoneId;

import dev.parvis.domain.brands.Approver;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Publishing;
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
        var row = Attributes.at(key(brand))
                .text("name", brand.name())
                .text("zone", brand.zone().getId())
                .texts("words", brand.watch().words())
                .texts("without", brand.watch().without())
                .map("reporting", reporting)
                .seconds("lateness", brand.lateness())
                .instant("createdAt", brand.createdAt())
                .number("version", brand.version());
        if (!brand.approving().equals(Approving.NOBODY)) {
            row.map("approving", approving(brand.approving()));
        }
        if (!brand.publishing().equals(Publishing.PLAIN)) {
            row.map("publishing", publishing(brand.publishing()));
        }
        return row;
    }

    private static Attributes publishing(Publishing publishing) {
        var row = new Attributes().flag("altRequired", publishing.altRequired());
        publishing.utm().ifPresent(utm -> row.map("utm", ContentCodec.template(utm)));
        return row;
    }

    private static Publishing publishing(Row row) {
        return new Publishing(row.flag("altRequired"), row.mapIf("utm").map(ContentCodec::template));
    }

    private static Attributes approving(Approving approving) {
        return new Attributes()
                .text("policy", approving.policy().name())
                .maps(
                        "approvers",
                        approving.approvers().stream()
                                .map(approver -> new Attributes()
                                        .text("name", approver.name())
                                        .text("email", approver.email())
                                        .text("language", approver.language().name()))
                                .toList());
    }

    private static Approving approving(Row row) {
        var approvers = row.maps("approvers").stream()
                .map(each ->
                        new Approver(each.text("name"), each.text("email"), each.as("language", Language::valueOf)))
                .toList();
        return new Approving(row.as("policy", Approving.Policy::valueOf), approvers);
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
                row.mapIf("approving").map(BrandCodec::approving).orElse(Approving.NOBODY),
                row.mapIf("publishing").map(BrandCodec::publishing).orElse(Publishing.PLAIN),
                row.instant("createdAt"),
                row.number("version"));
    }
}
