package dev.parvis.bench.punctuality;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.parvis.bench.Figures;
import dev.parvis.bench.Host;
import dev.parvis.bench.Part;
import dev.parvis.bench.Table;
import dev.parvis.bench.world.Api;
import dev.parvis.bench.world.Client;
import dev.parvis.bench.world.World;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;

/** Many targets at one instant, of several workspaces with ten accounts each. */
public final class Punctuality {

    private static final int WORKSPACES = 10;
    private static final int CHANNELS = 10;
    private static final Duration NETWORK = Duration.ofMillis(200);
    private static final String SEND = "/sandbox/v1/posts";
    private static final List<Round> ROUNDS = List.of(
            new Round(2, 1, Duration.ofSeconds(20), 100, 100),
            new Round(10, 2, Duration.ofSeconds(30), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
            new Round(10, 10, Duration.ofSeconds(60), 300, 1_000));

    private final World world;
    private final Api network;

    /**
     * So many posts on every channel of so many workspaces, scheduled so far ahead that all of them are written by then;
     * and how late, in milliseconds, half of them and all but one in a hundred may be.
     */
    private record Round(int workspaces, int posts, Duration ahead, double half, double most) {
        int targets() {
            return workspaces * posts * CHANNELS;
        }
    }

    /** A workspace and its channels. */
    private record Desk(Client client, List<String> channels) {}

    private Punctuality(World world, Api network) {
        this.world = world;
        this.network = network;
    }

    /** Warms the function, then 20 targets, then 200, then 1,000. */
    public static Part measure(World world) {
        try (var network = new Api(world.sandbox().toString(), new Secret("none"))) {
            return new Punctuality(world, network).part();
        }
    }

    private Part part() {
        var desks = IntStream.range(0, WORKSPACES).mapToObj(this::desk).toList();
        slowNetwork();
        var others = world.suite().functions().pids();
        run(desks, new Round(1, 1, Duration.ofSeconds(15), 0, 0));
        var publish = world.suite().functions().pids().stream()
                .filter(pid -> !others.contains(pid))
                .findFirst()
                .orElseThrow();
        var lines = new ArrayList<Line>();
        for (var round : ROUNDS) {
            lines.add(new Line(round, run(desks, round), Host.peakMb(publish)));
        }
        desks.forEach(desk -> desk.client().close());
        return new Part(
                "punctuality",
                List.of(table(lines)),
                Json.of(lines.stream().map(Line::figures).toList()),
                lines.stream().flatMap(line -> line.broken().stream()).toList());
    }

    private Desk desk(int number) {
        var client = Client.of(world);
        return new Desk(
                client,
                IntStream.range(0, CHANNELS)
                        .mapToObj(i -> client.sandbox("banc-" + number + "-" + i))
                        .toList());
    }

    private void slowNetwork() {
        network.send(
                "POST",
                "/__faults",
                Json.obj(
                        "method",
                        "POST",
                        "path",
                        SEND,
                        "always",
                        true,
                        "fault",
                        "slow_after_effect",
                        "millis",
                        NETWORK.toMillis()));
    }

    /** Milliseconds after the promised instant, of every target. */
    private List<Double> run(List<Desk> desks, Round round) {
        Instant due = world.suite().clock().instant().plus(round.ahead()).truncatedTo(ChronoUnit.SECONDS);
        for (Desk desk : desks.subList(0, round.workspaces())) {
            for (int i = 0; i < round.posts(); i++) {
                desk.client().post("À l’heure, tasse " + due.getEpochSecond() + "." + i, due, desk.channels());
            }
        }
        if (!world.suite().clock().instant().isBefore(due.minusSeconds(12))) {
            throw new IllegalStateException(
                    round.targets() + " targets could not be written " + round.ahead() + " before their time");
        }
        network.send("DELETE", "/__log", Json.absent());
        world.tick("publish");
        List<Double> late = network.send("GET", "/__log", Json.absent()).items().stream()
                .filter(one -> one.at("method").textOr("").equals("POST")
                        && one.at("target").textOr("").equals(SEND))
                .flatMap(one -> one.at("at").instant().stream())
                .map(at -> (double) Duration.between(due, at).toMillis())
                .toList();
        if (late.size() != round.targets()) {
            throw new IllegalStateException(late.size() + " of " + round.targets() + " targets were sent");
        }
        return late;
    }

    private static Table table(List<Line> lines) {
        Table table = Table.of(
                "Punctuality: targets due at the same second, network answering in " + NETWORK.toMillis()
                        + " ms, one warm instance; table and network are emulated on the same processors",
                "targets",
                "p50 ms late",
                "p99 ms late",
                "latest ms",
                "before their time",
                "budget p50/p99",
                "verdict",
                "peak MB");
        for (Line line : lines) {
            table = table.with(line.cells());
        }
        return table;
    }

    private record Line(Round round, List<Double> late, double peakMb) {
        double percentile(double percent) {
            return Figures.percentile(late, percent);
        }

        long early() {
            return late.stream().filter(millis -> millis < 0).count();
        }

        boolean isBudgeted() {
            return !Double.isInfinite(round.half());
        }

        List<String> broken() {
            return percentile(50) <= round.half() && percentile(99) <= round.most() && early() == 0
                    ? List.of()
                    : List.of(late.size() + " targets: p50 " + percentile(50) + " ms and p99 " + percentile(99)
                            + " ms late, " + early() + " too early; budget " + budget());
        }

        String budget() {
            return isBudgeted() ? Figures.number(round.half(), 0) + " / " + Figures.number(round.most(), 0) : "-";
        }

        String[] cells() {
            return new String[] {
                Integer.toString(late.size()),
                Figures.number(percentile(50), 0),
                Figures.number(percentile(99), 0),
                Figures.number(percentile(100), 0),
                Long.toString(early()),
                budget(),
                !broken().isEmpty() ? "BROKEN" : isBudgeted() ? "kept" : "-",
                Figures.number(peakMb, 0)
            };
        }

        Json figures() {
            return Json.obj(
                    "targets", late.size(),
                    "p50Millis", Figures.rounded(percentile(50), 1),
                    "p99Millis", Figures.rounded(percentile(99), 1),
                    "latestMillis", Figures.rounded(percentile(100), 1),
                    "early", early(),
                    "peakMb", Figures.rounded(peakMb, 0),
                    "kept", broken().isEmpty());
        }
    }
}
