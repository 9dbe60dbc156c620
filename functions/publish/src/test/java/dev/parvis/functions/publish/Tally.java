package dev.parvis.functions.publish;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.posts.TargetState;

/** What was counted over a campaign, by the way of being safe. */
final class Tally {
    private final Map<Safety, Way> ways = new EnumMap<>(Safety.class);

    private static final class Way {
        private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
        private final Map<TargetState, Long> ends = new EnumMap<>(TargetState.class);
        private long trials;
        private long targets;
        private long stuck;
        private long posts;
        private long wrong;
        private long parts;
        private long edits;
        private long refusals;
        private final Map<TargetState, Long> byHand = new EnumMap<>(TargetState.class);
        private long answers;
        private long passed;
        private long steps;
    }

    Tally() {
        for (var safety : Safety.values()) {
            ways.put(safety, new Way());
        }
    }

    void add(Trial trial, Verdict verdict) {
        var way = way(trial.safety);
        way.trials++;
        way.wrong += verdict.wrong().isEmpty() ? 0 : 1;
        way.posts += trial.accounts.posted().stream()
                .filter(post -> !post.madeBy().equals(SimulatedAccounts.BY_HAND))
                .count();
        way.edits += trial.people.edited();
        way.refusals += trial.people.refused();
        way.answers += verdict.targets().stream()
                .filter(target -> trial.content(target).answers().isPresent())
                .count();
        way.passed += trial.accounts.passed().size();
        way.steps += trial.accounts.containers().made();
        trial.mischief.done().forEach(fault -> way.faults.merge(fault, 1L, Long::sum));
        for (var target : verdict.targets()) {
            way.targets++;
            way.ends.merge(target.state(), 1L, Long::sum);
            way.parts += target.out().size();
            if (Helpers.isTheirs(target)) {
                way.byHand.merge(target.state(), 1L, Long::sum);
            }
            way.stuck += verdict.isStuck(target) ? 1 : 0;
        }
    }

    private Way way(Safety safety) {
        return ways.computeIfAbsent(safety, none -> new Way());
    }

    /** How often a fault came in where a network is safe in this way. */
    long of(Safety safety, Fault fault) {
        return way(safety).faults.getOrDefault(fault, 0L);
    }

    /** How often somebody was told that it is too late to change a post. */
    long refusals() {
        return ways.values().stream().mapToLong(way -> way.refusals).sum();
    }

    /** How many targets that people post by hand ended so. */
    long byHand(TargetState state) {
        return ways.values().stream()
                .mapToLong(way -> way.byHand.getOrDefault(state, 0L))
                .sum();
    }

    /** How often an answer went out under a stop because somebody who might had typed it. */
    long passed() {
        return ways.values().stream().mapToLong(way -> way.passed).sum();
    }

    /** How many targets answered what others wrote. */
    long answers() {
        return ways.values().stream().mapToLong(way -> way.answers).sum();
    }

    /** How many steps of preparing left something on a network. */
    long steps() {
        return ways.values().stream().mapToLong(way -> way.steps).sum();
    }

    long edits() {
        return ways.values().stream().mapToLong(way -> way.edits).sum();
    }

    /** Two tables in Markdown: how the stories ended, and what went wrong in them. */
    @Override
    public String toString() {
        var ends = Stream.of(
                row("trials", way -> way.trials),
                row("targets", way -> way.targets),
                row("published", way -> way.ends.getOrDefault(TargetState.PUBLISHED, 0L)),
                row("failed, told", way -> way.ends.getOrDefault(TargetState.FAILED, 0L)),
                row("missed, told", way -> way.ends.getOrDefault(TargetState.MISSED, 0L)),
                row("uncertain, shown", way -> way.ends.getOrDefault(TargetState.UNCERTAIN, 0L)),
                row("cancelled by a person", way -> way.ends.getOrDefault(TargetState.CANCELLED, 0L)),
                row("held, asked about", way -> way.ends.getOrDefault(TargetState.HELD, 0L)),
                row("of these, posted by hand", way -> way.byHand.getOrDefault(TargetState.PUBLISHED, 0L)),
                row("of these, missed by hand", way -> way.byHand.getOrDefault(TargetState.MISSED, 0L)),
                row("parts of threads, comments", way -> way.parts),
                row("edits that won", way -> way.edits),
                row("edits and cancellations told they are late", way -> way.refusals),
                row("answers to what others wrote", way -> way.answers),
                row("answers that a person let pass a stop", way -> way.passed),
                row("steps of preparing that left something", way -> way.steps),
                row("stuck, listed", way -> way.stuck),
                row("posts on the network", way -> way.posts),
                row("trials with a post doubled, lost or untold", way -> way.wrong));
        var faults =
                Stream.of(Fault.values()).map(fault -> row(fault.name(), way -> way.faults.getOrDefault(fault, 0L)));
        return table("Chaos", ends) + table("What went wrong", faults);
    }

    private String row(String name, Function<Way, Long> figure) {
        return "| %-42s | ".formatted(name)
                + Stream.of(Safety.values())
                        .map(safety -> "%18d".formatted(figure.apply(way(safety))))
                        .collect(Collectors.joining(" | ", "", " |\n"));
    }

    private static String table(String title, Stream<String> rows) {
        var head = Stream.of(Safety.values())
                .map(safety -> "%18s".formatted(safety))
                .collect(Collectors.joining(" | ", "| %-42s | ".formatted(""), " |\n"));
        var line = "|" + "-".repeat(44) + ("|" + "-".repeat(19) + ":").repeat(Safety.values().length) + "|\n";
        return "\n### " + title + "\n\n" + head + line + rows.collect(Collectors.joining());
    }
}
