package dev.parvis.functions.api.brands;

import java.util.List;

import dev.parvis.domain.sheets.Handle;
import dev.parvis.domain.sheets.HashtagSet;
import dev.parvis.domain.sheets.Objective;
import dev.parvis.domain.sheets.Rhythm;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.kernel.json.Json;

/** A brand's sheet as the API shows it. */
final class SheetJson {
    private SheetJson() {}

    static Json of(Sheet sheet) {
        return Json.obj(
                "brand",
                sheet.brand().value(),
                "tone",
                sheet.voice().tone(),
                "audience",
                sheet.voice().audience(),
                "charter",
                sheet.voice().charter(),
                "themes",
                sheet.aims().themes(),
                "campaigns",
                sheet.aims().campaigns(),
                "objectives",
                sheet.aims().objectives().stream().map(SheetJson::objective).toList(),
                "rhythms",
                sheet.aims().rhythms().stream().map(SheetJson::rhythm).toList(),
                "handles",
                handles(sheet),
                "sites",
                sheet.names().sites(),
                "hashtagSets",
                sheet.names().hashtags().stream().map(SheetJson::set).toList(),
                "version",
                sheet.version());
    }

    private static List<Json.Obj> handles(Sheet sheet) {
        return sheet.names().handles().stream().map(SheetJson::handle).toList();
    }

    private static Json.Obj handle(Handle handle) {
        return Json.obj("network", handle.network().value(), "handle", handle.name());
    }

    private static Json.Obj objective(Objective objective) {
        return Json.obj(
                "name",
                objective.name(),
                "metric",
                objective.metric().wire(),
                "target",
                objective.target(),
                "by",
                objective.by().toString());
    }

    private static Json.Obj rhythm(Rhythm rhythm) {
        return Json.obj("channel", rhythm.channel().value(), "postsPerWeek", rhythm.postsPerWeek());
    }

    private static Json.Obj set(HashtagSet set) {
        return Json.obj("name", set.name(), "tags", set.tags(), "common", set.common());
    }
}
