package dev.parvis.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.EndpointId;
import dev.parvis.domain.notices.Sent;
import dev.parvis.domain.notices.SentLog;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.time.Times;

/** What was sent, a partition per endpoint, by when it happened. */
final class TableSentLog implements SentLog {
    private final Rows rows;

    TableSentLog(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void keep(Sent sent) {
        var event = sent.event();
        var detail = new Attributes();
        event.detail().forEach(detail::text);
        rows.put(Attributes.at(key(event.workspace(), sent.endpoint(), event.at(), event.id()))
                .text("event", event.type().name())
                .map("detail", detail)
                .maps(
                        "tries",
                        sent.tries().stream()
                                .map(each -> new Attributes()
                                        .instant("at", each.at())
                                        .text("answer", each.answer()))
                                .toList())
                .number("count", sent.count())
                .text("outcome", sent.outcome().name())
                .number("ttl", event.at().plus(KEPT).getEpochSecond()));
    }

    @Override
    public Optional<Sent> find(WorkspaceId workspace, EndpointId endpoint, String id) {
        var dot = id.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var at = Instant.ofEpochMilli(Long.parseLong(id.substring(0, dot)));
            return rows.latest(key(workspace, endpoint, at, id.substring(dot + 1)))
                    .map(row -> decode(row, endpoint));
        } catch (NumberFormatException | DateTimeException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public Page<Sent> list(WorkspaceId workspace, EndpointId endpoint, PageRequest page) {
        var found = rows.page(Range.of(Keys.sent(workspace, endpoint), "").backwards(), page);
        return new Page<>(
                found.items().stream().map(row -> decode(row, endpoint)).toList(), found.next());
    }

    private static Key key(WorkspaceId workspace, EndpointId endpoint, Instant at, String event) {
        return new Key(Keys.sent(workspace, endpoint), Keys.at(at, event));
    }

    private static Sent decode(Row row, EndpointId endpoint) {
        var sk = row.key().sk();
        var hash = sk.indexOf('#');
        if (hash < 0) {
            throw row.broken("sk");
        }
        var event = new Event(
                sk.substring(hash + 1),
                row.as("event", Event.Type::valueOf),
                row.key().workspace(),
                Times.parse(sk.substring(0, hash)),
                row.map("detail").allTexts());
        var tries = row.maps("tries").stream()
                .map(each -> new Sent.Try(each.instant("at"), each.text("answer")))
                .toList();
        return new Sent(event, endpoint, tries, row.count("count"), row.as("outcome", Sent.Outcome::valueOf));
    }
}
