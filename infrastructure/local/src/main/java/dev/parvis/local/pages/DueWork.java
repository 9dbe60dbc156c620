package dev.parvis.local.pages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import dev.parvis.emulators.template.TableSpec;
import dev.parvis.kernel.json.Json;

/** Reads the rows that wait, straight from DynamoDB's own protocol, with the key names of the template's index. */
final class DueWork {

    /**
     * A row that waits.
     *
     * @param kind the index's partition without its shard
     * @param due the index's sort key
     */
    record Waiting(String kind, String due, String row) {}

    private static final String INDEX = "Due";
    private static final int LOOKED = 500;

    private final HttpClient client;
    private final URI endpoint;
    private final String table;
    private final TableSpec spec;

    DueWork(HttpClient client, URI endpoint, String table, TableSpec spec) {
        this.client = client;
        this.endpoint = endpoint;
        this.table = table;
        this.spec = spec;
    }

    /** What is due next, at most so many. */
    List<Waiting> next(int most) {
        return scan().stream()
                .sorted(Comparator.comparing(Waiting::due))
                .limit(most)
                .toList();
    }

    private List<Waiting> scan() {
        TableSpec.Keys keys = spec.indexes().stream()
                .filter(index -> index.name().equals(INDEX))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the template's table has no index " + INDEX))
                .keys();
        Json question = Json.obj("TableName", table, "IndexName", INDEX, "Limit", LOOKED);
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810.Scan")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-3/dynamodb/aws4_request,"
                                + " SignedHeaders=host, Signature=0")
                .POST(BodyPublishers.ofByteArray(question.bytes()))
                .build();
        try {
            Json answer =
                    Json.parse(client.send(request, BodyHandlers.ofByteArray()).body());
            return answer.at("Items").items().stream()
                    .map(item -> new Waiting(
                            item.at(keys.partition(), "S").textOr("").split("#", 2)[0],
                            item.at(keys.sort(), "S").textOr(""),
                            item.at(spec.keys().partition(), "S").textOr("") + " "
                                    + item.at(spec.keys().sort(), "S").textOr("")))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("DynamoDB did not answer at " + endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
