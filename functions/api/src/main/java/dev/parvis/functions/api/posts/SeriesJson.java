package dev.parvis.functions.api.posts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.series.Edition;
import dev.parvis.domain.series.Occurrence;
import dev.parvis.domain.series.Saying;
import dev.parvis.domain.series.Series;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** Series as the API shows them. */
final class SeriesJson {
    private SeriesJson() {}

    static Json.Obj of(Series series) {
        return Json.obj(
                "id",
                series.series().value(),
                "brand",
                series.brand().value(),
                "rule",
                series.recurrence().rule(),
                "first",
                series.recurrence().first().toString(),
                "zone",
                series.recurrence().zone().getId(),
                "until",
                series.until().<Object>map(LocalDate::toString).orElse(Json.absent()),
                "skipped",
                series.skipped().stream().map(LocalDateTime::toString).toList(),
                "state",
                series.state().name().toLowerCase(Locale.ROOT),
                "createdBy",
                series.createdBy(),
                "createdAt",
                Times.format(series.createdAt()),
                "version",
                series.version());
    }

    static Json of(Series series, List<Saying> sayings) {
        return of(series)
                .with(
                        "editions",
                        series.editions().stream()
                                .flatMap(edition -> sayings.stream()
                                        .filter(saying -> saying.edition().equals(edition.id()))
                                        .map(saying -> edition(edition, saying)))
                                .toList());
    }

    private static Json edition(Edition edition, Saying saying) {
        return ContentJson.with(Json.obj(), saying.content())
                .with("from", edition.from().toString())
                .with("labels", ContentJson.labels(saying.labels()))
                .with(
                        "channels",
                        saying.channels().stream().map(ChannelId::value).toList());
    }

    /** @param state where its post stands, or why there is none */
    static Json of(Occurrence occurrence, String state) {
        return Json.obj(
                "at",
                occurrence.meant().toString(),
                "schedule",
                PostJson.schedule(occurrence.schedule()),
                "post",
                occurrence.post().value(),
                "state",
                state);
    }
}
