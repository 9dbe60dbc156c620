package dev.parvis.functions.report.data;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.reports.Period;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.kernel.json.Json;

/**
 * A data set as the file that is kept: the same numbers give the same bytes. A reading is what it is by its shape:
 * {@code measured} with its endpoint, field and time; {@code notProvided}; {@code failed} with its time.
 */
public final class DatasetJson {
    /** 2,000 posts of both periods make 5 MB. */
    public static final int MOST_BYTES = 48 << 20;

    private static final String FORM = "parvis report 1";

    private DatasetJson() {}

    public static byte[] write(Dataset data) {
        return (json(data) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #write} wrote; anything else is a fault. */
    public static Dataset read(byte[] bytes) {
        var json = Json.parse(bytes, MOST_BYTES);
        if (!json.at("form").textOr("").equals(FORM)) {
            throw new IllegalStateException("the frozen data set is not of the form \"" + FORM + "\"");
        }
        return new Dataset(
                about(json.at("about")),
                json.at("channels").items().stream().map(DatasetJson::channel).toList(),
                half(json.at("now"), zone(json)),
                half(json.at("before"), zone(json)));
    }

    private static Json json(Dataset data) {
        var about = data.about();
        return Json.obj(
                "form", FORM,
                "about",
                        Json.obj(
                                "report", about.report(),
                                "workspace", about.workspace(),
                                "brand", about.brand(),
                                "language", about.language(),
                                "monthly", about.monthly(),
                                "zone", about.period().zone().getId(),
                                "from", about.period().from().toString(),
                                "to", about.period().to().toString(),
                                "since", about.since(),
                                "frozenAt", about.frozenAt()),
                "channels", data.channels().stream().map(DatasetJson::json).toList(),
                "now", json(data.now()),
                "before", json(data.before()));
    }

    private static Json json(ChannelData channel) {
        return Json.obj(
                "id", channel.id(),
                "network", channel.network(),
                "handle", channel.handle(),
                "followers",
                        channel.followers().stream()
                                .map(day -> Json.obj("day", day.day().toString(), "reading", json(day.reading())))
                                .toList());
    }

    private static Json json(PeriodData half) {
        var byDay = new LinkedHashMap<String, Long>();
        half.mentionsByDay().forEach((day, count) -> byDay.put(day.toString(), count));
        return Json.obj(
                "from", half.period().from().toString(),
                "to", half.period().to().toString(),
                "posts", half.posts().stream().map(DatasetJson::json).toList(),
                "notOut", half.notOut(),
                "mentionsByDay", byDay,
                "mentions", half.mentions().stream().map(DatasetJson::json).toList(),
                "interactions", half.interactions(),
                "decisions", half.decisions());
    }

    private static Json json(PostData post) {
        var readings = new LinkedHashMap<String, Json>();
        post.readings().forEach((metric, reading) -> readings.put(metric.name(), json(reading)));
        return Json.obj(
                "post", post.post(),
                "channel", post.channel(),
                "network", post.network(),
                "text", post.text(),
                "url", post.url(),
                "dueAt", post.dueAt(),
                "publishedAt", post.publishedAt(),
                "readings", readings);
    }

    private static Json json(MentionData mention) {
        return Json.obj(
                "author", mention.author(),
                "where", mention.where(),
                "url", mention.url(),
                "publishedAt", mention.publishedAt(),
                "foundAt", mention.foundAt(),
                "text", mention.text());
    }

    private static Json json(Reading reading) {
        return switch (reading) {
            case Reading.Measured(var value, var endpoint, var field, var at) ->
                Json.obj("measured", value, "endpoint", endpoint, "field", field, "at", at);
            case Reading.NotProvided(var reason) -> Json.obj("notProvided", reason);
            case Reading.Failed(var reason, var at) -> Json.obj("failed", reason, "at", at);
        };
    }

    private static Dataset.About about(Json json) {
        return new Dataset.About(
                text(json, "report"),
                text(json, "workspace"),
                text(json, "brand"),
                Language.valueOf(text(json, "language")),
                json.at("monthly").truth().orElse(false),
                period(json, ZoneId.of(text(json, "zone"))),
                instant(json, "since"),
                instant(json, "frozenAt"));
    }

    private static ZoneId zone(Json json) {
        return ZoneId.of(text(json.at("about"), "zone"));
    }

    private static Period period(Json json, ZoneId zone) {
        return new Period(LocalDate.parse(text(json, "from")), LocalDate.parse(text(json, "to")), zone);
    }

    private static ChannelData channel(Json json) {
        return new ChannelData(
                text(json, "id"),
                text(json, "network"),
                text(json, "handle"),
                json.at("followers").items().stream()
                        .map(day -> new ChannelData.Day(LocalDate.parse(text(day, "day")), reading(day.at("reading"))))
                        .toList());
    }

    private static PeriodData half(Json json, ZoneId zone) {
        var byDay = new TreeMap<LocalDate, Long>();
        counts(json.at("mentionsByDay")).forEach((day, count) -> byDay.put(LocalDate.parse(day), count));
        return new PeriodData(
                period(json, zone),
                json.at("posts").items().stream().map(DatasetJson::post).toList(),
                counts(json.at("notOut")),
                byDay,
                json.at("mentions").items().stream().map(DatasetJson::mention).toList(),
                counts(json.at("interactions")),
                counts(json.at("decisions")));
    }

    private static PostData post(Json json) {
        var readings = new EnumMap<Metric, Reading>(Metric.class);
        json.at("readings")
                .fields()
                .forEach((metric, reading) -> readings.put(Metric.valueOf(metric), reading(reading)));
        return new PostData(
                text(json, "post"),
                text(json, "channel"),
                text(json, "network"),
                text(json, "text"),
                text(json, "url"),
                instant(json, "dueAt"),
                instant(json, "publishedAt"),
                readings);
    }

    private static MentionData mention(Json json) {
        return new MentionData(
                text(json, "author"),
                text(json, "where"),
                text(json, "url"),
                instant(json, "publishedAt"),
                instant(json, "foundAt"),
                text(json, "text"));
    }

    private static Reading reading(Json json) {
        if (!json.at("measured").isMissing()) {
            return new Reading.Measured(
                    whole(json, "measured"), text(json, "endpoint"), text(json, "field"), instant(json, "at"));
        }
        return json.at("notProvided")
                .text()
                .<Reading>map(Reading.NotProvided::new)
                .orElseGet(() -> new Reading.Failed(text(json, "failed"), instant(json, "at")));
    }

    private static Map<String, Long> counts(Json json) {
        var counts = new TreeMap<String, Long>();
        json.fields().keySet().forEach(name -> counts.put(name, whole(json, name)));
        return counts;
    }

    private static String text(Json json, String name) {
        return json.at(name).text().orElseThrow(() -> missing(name));
    }

    private static long whole(Json json, String name) {
        return json.at(name).whole().orElseThrow(() -> missing(name));
    }

    private static Instant instant(Json json, String name) {
        return json.at(name).instant().orElseThrow(() -> missing(name));
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("the frozen data set lacks \"" + name + "\"");
    }
}
