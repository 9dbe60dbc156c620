package dev.parvis.bench.units;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.parvis.bench.Figures;
import dev.parvis.bench.Options;
import dev.parvis.bench.Part;
import dev.parvis.bench.Table;
import dev.parvis.bench.world.Client;
import dev.parvis.bench.world.Events;
import dev.parvis.bench.world.World;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.local.suite.Blueprint;

/** Units per piece of work, through the functions as they are built. */
public final class Units {

    private static final double TARGET_WRITES = 6;
    private static final double TARGET_READS = 3;
    private static final double SOURCE_WRITES = 3;
    private static final int MANY = 10;
    private static final Duration AHEAD = Duration.ofSeconds(12);
    private static final Duration POLL = Duration.ofSeconds(61);

    private final World world;
    private final Ledger ledger;
    private final Sleeper sleeper;
    private final List<Line> lines = new ArrayList<>();

    private Units(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
        this.sleeper = Sleeper.real(world.suite().clock());
    }

    /** Runs the work of a day, once each, and counts. */
    public static Part measure(Options options) {
        var ledger = new Ledger();
        try (var proxy = new CountingProxy(ledger);
                var world = World.open(options, Map.of("AWS_ENDPOINT_URL_DYNAMODB", proxy.endpoint()))) {
            proxy.before(world.suite().endpoint("AWS_ENDPOINT_URL_DYNAMODB"));
            return new Units(world, ledger).part();
        }
    }

    private Part part() {
        Json idle = idle();
        try (var client = Client.of(world)) {
            String channel = client.sandbox("banc");
            String hook = client.hook();
            client.hide("honteux");
            client.feed(world.feed());
            world.tick("listen");
            Instant polled = world.suite().clock().instant();
            ledger.take();
            publish(client, channel);
            webhook(client, hook);
            sleeper.sleepUntil(polled.plus(POLL));
            ledger.take();
            listen();
        }
        var calendarful = Calendarful.look(world.suite().table());
        List<Table> tables = List.of(table(), Claims.table(world.suite().table()), calendarful.table());
        Json figures = Json.obj("work", lines.stream().map(Line::figures).toList(), "idleTicks", idle);
        return new Part(
                "units",
                tables,
                figures,
                Stream.concat(lines.stream().flatMap(line -> line.broken().stream()), calendarful.broken().stream())
                        .toList());
    }

    /** What a tick with nothing to do consumes, once the function is warm. */
    private Json idle() {
        var reads = Json.obj();
        for (Blueprint.Declared function : world.suite().blueprint().functions()) {
            if (isTicked(function.name())) {
                world.tick(function.name());
                ledger.take();
                world.tick(function.name());
                Spent spent = ledger.take();
                reads = reads.with(function.name(), Json.obj("reads", spent.allReads(), "writes", spent.allWrites()));
            }
        }
        return reads;
    }

    private static boolean isTicked(String function) {
        return !Events.idle(function).contains("requestContext");
    }

    private void publish(Client client, String channel) {
        lines.add(new Line("post created by the API, one target", 1, posted(client, channel, 1), Budget.NONE));
        world.tick("publish");
        lines.add(new Line("target published, alone", 1, ledger.take(), new Budget(TARGET_WRITES, TARGET_READS)));
        posted(client, channel, MANY);
        world.tick("publish");
        lines.add(new Line(
                "target published, one of " + MANY, MANY, ledger.take(), new Budget(TARGET_WRITES, TARGET_READS)));
        world.tick("notify");
        ledger.take();
    }

    private Spent posted(Client client, String channel, int posts) {
        Instant due = world.suite().clock().instant().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        ledger.take();
        for (int i = 0; i < posts; i++) {
            client.post(
                    "Le chocolat chaud est de retour, tasse " + due.getEpochSecond() + "." + i, due, List.of(channel));
        }
        return ledger.take();
    }

    private void webhook(Client client, String hook) {
        client.comment(hook, "Une attente pareille, c’est honteux.");
        lines.add(new Line("webhook taken, one interaction", 1, ledger.take(), Budget.NONE));
        world.tick("moderate");
        lines.add(new Line("interaction moderated", 1, ledger.take(), Budget.NONE));
    }

    private void listen() {
        world.tick("listen");
        Spent spent = ledger.take();
        int sources = spent.rowsWritten("SOURCE#");
        if (sources == 0) {
            throw new IllegalStateException("the tick of listen polled no source");
        }
        lines.add(new Line(
                "source polled, nothing new (" + sources + " polled)",
                sources,
                spent,
                new Budget(SOURCE_WRITES, Double.POSITIVE_INFINITY)));
    }

    private Table table() {
        Table table = Table.of(
                "DynamoDB units for each piece of work, indexes and failed conditions included",
                "work",
                "writes",
                "reads",
                "budget w/r",
                "verdict",
                "audit w",
                "notices w/r",
                "tick r",
                "failed conditions");
        for (Line line : lines) {
            table = table.with(line.cells());
        }
        return table;
    }

    /** At most so many units; infinite where none is set. */
    record Budget(double writes, double reads) {
        static final Budget NONE = new Budget(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        @Override
        public String toString() {
            return limit(writes) + " / " + limit(reads);
        }

        private static String limit(double units) {
            return Double.isInfinite(units) ? "-" : Figures.number(units, 0);
        }
    }

    /** What {@code pieces} pieces of one kind of work consumed together. */
    record Line(String work, int pieces, Spent spent, Budget budget) {

        double writes() {
            return spent.writes(Purpose.WORK) / pieces;
        }

        double reads() {
            return spent.reads(Purpose.WORK) / pieces;
        }

        List<String> broken() {
            return writes() <= budget.writes() && reads() <= budget.reads()
                    ? List.of()
                    : List.of(work + ": " + writes() + " write and " + reads() + " read units, budget " + budget);
        }

        String[] cells() {
            boolean none = budget.equals(Budget.NONE);
            return new String[] {
                work,
                Figures.number(writes(), 1),
                Figures.number(reads(), 1),
                budget.toString(),
                none ? "-" : broken().isEmpty() ? "kept" : "BROKEN",
                Figures.number(spent.writes(Purpose.AUDIT) / pieces, 1),
                Figures.number(spent.writes(Purpose.NOTICE) / pieces, 1) + " / "
                        + Figures.number(spent.reads(Purpose.NOTICE) / pieces, 1),
                Figures.number(spent.reads(Purpose.TICK), 1),
                Long.toString(spent.failed())
            };
        }

        Json figures() {
            return Json.obj(
                    "work", work,
                    "writes", writes(),
                    "reads", reads(),
                    "auditWrites", spent.writes(Purpose.AUDIT) / pieces,
                    "noticeWrites", spent.writes(Purpose.NOTICE) / pieces,
                    "noticeReads", spent.reads(Purpose.NOTICE) / pieces,
                    "tickReads", spent.reads(Purpose.TICK),
                    "failedConditions", spent.failed(),
                    "kept", broken().isEmpty());
        }
    }
}
