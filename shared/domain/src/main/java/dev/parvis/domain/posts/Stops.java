package dev.parvis.domain.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.networks.NetworkId;

/** All the stops of a workspace as they stand, and those that were lifted lately: what was due under them still waits. */
public record Stops(List<Hold> standing, List<Lifted> lifted) {
    public static final Stops NONE = new Stops(List.of(), List.of());

    public Stops {
        standing = List.copyOf(standing);
        lifted = List.copyOf(lifted);
    }

    /** A stop that is over. */
    public record Lifted(Hold.Scope scope, String id, Instant since, Instant until, String by) {
        /** How long it is remembered: longer than anything that was due under it can still be wanted (a brand's limit of lateness is two days at most). */
        public static final Duration REMEMBERED = Duration.ofDays(3);

        /** Whether this was due while the stop stood, and has not begun to go out. */
        public boolean heldBack(Target target) {
            return target.out().isEmpty()
                    && Hold.covers(scope, id, target.brand(), target.network())
                    && !target.dueAt().isBefore(since)
                    && target.dueAt().isBefore(until);
        }

        /** Names the stop, as it was named while it stood. */
        public String name() {
            return Hold.name(scope, id, since);
        }

        /**
         * The same, with the time of one before it. A target that was due in between is asked about too: that costs a
         * person a click, where forgetting the first would let a burst go.
         */
        public Lifted after(Lifted earlier) {
            return new Lifted(scope, id, earlier.since(), until, by);
        }
    }

    /** What the stops say of a target whose second has come. */
    public sealed interface Say {
        /** None covers it. */
        record Pass() implements Say {}

        /** All that cover it list its seal. */
        record Statement(List<Hold> holds, String seal) implements Say {}

        /** It waits for a person. */
        record Wait(Hold.Scope scope, String reason) implements Say {}
    }

    /** @param seal asked for only when a stop covers the target and lists statements */
    public Say on(Target target, Supplier<Optional<String>> seal) {
        var covering = over(target.brand(), target.network());
        if (covering.isEmpty()) {
            return lifted.stream()
                    .filter(stop -> stop.heldBack(target))
                    .findFirst()
                    .<Say>map(stop -> new Say.Wait(stop.scope(), "it was due while a stop stood"))
                    .orElseGet(Say.Pass::new);
        }
        if (covering.stream().noneMatch(hold -> hold.statements().isEmpty())) {
            var listed = seal.get().filter(found -> covering.stream()
                    .allMatch(hold -> hold.statements().contains(found)));
            if (listed.isPresent()) {
                return new Say.Statement(covering, listed.get());
            }
        }
        var first = covering.getFirst();
        return new Say.Wait(first.scope(), first.reason());
    }

    /** The stops that cover a brand on a network. */
    public List<Hold> over(BrandId brand, NetworkId network) {
        return standing.stream().filter(hold -> hold.covers(brand, network)).toList();
    }

    public Optional<Hold> find(Hold.Scope scope, String id) {
        return standing.stream()
                .filter(hold -> hold.scope() == scope && hold.id().equals(id))
                .findFirst();
    }

    public Optional<Lifted> lifted(Hold.Scope scope, String id) {
        return lifted.stream()
                .filter(stop -> stop.scope() == scope && stop.id().equals(id))
                .findFirst();
    }
}
