package dev.parvis.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.series.Edition;
import dev.parvis.domain.series.Recurrence;
import dev.parvis.domain.series.Series;
import dev.parvis.domain.series.SeriesId;
import dev.parvis.domain.series.SeriesState;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Series. Skipped times and editions stand in the row of work, which may thus outgrow its kilobyte: it is claimed once a
 * day.
 */
final class SeriesCodec implements WorkCodec<Series> {
    @Override
    public Key key(WorkspaceId workspace, String id) {
        var dot = id.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("the id of a series' work names its brand and its series");
        }
        return Keys.series(workspace, new BrandId(id.substring(0, dot)), new SeriesId(id.substring(dot + 1)).value());
    }

    @Override
    public String id(Key key) {
        return key.after(Keys.SERIES).replace('#', '.');
    }

    @Override
    public Attributes encode(Series series) {
        var recurrence = series.recurrence();
        return Attributes.at(key(series))
                .text("rule", recurrence.rule())
                .text("first", recurrence.first().toString())
                .text("zone", recurrence.zone().getId())
                .texts(
                        "skipped",
                        series.skipped().stream().map(LocalDateTime::toString).toList())
                .text("until", series.until().map(LocalDate::toString))
                .maps(
                        "editions",
                        series.editions().stream().map(SeriesCodec::edition).toList())
                .text("state", series.state().name())
                .instant("madeUntil", series.madeUntil())
                .text("createdBy", series.createdBy())
                .instant("createdAt", series.createdAt())
                .number("version", series.version());
    }

    private static Attributes edition(Edition edition) {
        return new Attributes()
                .text("id", edition.id())
                .text("from", edition.from().toString());
    }

    @Override
    public Series decode(Row row) {
        var id = id(row.key());
        var dot = id.indexOf('.');
        return new Series(
                row.key().workspace(),
                new SeriesId(id.substring(dot + 1)),
                new BrandId(id.substring(0, dot)),
                new Recurrence(row.text("rule"), row.as("first", LocalDateTime::parse), row.as("zone", ZoneId::of)),
                row.texts("skipped").stream()
                        .map(text -> row.as("skipped", LocalDateTime::parse, text))
                        .toList(),
                row.has("until") ? Optional.of(row.as("until", LocalDate::parse)) : Optional.empty(),
                row.maps("editions").stream()
                        .map(part -> new Edition(part.text("id"), part.as("from", LocalDate::parse)))
                        .toList(),
                row.as("state", SeriesState::valueOf),
                row.instant("madeUntil"),
                row.text("createdBy"),
                row.instant("createdAt"),
                row.number("version"));
    }
}
