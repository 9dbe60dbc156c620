package dev.parvis.table;

import java.time.LocalDate;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.sheets.Handle;
import dev.parvis.domain.sheets.HashtagSet;
import dev.parvis.domain.sheets.Objective;
import dev.parvis.domain.sheets.Rhythm;
import dev.parvis.domain.sheets.Sheet;

/** A brand's sheet in one row. */
final class SheetCodec implements Codec<Sheet> {
    @Override
    public Key key(Sheet sheet) {
        return Keys.sheet(sheet.workspace(), sheet.brand());
    }

    @Override
    public Attributes encode(Sheet sheet) {
        var names = sheet.names();
        var aims = sheet.aims();
        return Attributes.at(key(sheet))
                .textUnlessEmpty("tone", sheet.voice().tone())
                .textUnlessEmpty("audience", sheet.voice().audience())
                .textUnlessEmpty("charter", sheet.voice().charter())
                .texts("themes", aims.themes())
                .texts("campaigns", aims.campaigns())
                .maps(
                        "objectives",
                        aims.objectives().stream().map(SheetCodec::objective).toList())
                .maps("rhythms", aims.rhythms().stream().map(SheetCodec::rhythm).toList())
                .maps(
                        "handles",
                        names.handles().stream().map(SheetCodec::handle).toList())
                .texts("sites", names.sites())
                .maps("hashtags", names.hashtags().stream().map(SheetCodec::set).toList())
                .number("version", sheet.version());
    }

    @Override
    public Sheet decode(Row row) {
        return new Sheet(
                row.key().workspace(),
                new BrandId(row.key().after(Keys.SHEET)),
                new Sheet.Voice(row.textOrEmpty("tone"), row.textOrEmpty("audience"), row.textOrEmpty("charter")),
                new Sheet.Aims(
                        row.texts("themes"),
                        row.texts("campaigns"),
                        row.maps("objectives").stream()
                                .map(SheetCodec::objective)
                                .toList(),
                        row.maps("rhythms").stream().map(SheetCodec::rhythm).toList()),
                new Sheet.Names(
                        row.maps("handles").stream().map(SheetCodec::handle).toList(),
                        row.texts("sites"),
                        row.maps("hashtags").stream().map(SheetCodec::set).toList()),
                row.number("version"));
    }

    private static Attributes objective(Objective objective) {
        return new Attributes()
                .text("name", objective.name())
                .text("metric", objective.metric().name())
                .number("target", objective.target())
                .text("by", objective.by().toString());
    }

    private static Objective objective(Row row) {
        return new Objective(
                row.text("name"),
                row.as("metric", Metric::valueOf),
                row.number("target"),
                row.as("by", LocalDate::parse));
    }

    private static Attributes rhythm(Rhythm rhythm) {
        return new Attributes().text("channel", rhythm.channel().value()).number("perWeek", rhythm.postsPerWeek());
    }

    private static Rhythm rhythm(Row row) {
        return new Rhythm(row.as("channel", ChannelId::new), Math.toIntExact(row.number("perWeek")));
    }

    private static Attributes handle(Handle handle) {
        return new Attributes().text("network", handle.network().value()).text("name", handle.name());
    }

    private static Handle handle(Row row) {
        return new Handle(row.as("network", NetworkId::new), row.text("name"));
    }

    private static Attributes set(HashtagSet set) {
        return new Attributes()
                .text("name", set.name())
                .texts("tags", set.tags())
                .flag("common", set.common());
    }

    private static HashtagSet set(Row row) {
        return new HashtagSet(row.text("name"), row.texts("tags"), row.flag("common"));
    }
}
