package dev.parvis.bench.punctuality;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.parvis.bench.Figures;
import dev.parvis.bench.Part;
import dev.parvis.bench.Table;
import dev.parvis.bench.world.Api;
import dev.parvis.bench.world.Client;
import dev.parvis.bench.world.World;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;

/** Many targets at one instant. */
public final class Punctuality {

    private static final int CHANNELS = 10;
    private static final Duration NETWORK = Duration.ofMillis(200);
    private static final String SEND = "/sandbox/v1/posts";

    private final World world;
    private final Api network;

    private Punctuality(World world, Api network) {
        this.world = world;
        this.network = network;
    }

    /** Warms the function, then 20 targets, then 200. */
    public static Part measure(World world) {
        try (var network = new Api(world.suite().sandbox().toString(), new Secret("none"));
                var client = Client.of(world)) {
            return new Punctuality(world, network).part(client);
        }
    }

    private Part part(Client client) {
        List<String> channels = IntStream.range(0, CHANNELS)
                .mapToObj(i -> client.sandbox("banc-" + i))
                .toList();
        slowNetwork();
        Table table = Table.of(
                "Punctuality: targets due at the same second, network answering in " + NETWORK.toMillis()
                        + " ms, one warm instance",
                "targets",
                "p50 ms late",
                "p99 ms late",
                "latest ms",
                "before their time");
        run(client, channels, 1, Duration.ofSeconds(15));
        var figures = new ArrayList<Json>();
        for (var round : List.of(new Round(2, Duration.ofSeconds(20)), new Round(20, Duration.ofSeconds(60)))) {
            List<Double> late = run(client, channels, round.posts(), round.ahead());
            long early = late.stream().filter(millis -> millis < 0).count();
            table = table.with(
                    Integer.toString(late.size()),
                    Figures.number(Figures.percentile(late, 50), 0),
                    Figures.number(Figures.percentile(late, 99), 0),
                    Figures.number(Figures.percentile(late, 100), 0),
                    Long.toString(early));
            figures.add(figures(late, early));
        }
        return new Part("punctuality", List.of(table), Json.of(figures), List.of());
    }

    /** So many posts on every channel, scheduled so far ahead that all of them are written by then. */
    private record Round(int posts, Duration ahead) {}

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
    private List<Double> run(Client client, List<String> channels, int posts, Duration ahead) {
        Instant due = world.suite().clock().instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < posts; i++) {
            client.post("À l’heure, tasse " + due.getEpochSecond() + "." + i, due, channels);
        }
        if (!world.suite().clock().instant().isBefore(due.minusSeconds(2))) {
            throw new IllegalStateException(posts + " posts could not be written " + ahead + " before their time");
        }
        network.send("DELETE", "/__log", Json.absent());
        world.tick("publish");
        List<Double> late = network.send("GET", "/__log", Json.absent()).items().stream()
                .filter(one -> one.at("method").textOr("").equals("POST")
                        && one.at("target").textOr("").equals(SEND))
                .flatMap(one -> one.at("at").instant().stream())
                .map(at -> (double) Duration.between(due, at).toMillis())
                .toList();
        if (late.size() != posts * channels.size()) {
            throw new IllegalStateException(late.size() + " of " + posts * channels.size() + " targets were sent");
        }
        return late;
    }

    private static Json figures(List<Double> late, long early) {
        return Json.obj(
                "targets", late.size(),
                "p50Millis", Figures.rounded(Figures.percentile(late, 50), 1),
                "p99Millis", Figures.rounded(Figures.percentile(late, 99), 1),
                "latestMillis", Figures.rounded(Figures.percentile(late, 100), 1),
                "early", early);
    }
}
