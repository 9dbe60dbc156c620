package dev.parvis.functions.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import dev.parvis.domain.MutableClock;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.emulators.dynamodb.EmulatedTable;
import dev.parvis.table.AgendaSettings;
import dev.parvis.table.CapacityMeter;
import dev.parvis.table.ParvisTable;

import static org.assertj.core.api.Assertions.assertThat;

/** What it costs to read all that there is to tell of a post, by DynamoDB's own count. */
class PostUnitsTest {
    private static final String POST = Desk.path("/posts/" + Sample.POST);

    private final EmulatedTable table = EmulatedTable.create();
    private final CapacityMeter meter = new CapacityMeter();
    private final MutableClock clock = new MutableClock(Sample.NOW);
    private final Desk desk = Desk.over(Desk.stores(open()), new ShelfFiles(), clock);

    private ParvisTable open() {
        var client = DynamoDbClient.builder()
                .region(Region.EU_WEST_3)
                .endpointOverride(table.endpoint())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .executionInterceptors(List.of(meter))
                        .build())
                .build();
        return new ParvisTable(client, table.name(), clock, AgendaSettings.lease(Duration.ofMinutes(3)));
    }

    @BeforeEach
    void settle() {
        desk.sample.settle();
    }

    @AfterEach
    void close() {
        table.close();
    }

    private void told(String id, String subject) {
        var facts = Map.of("network", "sandbox", "channel", Sample.CHANNEL.value(), "reason", "status 503");
        desk.stores
                .audit()
                .add(new AuditEntry(
                        Sample.WORKSPACE, id, Sample.DUE, "function:publish", "post.retried", subject, "", facts));
    }

    private List<CapacityMeter.Call> read(String path) {
        meter.clear();
        Answers.ok(desk.as(Sample.READER).get(path), 200);
        return meter.calls();
    }

    /** Member, post, content, and the check that nobody made (looked for twice): 4. The history and its channel: 1. */
    @Test
    void all_about_a_post_is_one_query_more_and_no_dearer_in_a_busy_workspace() {
        for (var i = 0; i < 12; i++) {
            told("try-" + i, "post/" + Sample.POST);
        }
        var quiet = read(POST);
        var units = meter.units();
        for (var i = 0; i < 200; i++) {
            told("other-" + i, "post/" + Sample.POST + i);
        }

        assertThat(read(POST)).isEqualTo(quiet);
        assertThat(quiet.stream().filter(call -> call.operation().equals("Query")))
                .hasSize(2);
        assertThat(units).isEqualTo(new CapacityMeter.Units(5, 0));
    }
}
