package dev.parvis.functions.api.posts;

import java.time.LocalDate;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.evergreen.Entry;
import dev.parvis.domain.evergreen.Queue;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** Evergreen queues and entries as the API shows them. */
final class QueueJson {
    private QueueJson() {}

    static Json of(Queue queue) {
        return Json.obj(
                "id",
                queue.queue().value(),
                "brand",
                queue.brand().value(),
                "name",
                queue.name(),
                "channels",
                queue.channels().stream().map(ChannelId::value).toList(),
                "gapDays",
                queue.gapDays(),
                "perDay",
                queue.perDay(),
                "paused",
                queue.paused(),
                "createdBy",
                queue.createdBy(),
                "createdAt",
                Times.format(queue.createdAt()),
                "version",
                queue.version());
    }

    static Json of(Entry entry) {
        return ContentJson.with(Json.obj("id", entry.id().value()), entry.content())
                .with("labels", ContentJson.labels(entry.labels()))
                .with("until", entry.until().<Object>map(LocalDate::toString).orElse(Json.absent()))
                .with("times", entry.times())
                .with("last", entry.last().<Object>map(Times::format).orElse(Json.absent()))
                .with("paused", entry.paused())
                .with("version", entry.version());
    }
}
