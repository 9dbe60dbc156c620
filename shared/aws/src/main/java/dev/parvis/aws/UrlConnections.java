package dev.parvis.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The SDK's HTTP client over connections of the JDK, with the JVM's own TLS context. Left alone, that client makes a context
 * of its own and reads all root certificates, once per client and even where every endpoint is {@code http://}, as the local
 * suite's are: 40 ms of a cold start. Proxies are those of the JVM's system properties; proxy variables are not read.
 */
final class UrlConnections {
    private static final String KEPT = "http.maxConnections";

    private UrlConnections() {}

    static SdkHttpClient within(Duration connect, Duration betweenBytes) {
        var connectMillis = Math.toIntExact(connect.toMillis());
        var readMillis = Math.toIntExact(betweenBytes.toMillis());
        keepAsManyAsAreUsed();
        return new Bounded(UrlConnectionHttpClient.create(uri -> open(uri, connectMillis, readMillis)));
    }

    /** Makes the JVM's TLS context now: Lambda starts a process with more CPU than it answers with. */
    static void prepareTls() {
        HttpsURLConnection.getDefaultSSLSocketFactory();
    }

    /** The JDK keeps five connections of a host otherwise: the others would shake hands again for every call. */
    private static void keepAsManyAsAreUsed() {
        if (System.getProperty(KEPT) == null) {
            System.setProperty(KEPT, Integer.toString(Bounded.AT_ONCE));
        }
    }

    private static HttpURLConnection open(URI uri, int connectMillis, int readMillis) {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(connectMillis);
            connection.setReadTimeout(readMillis);
            return connection;
        } catch (IOException refused) {
            throw new UncheckedIOException("no connection can be made to " + uri.getHost(), refused);
        }
    }
}
