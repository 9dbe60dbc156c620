package dev.parvis.functions.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Decides, at each place where something can go wrong, whether it does. */
final class Mischief {
    private final RandomGenerator random;
    private final Plan plan;
    private final Map<Fault.At, List<Fault>> possible = new EnumMap<>(Fault.At.class);
    private final List<Fault> done = new ArrayList<>();
    private int passed;

    /** What is to go wrong. */
    sealed interface Plan {
        /** Nothing. */
        record Calm() implements Plan {}

        /** One fault, at the n-th place where it can be. */
        record Once(Fault fault, int place) implements Plan {}

        /** Any of these, at one place in so many, until there were enough. */
        record Storm(int oneIn, int most, Set<Fault> among) implements Plan {
            public Storm {
                among = Set.copyOf(among);
            }

            @Override
            public String toString() {
                return "at one place in %d, at most %d".formatted(oneIn, most);
            }
        }
    }

    Mischief(Plan plan, RandomGenerator random) {
        this.plan = plan;
        this.random = random;
        for (var at : Fault.At.values()) {
            possible.put(at, Fault.at(at).stream().filter(this::isPlanned).toList());
        }
    }

    private boolean isPlanned(Fault fault) {
        return switch (plan) {
            case Plan.Calm() -> false;
            case Plan.Once(var one, var _) -> one == fault;
            case Plan.Storm(var _, var _, var among) -> among.contains(fault);
        };
    }

    /** What went wrong so far. */
    List<Fault> done() {
        return done;
    }

    /** One in a story is: the others agree. */
    boolean isAnyClockOff() {
        return done.stream().anyMatch(Fault::isOfClocks);
    }

    Duration eitherWay(Duration by) {
        return random.nextBoolean() ? by : by.negated();
    }

    boolean isCalm() {
        return plan instanceof Plan.Calm;
    }

    Optional<Fault> next(Fault.At at) {
        var here = possible.getOrDefault(at, List.of());
        if (here.isEmpty() || !comesNow(at)) {
            return Optional.empty();
        }
        var fault = pick(here);
        if (fault.isOfClocks() && isAnyClockOff()) {
            return Optional.empty();
        }
        done.add(fault);
        return Optional.of(fault);
    }

    /** For each call to the network there are many to the table: it has its share of a storm all the same. */
    private boolean comesNow(Fault.At at) {
        return switch (plan) {
            case Plan.Calm() -> false;
            case Plan.Once(var _, var place) -> passed++ == place;
            case Plan.Storm(var oneIn, var most, var _) ->
                done.size() < most && oneIn(isOnNetwork(at) ? 1 + oneIn / 4 : oneIn);
        };
    }

    private static boolean isOnNetwork(Fault.At at) {
        return switch (at) {
            case PREPARE, SEND, LOOK -> true;
            case TABLE, WAKE_UP -> false;
        };
    }

    <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** In whole milliseconds, as the table keeps time. */
    Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }
}
