package dev.parvis.functions.api.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.kernel.json.Json;

/** What cells mean: a row made the body of the call that creates a post. */
final class Cells {
    /** Between channels, and between images. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;|]+");

    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})[ T]+([0-9]{1,2}):([0-9]{2})(:[0-9]{2})?");
    private static final Pattern ISO_WITH_BLANK =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}) +([0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)");
    private static final List<String> NEXT_SLOT = List.of("nextslot", "créneau", "creneau");

    private static final List<Column> LABELS = List.of(Column.THEME, Column.CAMPAIGN, Column.OBJECTIVE);

    private final boolean dayFirst;
    private final List<Channel> channels;
    private final Map<MediaId, Media> media;

    /** @param dayFirst whether 03/04/2026 is the third of April; where it might be March it is not read at all */
    Cells(boolean dayFirst, List<Channel> channels, Map<MediaId, Media> media) {
        this.dayFirst = dayFirst;
        this.channels = List.copyOf(channels);
        this.media = Map.copyOf(media);
    }

    Json body(Sheet.Line line) {
        var body = Json.obj();
        body = with(body, "text", line.cell(Column.TEXT));
        body = with(body, "language", line.cell(Column.LANGUAGE).strip());
        if (Stream.of(Column.LINK, Column.LINK_TITLE, Column.LINK_DESCRIPTION).anyMatch(line.cells()::containsKey)) {
            body = body.with("link", link(line));
        }
        if (line.cells().containsKey(Column.IMAGES)) {
            body = body.with("images", images(line));
        }
        if (line.cells().containsKey(Column.CHANNELS)) {
            body = body.with(
                    "channels",
                    parts(line.cell(Column.CHANNELS)).map(this::channel).toList());
        }
        if (line.cells().containsKey(Column.FIRST_COMMENT)) {
            body = body.with("firstComment", Json.obj("text", line.cell(Column.FIRST_COMMENT)));
        }
        if (LABELS.stream().anyMatch(line.cells()::containsKey)) {
            body = body.with("labels", labels(line));
        }
        return line.cells().containsKey(Column.AT) ? body.with("schedule", schedule(line)) : body;
    }

    private static Json.Obj with(Json.Obj body, String name, String cell) {
        return cell.isEmpty() ? body : body.with(name, cell);
    }

    private static Json link(Sheet.Line line) {
        var link = Json.obj();
        link = with(link, "url", line.cell(Column.LINK).strip());
        link = with(link, "title", line.cell(Column.LINK_TITLE).strip());
        return with(link, "description", line.cell(Column.LINK_DESCRIPTION));
    }

    private static Json labels(Sheet.Line line) {
        var labels = Json.obj();
        for (var label : LABELS) {
            labels = with(labels, label.title(), line.cell(label).strip());
        }
        return labels;
    }

    private static Stream<String> parts(String cell) {
        return BETWEEN.splitAsStream(cell).filter(part -> !part.isEmpty());
    }

    static List<MediaId> media(Sheet.Line line) {
        return parts(line.cell(Column.IMAGES))
                .flatMap(id -> Ids.parsed(id, MediaId::new).stream())
                .toList();
    }

    /** The nth line of the column is the nth image's; where there is none, what the library knows of the image. */
    private List<Json> images(Sheet.Line line) {
        var alts = line.cell(Column.ALTS).lines().toList();
        var ids = parts(line.cell(Column.IMAGES)).toList();
        var images = new ArrayList<Json>();
        for (var i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            var said = i < alts.size() ? alts.get(i).strip() : "";
            var alt = said.isEmpty()
                    ? Ids.parsed(id, MediaId::new)
                            .flatMap(known -> Optional.ofNullable(media.get(known)))
                            .map(Media::alt)
                            .orElse("")
                    : said;
            images.add(Json.obj("media", id, "alt", alt));
        }
        return images;
    }

    /** A channel's id, {@code network:handle}, or the network alone where the brand has one channel there. */
    private String channel(String said) {
        var low = said.toLowerCase(Locale.ROOT);
        var found = channels.stream()
                .filter(channel -> channel.id().value().equals(said)
                        || name(channel).toLowerCase(Locale.ROOT).equals(low)
                        || channel.network().value().equals(low))
                .toList();
        return found.size() == 1 ? found.getFirst().id().value() : said;
    }

    /** How a file calls a channel: in one word, whatever the handle holds, because words part channels. */
    static String name(Channel channel) {
        var handle = channel.handle().startsWith("@") ? channel.handle().substring(1) : channel.handle();
        return channel.network() + ":" + BETWEEN.matcher(handle).replaceAll("_");
    }

    private Json schedule(Sheet.Line line) {
        var at = line.cell(Column.AT).strip();
        if (NEXT_SLOT.contains(at.toLowerCase(Locale.ROOT))) {
            return Json.obj("nextSlot", true);
        }
        return with(
                Json.obj("at", wallClock(at)), "zone", line.cell(Column.ZONE).strip());
    }

    private String wallClock(String at) {
        var iso = ISO_WITH_BLANK.matcher(at);
        if (iso.matches()) {
            return iso.group(1) + "T" + twoDigits(iso.group(2));
        }
        var day = DAY_FIRST.matcher(at);
        if (dayFirst && day.matches()) {
            return day.group(3) + "-" + two(day.group(2)) + "-" + two(day.group(1)) + "T" + two(day.group(4)) + ":"
                    + day.group(5);
        }
        return at;
    }

    private static String twoDigits(String time) {
        return time.indexOf(':') == 1 ? "0" + time : time;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
