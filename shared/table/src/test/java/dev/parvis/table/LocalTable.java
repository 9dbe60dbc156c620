package dev.parvis.table;

import java.time.InstantSource;
import java.util.List;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import dev.parvis.domain.StoreContract;
import dev.parvis.emulators.dynamodb.EmulatedTable;

/** A fresh table as the template declares it, and ports over it. */
final class LocalTable implements AutoCloseable {
    static final AgendaSettings SETTINGS = AgendaSettings.lease(StoreContract.LEASE);

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

    ParvisTable open(InstantSource clock, ExecutionInterceptor... interceptors) {
        return new ParvisTable(client(interceptors), name(), clock, SETTINGS);
    }
}
