package dev.parvis.table;

import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.replies.Regular;
import dev.parvis.domain.replies.Regular.Turn;
import dev.parvis.domain.replies.Regulars;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** A row for each author on each channel, which the table removes some time after the last reply. */
final class TableRegulars implements Regulars {
    private final Rows rows;

    TableRegulars(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Regular> find(WorkspaceId workspace, ChannelId channel, String author) {
        return rows.latest(ReplyKeys.regular(workspace, channel, author)).map(row -> decode(row, channel));
    }

    @Override
    public Change<Regular> write(Regular regular) {
        var condition = regular.version() == 0 ? Expression.NEW : Expression.version(regular.version());
        return switch (rows.put(encode(regular), condition)) {
            case Wrote.Done(Row row) -> new Change.Done<>(decode(row, regular.channel()));
            case Wrote.Lost lost ->
                lost.there()
                        .<Change<Regular>>map(row -> new Change.Conflict<>(decode(row, regular.channel())))
                        .orElseGet(Change.Missing::new);
        };
    }

    private static Attributes encode(Regular regular) {
        var row = Attributes.at(ReplyKeys.regular(regular.workspace(), regular.channel(), regular.author()))
                .maps(
                        "turns",
                        regular.turns().stream().map(TableRegulars::encode).toList())
                .number("version", regular.version() + 1);
        return regular.turns().isEmpty()
                ? row
                : row.number(
                        "ttl", regular.turns().getLast().at().plus(Regular.KEPT).getEpochSecond());
    }

    private static Attributes encode(Turn turn) {
        return new Attributes()
                .text("interaction", turn.interaction())
                .text("thread", turn.thread())
                .text("post", turn.post().value())
                .instant("at", turn.at());
    }

    private static Regular decode(Row row, ChannelId channel) {
        return new Regular(
                row.key().workspace(),
                channel,
                row.key().sk(),
                row.maps("turns").stream()
                        .map(turn -> new Turn(
                                turn.text("interaction"),
                                turn.text("thread"),
                                turn.as("post", PostId::new),
                                turn.instant("at")))
                        .toList(),
                row.number("version"));
    }
}
