package dev.parvis.fakes.mastodon;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who has an account, who follows, mutes and blocks whom. */
final class People {
    record Person(String id, String username, String password, Instant createdAt) {}

    /** From one person to another. */
    record Tie(String from, String to) {}

    enum Bond {
        FOLLOW,
        MUTE,
        BLOCK
    }

    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final Map<Bond, Set<Tie>> ties = new LinkedHashMap<>();

    synchronized void add(Person person) {
        if (byName(person.username).isPresent())
            throw MastodonError.invalid("Validation failed: Username has already been taken");
        byId.put(person.id, person);
    }

    synchronized Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<Person> byName(String username) {
        return byId.values().stream()
                .filter(person -> person.username.equalsIgnoreCase(username))
                .findFirst();
    }

    /** True when it was not there before. */
    synchronized boolean tie(Bond bond, String from, String to) {
        return ties.computeIfAbsent(bond, _ -> new LinkedHashSet<>()).add(new Tie(from, to));
    }

    synchronized void untie(Bond bond, String from, String to) {
        ties.getOrDefault(bond, new HashSet<>()).remove(new Tie(from, to));
    }

    synchronized boolean tied(Bond bond, String from, String to) {
        return ties.getOrDefault(bond, Set.of()).contains(new Tie(from, to));
    }

    synchronized long followers(String id) {
        return ties.getOrDefault(Bond.FOLLOW, Set.of()).stream()
                .filter(tie -> tie.to.equals(id))
                .count();
    }

    synchronized long following(String id) {
        return ties.getOrDefault(Bond.FOLLOW, Set.of()).stream()
                .filter(tie -> tie.from.equals(id))
                .count();
    }
}
