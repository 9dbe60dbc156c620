package dev.parvis.functions.listen;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.emulators.dynamodb.EmulatedTable;
import dev.parvis.fakes.feeds.Feed;
import dev.parvis.table.AgendaSettings;
import dev.parvis.table.CapacityMeter;
import dev.parvis.table.ParvisTable;

import static org.assertj.core.api.Assertions.assertThat;

/** What a poll costs on a real table, by DynamoDB's own count: the same function, the same networks. */
class CostTest {
    /** A source that had nothing new may cost this much. */
    private static final double MOST_WRITES = 3;

    private final EmulatedTable table = EmulatedTable.create();
    private final CapacityMeter meter = new CapacityMeter();
    private final Square square = new Square(this::open);

    private Ports open(InstantSource clock) {
        var client = DynamoDbClient.builder()
                .region(Region.EU_WEST_3)
                .endpointOverride(table.endpoint())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .executionInterceptors(List.of(meter))
                        .build())
                .build();
        return Ports.of(new ParvisTable(client, table.name(), clock, AgendaSettings.lease(Duration.ofMinutes(3))));
    }

    @AfterEach
    void close() {
        square.close();
        table.close();
    }

    @Test
    void an_account_where_nothing_was_said_costs_its_claim() {
        square.connected();
        square.tick();
        meter.clear();

        assertThat(square.later().sources()).isEqualTo(1);

        assertThat(meter.units().writes()).as(meter.table()).isBetween(1.0, MOST_WRITES);
    }

    @Test
    void a_feed_that_is_unchanged_costs_its_claim_with_validators_and_without() {
        var feed = square.feed("quartier");
        square.entry(feed, "1", Square.SAYS_IT);
        square.follow(feed.uri());
        square.tick();
        meter.clear();

        square.later();
        var with = meter.units();
        feed.validators(Feed.Validators.NONE);
        meter.clear();
        square.later();

        assertThat(with.writes()).as(meter.table()).isBetween(1.0, MOST_WRITES);
        assertThat(meter.units().writes()).as(meter.table()).isBetween(1.0, MOST_WRITES);
        assertThat(meter.units().reads()).as(meter.table()).isLessThanOrEqualTo(3);
    }

    @Test
    void on_a_real_table_too_all_is_kept_once() {
        square.connected();
        square.sandbox.mention("lumiere", "lea", Square.SAYS_IT, "fr");
        var feed = square.feed("quartier");
        square.entry(feed, "1", Square.SAYS_IT);
        square.follow(feed.uri());

        square.tick();
        square.later();

        assertThat(square.inbox()).hasSize(1);
        assertThat(square.mentions()).hasSize(1);
        assertThat(square.ports
                        .agenda()
                        .claim(Kind.INTERACTION, square.clock.instant(), 10)
                        .claims())
                .hasSize(1);
    }
}
