package dev.parvis.fakes.mastodon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Statuses, uploads, who favourited and boosted what, and the keys that were used. */
final class Statuses {
    private static final Duration KEY_LIFE = Duration.ofHours(1);

    private record Used(String statusId, Instant until) {}

    private final Clock clock;
    private final Map<String, Status> byId = new TreeMap<>(Ids.ORDER);
    private final Map<String, Media> media = new HashMap<>();
    private final Map<String, Set<String>> favourites = new HashMap<>();
    private final Map<String, Set<String>> boosts = new HashMap<>();
    private final Map<String, Used> keys = new HashMap<>();

    Statuses(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(Status status) {
        status.media().forEach(one -> media.put(one.id(), one.attach()));
        byId.put(status.id(), status);
        status.key()
                .ifPresent(key -> keys.put(
                        status.author().id() + ":" + key,
                        new Used(status.id(), clock.instant().plus(KEY_LIFE))));
    }

    /** The id that this key was used for in the last hour. */
    synchronized Optional<String> usedFor(String accountId, String key) {
        return Optional.ofNullable(keys.get(accountId + ":" + key))
                .filter(used -> used.until.isAfter(clock.instant()))
                .map(Used::statusId);
    }

    synchronized Optional<Status> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Status get(String id) {
        return find(id).orElseThrow(MastodonError::notFound);
    }

    /** By id, oldest first. */
    synchronized List<Status> all() {
        return List.copyOf(byId.values());
    }

    synchronized void remove(String id) {
        byId.remove(id);
    }

    synchronized long replies(String id) {
        return byId.values().stream()
                .filter(status -> status.replyTo().equals(id))
                .count();
    }

    /** True when it was not there before. */
    synchronized boolean favourite(String id, String accountId) {
        return favourites.computeIfAbsent(id, _ -> new HashSet<>()).add(accountId);
    }

    synchronized void unfavourite(String id, String accountId) {
        favourites.computeIfAbsent(id, _ -> new HashSet<>()).remove(accountId);
    }

    synchronized long favourites(String id) {
        return favourites.getOrDefault(id, Set.of()).size();
    }

    synchronized boolean boost(String id, String accountId) {
        return boosts.computeIfAbsent(id, _ -> new HashSet<>()).add(accountId);
    }

    synchronized long boosts(String id) {
        return boosts.getOrDefault(id, Set.of()).size();
    }

    synchronized Optional<Media> media(String id) {
        return Optional.ofNullable(media.get(id));
    }

    synchronized void put(Media one) {
        media.put(one.id(), one);
    }
}
