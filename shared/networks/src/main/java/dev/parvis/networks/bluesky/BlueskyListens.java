package dev.parvis.networks.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.networks.Listens;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.networks.http.Reply;

/**
 * Reads mentions, replies and quotes from the notifications. They come newest first and there is no "since", so each poll
 * walks back to the watermark; a walk that does not get there goes on at the next call, and loses nothing. Within a call
 * items are told oldest first. The network sorts a post by the time its author gave it and may show it late, so the last
 * minutes are always read again, whatever a page holds is looked at, and what was told is known by its digest.
 */
final class BlueskyListens implements Listens {
    private static final int PAGE = 100;
    private static final Duration ONE_CALL = Duration.ofSeconds(16);

    private final Xrpc xrpc;
    private final InstantSource clock;

    BlueskyListens(Xrpc xrpc, InstantSource clock) {
        this.xrpc = xrpc;
        this.clock = clock;
    }

    @Override
    public Hearing listen(Connection connection, Optional<String> cursor, int most, Duration patience) {
        var walk = new Walk(connection, most, cursor.flatMap(Watermark::read), Deadline.in(patience));
        return walk.go();
    }

    /** One call's walk from the newest, or from where the last call left off, back to the watermark. */
    private final class Walk {
        private final Connection connection;
        private final int most;
        private final boolean first;
        private final Watermark before;
        private final Deadline deadline;
        private final LinkedHashMap<String, Item> told = new LinkedHashMap<>();
        private final List<Notification> read = new ArrayList<>();

        Walk(Connection connection, int most, Optional<Watermark> before, Deadline deadline) {
            this.connection = connection;
            this.most = most;
            this.first = before.isEmpty();
            this.before = before.orElse(Watermark.NONE);
            this.deadline = deadline;
        }

        Hearing go() {
            var next = before.next();
            do {
                switch (page(next)) {
                    case Reply.Ok(var body, var _) -> {
                        if (body.at("notifications") instanceof Json.Absent) {
                            return new Hearing.Failed("the server's answer cannot be read");
                        }
                        var reached = take(body.at("notifications").items());
                        next = reached || first
                                ? Optional.empty()
                                : body.at("cursor").text();
                    }
                    case Reply.Trouble trouble -> {
                        // What was read before is told; the walk goes on from here at the next call.
                        return read.isEmpty() ? failed(trouble) : heard(next);
                    }
                }
            } while (next.isPresent() && told.size() + PAGE <= most && deadline.allows(ONE_CALL));
            return heard(next);
        }

        private Reply page(Optional<String> next) {
            var parameters = new ArrayList<>(List.of(
                    "reasons",
                    "mention",
                    "reasons",
                    "reply",
                    "reasons",
                    "quote",
                    "limit",
                    Integer.toString(Math.min(PAGE, Math.max(1, most)))));
            next.ifPresent(at -> parameters.addAll(List.of("cursor", at)));
            return xrpc.query(connection, "app.bsky.notification.listNotifications", parameters.toArray(String[]::new));
        }

        /** Takes the whole page, which is paid for, and answers whether the watermark was met on it. */
        private boolean take(List<Json> notifications) {
            var reached = false;
            for (var raw : notifications) {
                var notification = Notification.of(raw, clock.instant());
                if (notification.isPresent()) {
                    var found = notification.get();
                    reached = reached || found.indexedAt().isBefore(before.readAgainFrom());
                    read.add(found);
                    if (before.isNews(found)) {
                        found.item(connection, clock.instant()).ifPresent(item -> keep(found, item));
                    }
                }
            }
            return reached;
        }

        /** A post that answers and mentions is told of twice by the network, and once by us. */
        private void keep(Notification found, Item item) {
            told.merge(found.uri(), item, (one, other) -> one.kind().compareTo(other.kind()) <= 0 ? one : other);
        }

        private Hearing heard(Optional<String> next) {
            var after = before.after(read, next, first ? clock.instant() : Instant.EPOCH);
            if (told.isEmpty() && next.isEmpty() && !first && !before.isWalking()) {
                return new Hearing.Nothing();
            }
            var items = told.values().stream()
                    .sorted(Comparator.comparing(Item::publishedAt))
                    .toList();
            return new Hearing.Heard(items, after.write(), next.isPresent());
        }
    }

    private Hearing failed(Reply.Trouble trouble) {
        return switch (trouble) {
            case Reply.Expired _ -> new Hearing.Expired();
            case Reply.Throttled(var pause, var _) ->
                new Hearing.Throttled(clock.instant().plus(pause));
            case Reply.Refused(var _, var code, var reason) ->
                code.startsWith("Account") ? new Hearing.Gone(reason) : new Hearing.Failed(reason);
            case Reply.Doubtful(var reason) -> new Hearing.Failed(reason);
            case Reply.Unsent(var reason) -> new Hearing.Failed(reason);
        };
    }
}
