package dev.parvis.bench.units;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import dev.parvis.bench.Figures;
import dev.parvis.bench.Table;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.dynamodb.LocalDynamo;
import dev.parvis.emulators.template.TableSpec;
import dev.parvis.kernel.time.Times;
import dev.parvis.table.AgendaSettings;
import dev.parvis.table.CapacityMeter;
import dev.parvis.table.ParvisTable;

/**
 * What a look of {@code publish} at the agenda reads while few, or very many, targets wait for later days: on a table of its own
 * in memory, the waiting rows copied of one that the table wrote itself.
 */
final class Calendarful {
    private static final List<Integer> WAITING = List.of(100, 100_000);
    private static final Duration HORIZON = Duration.ofSeconds(150);
    private static final int PAGE = 25;
    private static final int BATCH = 25;
    private static final int SHARDS = AgendaSettings.SHARDS;
    private static final String NAME = "calendarful";
    private static final InstantSource CLOCK = InstantSource.system();

    private Calendarful() {}

    /** The table, and one sentence if the reads were not the same. */
    record Seen(Table table, List<String> broken) {}

    static Seen look(TableSpec spec) {
        Table table = Table.of(
                "A look at the agenda, by how many targets wait for later days",
                "targets waiting",
                "read units, nothing due",
                "read units, one due",
                "write units, one due");
        var readings = new ArrayList<Double>();
        try (var dynamo = LocalDynamo.inMemory(Listen.anywhere())) {
            dynamo.createTable(spec, NAME);
            var meter = new CapacityMeter();
            try (var client = Claims.client(dynamo.endpoint(), meter)) {
                var parvis = new ParvisTable(client, NAME, CLOCK, AgendaSettings.lease(Duration.ofMinutes(10)));
                var model = waiting(parvis, client);
                int there = 1;
                for (int count : WAITING) {
                    fill(client, model, there, count);
                    there = count;
                    double idle = claimed(parvis, meter, 0).reads();
                    schedule(parvis, CLOCK.instant());
                    var due = claimed(parvis, meter, 1);
                    readings.add(idle);
                    readings.add(due.reads());
                    table = table.with(
                            Integer.toString(count),
                            Figures.number(idle, 1),
                            Figures.number(due.reads(), 1),
                            Figures.number(due.writes(), 1));
                }
            }
        }
        var same = readings.get(0).equals(readings.get(2)) && readings.get(1).equals(readings.get(3));
        return new Seen(table, same ? List.of() : List.of("a tick reads more when more targets wait: " + readings));
    }

    private static CapacityMeter.Units claimed(ParvisTable parvis, CapacityMeter meter, int expected) {
        meter.clear();
        var claims = parvis.agenda().claim(Kind.TARGET, CLOCK.instant().plus(HORIZON), PAGE);
        if (claims.claims().size() != expected) {
            throw new IllegalStateException("claimed " + claims.claims().size() + " targets, not " + expected);
        }
        return meter.units();
    }

    private static void schedule(ParvisTable parvis, Instant at) {
        var post = Fixtures.post(Fixtures.workspaceId(), Fixtures.brandId(), at);
        parvis.posts().create(post, List.of(Fixtures.target(post, Fixtures.channelId())));
    }

    /** A target that waits, as the table wrote it. */
    private static Map<String, AttributeValue> waiting(ParvisTable parvis, DynamoDbClient client) {
        schedule(parvis, CLOCK.instant().plus(Duration.ofDays(30)));
        return client.scan(request -> request.tableName(NAME)).items().stream()
                .filter(row -> row.containsKey("duePk"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no target waits"));
    }

    private static void fill(DynamoDbClient client, Map<String, AttributeValue> model, int from, int until) {
        for (int first = from; first < until; first += BATCH) {
            var batch = new ArrayList<WriteRequest>();
            for (int i = first; i < Math.min(first + BATCH, until); i++) {
                var row = copy(model, i);
                batch.add(
                        WriteRequest.builder().putRequest(put -> put.item(row)).build());
            }
            var left = client.batchWriteItem(request -> request.requestItems(Map.of(NAME, batch)));
            if (left.hasUnprocessedItems() && !left.unprocessedItems().isEmpty()) {
                throw new IllegalStateException("the table took only some of the rows");
            }
        }
    }

    /** Of another post, a minute or more after the horizon, in its turn of the index's partitions. */
    private static Map<String, AttributeValue> copy(Map<String, AttributeValue> model, int number) {
        var row = new HashMap<>(model);
        var due = CLOCK.instant().plus(Duration.ofHours(1)).plusSeconds(number * 60L % 7_776_000);
        row.put("pk", AttributeValue.fromS(text(model, "pk") + "X" + number));
        row.put("duePk", AttributeValue.fromS(Kind.TARGET.name() + "#" + number % SHARDS));
        row.put(
                "dueSk",
                AttributeValue.fromS(Times.format(due)
                        + text(model, "dueSk").substring(Times.format(due).length())));
        return row;
    }

    private static String text(Map<String, AttributeValue> row, String name) {
        var value = row.get(name);
        if (value == null || value.s() == null) {
            throw new IllegalStateException("a target's row has no " + name);
        }
        return value.s();
    }
}
