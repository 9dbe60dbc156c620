package dev.parvis.bench.units;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import dev.parvis.bench.Figures;
import dev.parvis.bench.Table;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.dynamodb.LocalDynamo;
import dev.parvis.emulators.template.TableSpec;
import dev.parvis.table.AgendaSettings;
import dev.parvis.table.CapacityMeter;
import dev.parvis.table.ParvisTable;

/** Targets leased a second by claimers who look at the same rows, on a table of their own in memory. */
final class Claims {

    private static final int ROWS = 200;
    private static final int PAGE = 25;
    private static final String NAME = "claims";
    private static final InstantSource CLOCK = InstantSource.system();

    private Claims() {}

    static Table table(TableSpec spec) {
        Table table = Table.of(
                "Claims: " + ROWS + " due targets, pages of " + PAGE + ", DynamoDB Local in the bench's own JVM",
                "claimers",
                "claims/s",
                "write units a claim",
                "failed conditions");
        try (var dynamo = LocalDynamo.inMemory(Listen.anywhere())) {
            dynamo.createTable(spec, NAME);
            var meter = new CapacityMeter();
            try (var client = client(dynamo.endpoint(), meter)) {
                var parvis = new ParvisTable(client, NAME, CLOCK, AgendaSettings.lease(Duration.ofMinutes(10)));
                race(parvis, meter, 1);
                for (int claimers : List.of(1, 4, 8)) {
                    table = table.with(row(claimers, race(parvis, meter, claimers), meter));
                }
            }
        }
        return table;
    }

    private static String[] row(int claimers, double seconds, CapacityMeter meter) {
        long failed = meter.calls().stream().filter(call -> call.failed() > 0).count();
        return new String[] {
            Integer.toString(claimers),
            Figures.number(ROWS / seconds, 0),
            Figures.number(meter.units().writes() / ROWS, 2),
            Long.toString(failed)
        };
    }

    /** Seconds until all rows are leased; each exactly once. */
    private static double race(ParvisTable parvis, CapacityMeter meter, int claimers) {
        fill(parvis);
        meter.clear();
        Callable<Integer> claimer = () -> drain(parvis.agenda());
        long from = System.nanoTime();
        int won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Integer>>();
            for (int i = 0; i < claimers; i++) {
                all.add(threads.submit(claimer));
            }
            for (Future<Integer> one : all) {
                won += one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a claimer failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the measurement was broken off", e);
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        if (won != ROWS) {
            throw new IllegalStateException(claimers + " claimers leased " + won + " of " + ROWS + " rows");
        }
        return seconds;
    }

    private static int drain(Agenda agenda) {
        int won = 0;
        boolean more = true;
        while (more) {
            var claims = agenda.claim(Kind.TARGET, CLOCK.instant(), PAGE);
            won += claims.claims().size();
            more = claims.more() || !claims.claims().isEmpty();
        }
        return won;
    }

    private static void fill(ParvisTable parvis) {
        var workspace = Fixtures.workspaceId();
        var brand = Fixtures.brandId();
        for (int i = 0; i < ROWS; i++) {
            var post = Fixtures.post(workspace, brand, CLOCK.instant().minusSeconds(1));
            parvis.posts().create(post, List.of(Fixtures.target(post, Fixtures.channelId())));
        }
    }

    static DynamoDbClient client(URI endpoint, CapacityMeter meter) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_3)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(o -> o.addExecutionInterceptor(meter))
                .build();
    }
}
