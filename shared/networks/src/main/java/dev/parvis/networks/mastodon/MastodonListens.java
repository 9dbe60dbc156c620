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
import dev.parvis.networks.http.Reply;

/**
 * Reads mentions and quotes from the notifications above the last that was read, page by page upwards ({@code min_id}). Each
 * page begins a little below, at the oldest of the last {@value Window#KEPT} ids, so that one that the server showed late is
 * still met. Servers that send no {@code Link} header, or do not know {@code min_id}, are read right as long as no more than a
 * page is new.
 */
final class MastodonListens implements Listens {
    private static final int PAGE = 80;

    private final Rest rest;
    private final InstantSource clock;

    MastodonListens(Rest rest, InstantSource clock) {
        this.rest = rest;
        this.clock = clock;
    }

    @Override
    public Hearing listen(Connection connection, Optional<String> cursor, int most, Duration patience) {
        var before = cursor.flatMap(Window::read).orElse(Window.EMPTY);
        return switch (page(connection, before)) {
            case Reply.Ok(var body, var _) ->
                body instanceof Json.Arr(var notifications)
                        ? heard(connection, before, notifications, most)
                        : new Hearing.Failed("the server's answer cannot be read");
            case Reply.Trouble trouble -> failed(trouble);
        };
    }

    private Reply page(Connection connection, Window before) {
        var parameters =
                new ArrayList<>(List.of("types[]", "mention", "types[]", "quote", "limit", Integer.toString(PAGE)));
        before.oldest().ifPresent(id -> parameters.addAll(List.of("min_id", id)));
        return rest.get(connection, "/api/v1/notifications", parameters.toArray(String[]::new));
    }

    /** Takes the page from its oldest end. At first the newest are told, at most as many as asked for. */
    private Hearing heard(Connection connection, Window before, List<Json> notifications, int most) {
        var news = before.news(notifications);
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
        var more = to < news.size() || !before.isEmpty() && notifications.size() >= 2 * Window.KEPT;
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
