package dev.parvis.networks.mastodon;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Listens;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.networks.http.Reply;

/**
 * Reads mentions and quotes from the notifications above the last that was read, page by page upwards ({@code min_id}). Each
 * page begins a little below, at the oldest of the last {@value Window#KEPT} ids, so that one that the server showed late is
 * still met. Other servers answer {@code min_id} with the newest above it (snac2), so a long page is followed down to what was
 * read, at most {@value #MOST_PAGES} pages a call; {@code Link} headers are not needed, since not all send them.
 */
final class MastodonListens implements Listens {
    private static final int PAGE = 80;
    private static final int MOST_PAGES = 25;
    private static final Duration ONE_CALL = Duration.ofSeconds(16);

    private final Rest rest;
    private final InstantSource clock;

    MastodonListens(Rest rest, InstantSource clock) {
        this.rest = rest;
        this.clock = clock;
    }

    @Override
    public Hearing listen(Connection connection, Optional<String> cursor, int most, Duration patience) {
        var before = cursor.flatMap(Window::read).orElse(Window.EMPTY);
        var deadline = Deadline.in(patience);
        var read = new ArrayList<Json>();
        var below = Optional.<String>empty();
        for (var page = 0; page < MOST_PAGES; page++) {
            var reply = page(connection, before, below);
            if (reply instanceof Reply.Trouble trouble) {
                return failed(trouble);
            }
            if (!(reply instanceof Reply.Ok(var body, var _) && body instanceof Json.Arr(var notifications))) {
                return new Hearing.Failed("the server's answer cannot be read");
            }
            read.addAll(notifications);
            var lowest = Window.oldestOf(notifications);
            if (before.isEmpty()
                    || notifications.size() < Window.KEPT
                    || lowest.equals(below)
                    || !deadline.allows(ONE_CALL)) {
                break;
            }
            below = lowest;
        }
        return heard(connection, before, read, most);
    }

    /** Above what was read; on a server that answers with the newest of these, {@code below} goes down to it. */
    private Reply page(Connection connection, Window before, Optional<String> below) {
        var parameters =
                new ArrayList<>(List.of("types[]", "mention", "types[]", "quote", "limit", Integer.toString(PAGE)));
        before.oldest().ifPresent(id -> parameters.addAll(List.of("min_id", id)));
        below.ifPresent(id -> parameters.addAll(List.of("max_id", id)));
        return rest.get(connection, "/api/v1/notifications", parameters.toArray(String[]::new));
    }

    /** Takes the page from its oldest end. At first the newest are told, at most as many as asked for. */
    private Hearing heard(Connection connection, Window before, List<Json> notifications, int most) {
        var news = before.news(notifications).stream().distinct().toList();
        var from = before.isEmpty() ? Math.max(0, news.size() - most) : 0;
        var to = Math.min(news.size(), from + most);
        var taken = news.subList(from, to);
        if (taken.isEmpty()) {
            return new Hearing.Nothing();
        }
        var items = new LinkedHashMap<String, Item>();
        for (var notification : taken) {
            item(connection, notification)
                    .ifPresent(item -> items.putIfAbsent(item.key().nativeId(), item));
        }
        var more = to < news.size() || (!before.isEmpty() && notifications.size() >= 2 * Window.KEPT);
        return new Hearing.Heard(List.copyOf(items.values()), before.with(taken).write(), more);
    }

    private Optional<Item> item(Connection connection, Json notification) {
        var status = notification.at("status");
        return switch (notification.at("type").textOr("")) {
            case "mention" ->
                StatusItem.of(
                        connection.channel(), status, StatusItem.kind(connection.channel(), status), clock.instant());
            case "quote" -> StatusItem.of(connection.channel(), status, ItemKind.QUOTE, clock.instant());
            default -> Optional.empty();
        };
    }

    private Hearing failed(Reply.Trouble trouble) {
        return switch (trouble) {
            case Reply.Expired _ -> new Hearing.Expired();
            case Reply.Throttled(var pause, var _) ->
                new Hearing.Throttled(clock.instant().plus(pause));
            case Reply.Refused(var _, var _, var reason) -> new Hearing.Failed(reason);
            case Reply.Doubtful(var reason) -> new Hearing.Failed(reason);
            case Reply.Unsent(var reason) -> new Hearing.Failed(reason);
        };
    }
}
