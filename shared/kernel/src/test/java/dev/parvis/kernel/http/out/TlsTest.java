package dev.parvis.kernel.http.out;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.kernel.config.HostPort;
import dev.parvis.kernel.http.out.CallFailed.NotSent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TlsTest {

    @Test
    void the_handshake_offers_tls_1_3_and_1_2_only_and_no_http_2() throws Exception {
        var hello = new ArrayBlockingQueue<byte[]>(1);
        try (var server = listen()) {
            Thread.ofVirtual()
                    .start(() -> accept(server, socket -> {
                        var in = socket.getInputStream();
                        var head = in.readNBytes(5);
                        hello.add(in.readNBytes(((head[3] & 0xFF) << 8) | (head[4] & 0xFF)));
                    }));

            refused(server, Limits.DEFAULT);

            var text = new String(hello.poll(10, TimeUnit.SECONDS), StandardCharsets.ISO_8859_1);
            assertThat(text)
                    .contains("\u0000\u002b\u0000\u0005\u0004\u0003\u0004\u0003\u0003")
                    .doesNotContain("\u0002h2");
        }
    }

    @Test
    void a_server_that_talks_plainly_or_hangs_up_was_sent_nothing() throws Exception {
        try (var server = listen()) {
            Thread.ofVirtual().start(() -> accept(server, socket -> RawServer.write(socket, RawServer.ok("plain"))));

            assertThat(refused(server, Limits.DEFAULT).reason()).isEqualTo(NotSent.Reason.TLS);
        }
    }

    @Test
    void a_handshake_that_never_ends_is_a_time_out_before_anything_was_sent() throws Exception {
        try (var server = listen()) {
            Thread.ofVirtual()
                    .start(() ->
                            accept(server, socket -> socket.getInputStream().readAllBytes()));

            var failed = refused(server, Limits.DEFAULT.within(Duration.ofMillis(300)));

            assertThat(failed.reason()).isEqualTo(NotSent.Reason.TIME_OUT);
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_stops_the_call_before_anything_is_sent(@TempDir Path folder)
            throws Exception {
        var context = selfSigned(folder.resolve("keys.p12"));
        try (var server =
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual()
                    .start(() ->
                            accept(server, socket -> socket.getInputStream().readAllBytes()));

            assertThat(refused(server, Limits.DEFAULT).reason()).isEqualTo(NotSent.Reason.TLS);
        }
    }

    private static NotSent refused(ServerSocket server, Limits limits) {
        var port = server.getLocalPort();
        var outbound = new Outbound(Clock.systemUTC(), Set.of(new HostPort("127.0.0.1", port)));
        var call = Call.get(URI.create("https://127.0.0.1:" + port + "/")).with(limits);
        return catchThrowableOfType(NotSent.class, () -> outbound.send(call));
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    }

    /** What the server does with its one connection. */
    private interface Deed {
        void with(Socket socket) throws IOException;
    }

    private static void accept(ServerSocket server, Deed deed) {
        try (var socket = server.accept()) {
            deed.with(socket);
        } catch (IOException e) {
            // The client hung up, as it should.
        }
    }

    private static SSLContext selfSigned(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
