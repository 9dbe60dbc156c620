package dev.parvis.functions.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import dev.parvis.emulators.dynamodb.EmulatedTable;
import dev.parvis.emulators.s3.EmulatedBucket;
import dev.parvis.emulators.s3.LocalS3;
import dev.parvis.kernel.config.Config;

/** A table and a bucket on real servers, and the environment that leads a function there. */
final class Servers implements AutoCloseable {
    private static final EmulatedBucket BUCKET = EmulatedBucket.create();

    private final EmulatedTable table = EmulatedTable.create();
    private final Path key;

    Servers() {
        try {
            key = Files.createTempFile("parvis-key-", ".txt");
            Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Config config(Map<String, String> more) {
        var environment = new HashMap<>(Map.of(
                "AWS_REGION",
                "eu-west-3",
                "AWS_ACCESS_KEY_ID",
                LocalS3.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                LocalS3.SECRET_KEY,
                "AWS_ENDPOINT_URL_DYNAMODB",
                table.endpoint().toString(),
                "AWS_ENDPOINT_URL_S3",
                BUCKET.endpoint().toString(),
                "PARVIS_TABLE",
                table.name(),
                "PARVIS_BUCKET",
                BUCKET.name(),
                "PARVIS_BUS",
                "parvis",
                "PARVIS_MASTER_KEY",
                "file:" + key,
                "PARVIS_OWNER",
                Sample.OWNER));
        // Nobody listens there: the bus is a hint, and its loss changes no answer.
        environment.put("AWS_ENDPOINT_URL_EVENTBRIDGE", "http://127.0.0.1:1");
        environment.putAll(more);
        return Config.fromEnv(environment);
    }

    @Override
    public void close() {
        table.close();
        try {
            Files.delete(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
