package dev.parvis.table;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.evergreen.Queue;
import dev.parvis.domain.evergreen.QueueId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Evergreen queues, under their brand. */
final class QueueCodec implements WorkCodec<Queue> {
    @Override
    public Key key(WorkspaceId workspace, String id) {
        var dot = id.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("the id of a queue's work names its brand and its queue");
        }
        return Keys.queue(workspace, new BrandId(id.substring(0, dot)), new QueueId(id.substring(dot + 1)).value());
    }

    @Override
    public String id(Key key) {
        return key.after(Keys.QUEUE).replace('#', '.');
    }

    @Override
    public Attributes encode(Queue queue) {
        return Attributes.at(key(queue))
                .text("name", queue.name())
                .texts(
                        "channels",
                        queue.channels().stream().map(ChannelId::value).toList())
                .number("gapDays", queue.gapDays())
                .number("perDay", queue.perDay())
                .flag("paused", queue.paused())
                .text("createdBy", queue.createdBy())
                .instant("createdAt", queue.createdAt())
                .number("version", queue.version());
    }

    @Override
    public Queue decode(Row row) {
        var id = id(row.key());
        var dot = id.indexOf('.');
        return new Queue(
                row.key().workspace(),
                new QueueId(id.substring(dot + 1)),
                new BrandId(id.substring(0, dot)),
                row.text("name"),
                row.texts("channels").stream()
                        .map(text -> row.as("channels", ChannelId::new, text))
                        .toList(),
                row.count("gapDays"),
                row.count("perDay"),
                row.flag("paused"),
                row.text("createdBy"),
                row.instant("createdAt"),
                row.number("version"));
    }
}
