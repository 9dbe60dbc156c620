package dev.parvis.table;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import dev.parvis.domain.StoreContract;
import dev.parvis.emulators.dynamodb.EmulatedTable;

/** A fresh table as the template declares it, and ports over it. */
final class LocalTable implements AutoCloseable {
    static final AgendaSettings SETTINGS = AgendaSettings.lease(StoreContract.LEASE);

    private static final int MOST_IN_BATCH = 25;

    private final EmulatedTable table = EmulatedTable.create();

    @Override
    public void close() {
        table.close();
    }

    String name() {
        return table.name();
    }

    DynamoDbClient client(ExecutionInterceptor... interceptors) {
        return client(UrlConnectionHttpClient.create(), interceptors);
    }

    DynamoDbClient client(SdkHttpClient http, ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .region(Region.EU_WEST_3)
                .endpointOverride(table.endpoint())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .executionInterceptors(List.of(interceptors))
                        .build())
                .build();
    }

    /** Many rows, faster than one by one. */
    void put(List<Attributes> rows) {
        var client = client();
        for (var from = 0; from < rows.size(); from += MOST_IN_BATCH) {
            var writes = rows.subList(from, Math.min(from + MOST_IN_BATCH, rows.size())).stream()
                    .map(row -> WriteRequest.builder()
                            .putRequest(put -> put.item(row.map()))
                            .build())
                    .toList();
            var answer = client.batchWriteItem(batch -> batch.requestItems(Map.of(name(), writes)));
            if (!answer.unprocessedItems().isEmpty()) {
                throw new IllegalStateException("the table left rows of a batch unwritten");
            }
        }
    }

    ParvisTable open(InstantSource clock, ExecutionInterceptor... interceptors) {
        return new ParvisTable(client(interceptors), name(), clock, SETTINGS);
    }
}
