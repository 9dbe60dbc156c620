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

    /**
     * A stop that is over.
     *
     * @param last since when the last one stood, where several are remembered together
     */
    public record Lifted(Hold.Scope scope, String id, Instant since, Instant until, String by, Instant last) {
        /** How long it is remembered: longer than anything that was due under it can still be wanted (a brand's limit of lateness is two days at most). */
        public static final Duration REMEMBERED = Duration.ofDays(3);

        public Lifted(Hold.Scope scope, String id, Instant since, Instant until, String by) {
            this(scope, id, since, until, by, since);
        }

        /** Whether this was due while the stop stood, could not pass it, and has not begun to go out. */
        public boolean heldBack(Target target) {
            return target.out().isEmpty()
                    && !(target.passes().opens(scope, last) && !target.dueAt().isBefore(last))
                    && Hold.covers(scope, id, target.brand(), target.network())
                    && !target.dueAt().isBefore(since)
                    && target.dueAt().isBefore(until);
        }

        /** Names the stop, as it was named while it stood. */
        public String name() {
            return Hold.name(scope, id, last);
        }

        /**
         * The same, with the time of one before it. A target that was due in between is asked about too: that costs a
         * person a click, where forgetting the first would let a burst go.
         */
        public Lifted after(Lifted earlier) {
            return new Lifted(scope, id, earlier.since(), until, by, last);
        }
    }

    /** What the stops say of a target whose second has come. */
    public sealed interface Say {
        /** None covers it. */
        record Pass() implements Say {}

        /**
         * A stop covers it, and it goes out all the same.
         *
         * @param listing the stops that list its seal: to them it is a statement
         * @param passed the other ones, under which whoever typed it was allowed to answer
         * @param seal empty when it was not told
         */
        record Exempt(List<Hold> listing, List<Hold> passed, String seal) implements Say {}

        /** It waits for a person. */
        record Wait(Hold.Scope scope, String reason) implements Say {}
    }

    /** @param seal asked for only when a stop covers the target that lists statements or lets it pass */
    public Say on(Target target, Supplier<Optional<String>> seal) {
        var covering = over(target.brand(), target.network());
        var passed = covering.stream().filter(target.passes()::opens).toList();
        if (passed.size() < covering.size()) {
            return asStatement(covering, passed, seal)
                    .orElseGet(() -> wait(covering.stream()
                            .filter(hold -> !passed.contains(hold))
                            .findFirst()
                            .orElseThrow()));
        }
        var behind = lifted.stream().filter(stop -> stop.heldBack(target)).findFirst();
        if (behind.isPresent()) {
            return new Say.Wait(behind.get().scope(), "it was due while a stop stood");
        }
        if (passed.isEmpty()) {
            return new Say.Pass();
        }
        return new Say.Exempt(List.of(), passed, seal.get().orElse(""));
    }

    /** When every stop that does not let it pass lists it. */
    private static Optional<Say> asStatement(List<Hold> covering, List<Hold> passed, Supplier<Optional<String>> seal) {
        var listing = covering.stream().filter(hold -> !passed.contains(hold)).toList();
        if (listing.stream().anyMatch(hold -> hold.statements().isEmpty())) {
            return Optional.empty();
        }
        return seal.get()
                .filter(found ->
                        listing.stream().allMatch(hold -> hold.statements().contains(found)))
                .map(found -> new Say.Exempt(listing, passed, found));
    }

    private static Say.Wait wait(Hold hold) {
        return new Say.Wait(hold.scope(), hold.reason());
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
