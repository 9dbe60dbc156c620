package dev.parvis.fakes.webhooks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import dev.parvis.fakes.http.Header;

/** Makes one attempt of a delivery, without following redirects. */
public final class Sender {
    /** What came of an attempt. */
    public sealed interface Outcome {
        record Answered(int status, HttpResponse<String> response) implements Outcome {}

        /** No answer: refused, reset or too late. */
        record Failed(String why) implements Outcome {}

        default boolean taken() {
            return this instanceof Answered(int status, HttpResponse<String> _) && status / 100 == 2;
        }
    }

    private final HttpClient client;
    private final Duration patience;

    public Sender(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    public Outcome send(Delivery delivery) {
        var request = HttpRequest.newBuilder(delivery.to())
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
        for (Header header : delivery.headers().lines()) request.header(header.name(), header.value());
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Outcome.Answered(response.statusCode(), response);
        } catch (IOException e) {
            return new Outcome.Failed(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted");
        }
    }
}
