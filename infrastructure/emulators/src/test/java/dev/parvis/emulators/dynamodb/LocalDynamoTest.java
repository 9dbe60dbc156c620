package dev.parvis.emulators.dynamodb;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.PortTaken;
import dev.parvis.emulators.Threads;
import dev.parvis.emulators.template.TableSpec;
import dev.parvis.emulators.template.Template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalDynamoTest {
    private static final Template TEMPLATE = Template.load(Path.of("src/test/resources/template.yaml"));

    @Test
    void a_table_has_the_keys_indexes_and_expiry_of_the_template() {
        try (var table = EmulatedTable.create(TEMPLATE);
                var client = client(table.endpoint())) {
            var made = client.describeTable(r -> r.tableName(table.name())).table();
            var ttl = client.describeTimeToLive(r -> r.tableName(table.name())).timeToLiveDescription();

            assertThat(made.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
            assertThat(made.globalSecondaryIndexes())
                    .extracting(GlobalSecondaryIndexDescription::indexName)
                    .containsExactlyInAnyOrder("Due", "Inbox");
            var inbox = made.globalSecondaryIndexes().stream()
                    .filter(index -> index.indexName().equals("Inbox"))
                    .findFirst()
                    .orElseThrow();
            assertThat(inbox.projection().projectionType()).isEqualTo(ProjectionType.INCLUDE);
            assertThat(inbox.projection().nonKeyAttributes()).containsExactlyInAnyOrder("state", "author");
            assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
            assertThat(ttl.attributeName()).isEqualTo("ttl");
        }
    }

    @Test
    void two_tables_of_one_server_share_nothing() {
        try (var one = EmulatedTable.create(TEMPLATE);
                var two = EmulatedTable.create(TEMPLATE);
                var client = client(one.endpoint())) {
            client.putItem(r -> r.tableName(one.name()).item(item("a", "b")));

            assertThat(client.getItem(r -> r.tableName(two.name()).key(item("a", "b")))
                            .hasItem())
                    .isFalse();
            assertThat(two.endpoint()).isEqualTo(one.endpoint());
        }
    }

    @Test
    void what_a_folder_holds_outlives_the_server_and_making_the_table_again_changes_nothing(@TempDir Path folder) {
        try (var first = LocalDynamo.inFolder(folder, Listen.anywhere());
                var client = client(first.endpoint())) {
            first.createTable(TEMPLATE.table(), "kept");
            client.putItem(r -> r.tableName("kept").item(item("a", "b")));
        }
        try (var second = LocalDynamo.inFolder(folder, Listen.anywhere());
                var client = client(second.endpoint())) {
            second.createTable(TEMPLATE.table(), "kept");

            assertThat(client.getItem(r -> r.tableName("kept").key(item("a", "b")))
                            .hasItem())
                    .isTrue();
        }
    }

    @Test
    void an_index_that_a_later_template_has_is_added_to_the_table_that_is_there() {
        var all = TEMPLATE.table();
        var first = new TableSpec(
                all.id(),
                Map.of("pk", "S", "sk", "S", "duePk", "S", "dueSk", "S"),
                all.keys(),
                all.indexes().subList(0, 1),
                all.timeToLive());
        try (var server = LocalDynamo.inMemory(Listen.anywhere());
                var client = client(server.endpoint())) {
            server.createTable(first, "growing");
            client.putItem(r -> r.tableName("growing").item(item("a", "b")));

            server.createTable(all, "growing");

            assertThat(client.describeTable(r -> r.tableName("growing")).table().globalSecondaryIndexes())
                    .extracting(GlobalSecondaryIndexDescription::indexName)
                    .containsExactlyInAnyOrder("Due", "Inbox");
            assertThat(client.getItem(r -> r.tableName("growing").key(item("a", "b")))
                            .hasItem())
                    .isTrue();
        }
    }

    @Test
    void a_table_that_is_there_with_another_key_or_index_is_not_touched() {
        var due = TEMPLATE.table().indexes().getFirst();
        var other = new TableSpec(
                "Table",
                Map.of("pk", "S", "duePk", "S"),
                new TableSpec.Keys("pk", ""),
                List.of(new TableSpec.Index("Due", new TableSpec.Keys("duePk", ""), "ALL", List.of())),
                "");
        var sameIndex = new TableSpec(
                "Table", Map.of("pk", "S", "duePk", "S", "dueSk", "S"), new TableSpec.Keys("pk", ""), List.of(due), "");
        try (var server = LocalDynamo.inMemory(Listen.anywhere())) {
            server.createTable(other, "other-index");
            server.createTable(sameIndex, "other-key");

            assertThatExceptionOfType(EmulatorFailed.class)
                    .isThrownBy(() -> server.createTable(TEMPLATE.table(), "other-index"))
                    .withMessageContaining("index Due");
            assertThatExceptionOfType(EmulatorFailed.class)
                    .isThrownBy(() -> server.createTable(TEMPLATE.table(), "other-key"))
                    .withMessageContaining("key");
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_service() {
        try (var first = LocalDynamo.inMemory(Listen.anywhere())) {
            var port = first.endpoint().getPort();

            assertThatExceptionOfType(PortTaken.class)
                    .isThrownBy(() -> LocalDynamo.inMemory(Listen.loopback(port)))
                    .withMessageContaining("Port " + port)
                    .withMessageContaining("DynamoDB");
        }
    }

    @Test
    void a_closed_server_leaves_no_thread_that_keeps_the_jvm_alive_and_frees_its_port() throws Exception {
        var before = Threads.nonDaemon();
        int port;
        try (var server = LocalDynamo.inMemory(Listen.anywhere())) {
            port = server.endpoint().getPort();
            server.createTable(TEMPLATE.table(), "short-lived");
        }

        assertThat(Threads.left(before)).isEmpty();
        try (var again = LocalDynamo.inMemory(Listen.loopback(port))) {
            assertThat(again.endpoint().getPort()).isEqualTo(port);
        }
    }

    private static Map<String, AttributeValue> item(String pk, String sk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }

    private static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_3)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
