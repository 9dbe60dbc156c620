package dev.parvis.table;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * An HTTP client that lets DynamoDB do what it was asked and then loses the answer, once per {@link #dropNext}: the
 * SDK retries a write that took.
 */
final class DroppedAnswers implements SdkHttpClient {
    private final SdkHttpClient real = UrlConnectionHttpClient.create();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile Optional<Predicate<String>> next = Optional.empty();

    /** Loses the answer to the next call of this operation, such as {@code UpdateItem}. */
    void dropNext(String operation) {
        next = Optional.of(target -> target.endsWith("." + operation));
    }

    int dropped() {
        return dropped.get();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var call = real.prepareRequest(request);
        var target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                var answer = call.call();
                if (next.filter(wanted -> wanted.test(target)).isPresent()) {
                    next = Optional.empty();
                    dropped.incrementAndGet();
                    answer.responseBody().ifPresent(body -> body.abort());
                    throw new IOException("the answer was lost");
                }
                return answer;
            }

            @Override
            public void abort() {
                call.abort();
            }
        };
    }

    @Override
    public void close() {
        real.close();
    }
}
