package dev.parvis.aws;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Makes so many calls at once, in the order in which they came. A thousand threads that all call at once would open as many
 * connections, of which the JDK keeps {@value #AT_ONCE} a host, and each would answer later than in turn.
 */
final class Bounded implements SdkHttpClient {
    static final int AT_ONCE = 32;

    private final SdkHttpClient client;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    Bounded(SdkHttpClient client) {
        this.client = client;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var prepared = client.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return inTurn(prepared);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private HttpExecuteResponse inTurn(ExecutableHttpRequest prepared) throws IOException {
        try {
            free.acquire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before the call was made");
        }
        try {
            return prepared.call();
        } finally {
            free.release();
        }
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
    }
}
