package dev.parvis.functions.api.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.functions.api.media.MediaImport.Fetched;
import dev.parvis.kernel.config.HostPort;
import dev.parvis.kernel.http.out.Limits;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.networks.originals.Examination;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that is let through serves what a hostile one might. */
class MediaImportTest {
    private static final Limits SHORT =
            new Limits(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMillis(1500), 50_000);

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final byte[] png = picture("png");
    private HttpServer server;
    private MediaImport imports;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/picture.png", exchange -> answer(exchange, "image/png", png));
        server.createContext("/untold", exchange -> answer(exchange, "application/octet-stream", png));
        server.createContext("/lie.jpg", exchange -> answer(exchange, "image/jpeg", png));
        server.createContext("/page.png", exchange -> answer(exchange, "image/png", bytes("<html>")));
        server.createContext("/page", exchange -> answer(exchange, "text/html; charset=utf-8", bytes("<html>")));
        server.createContext("/gone", exchange -> exchange.sendResponseHeaders(404, -1));
        server.createContext("/moved", exchange -> redirect(exchange, "/picture.png"));
        server.createContext("/loop", exchange -> redirect(exchange, "/loop"));
        server.createContext(
                "/away", exchange -> redirect(exchange, exchange.getRequestURI().getRawQuery()));
        server.createContext("/endless", exchange -> forever(exchange, new byte[8192], Duration.ZERO));
        server.createContext("/drip", exchange -> forever(exchange, new byte[1], Duration.ofMillis(100)));
        server.createContext("/drawing.svg", exchange -> answer(exchange, "image/svg+xml", bytes(SVG)));
        server.createContext("/drawing.png", exchange -> answer(exchange, "image/png", bytes(SVG)));
        server.createContext("/empty.png", exchange -> answer(exchange, "image/png", new byte[0]));
        server.createContext("/untold.html", exchange -> answer(exchange, "application/octet-stream", bytes("<html>")));
        server.createContext("/hop", MediaImportTest::hop);
        server.createContext("/huge", exchange -> {
            exchange.getResponseHeaders().set("content-type", "video/mp4");
            exchange.sendResponseHeaders(200, 10_000_000_000L);
            exchange.getResponseBody().write(0);
            exchange.getResponseBody().flush();
        });
        server.createContext("/bomb", exchange -> {
            exchange.getResponseHeaders().set("content-encoding", "gzip");
            answer(exchange, "image/png", zipped(new byte[5_000_000]));
        });
        server.createContext("/silent", exchange -> {
            exchange.getResponseHeaders().set("content-type", "image/png");
            exchange.sendResponseHeaders(200, 1000);
        });
        server.start();
        var allowed = Set.of(new HostPort("127.0.0.1", server.getAddress().getPort()));
        imports = new MediaImport(new Outbound(clock(), allowed), new Examination(), SHORT);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static InstantSource clock() {
        return InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
    }

    @Test
    void a_picture_comes_whole_and_with_its_own_type() {
        assertThat(fetched("/picture.png")).isInstanceOfSatisfying(Fetched.Sound.class, sound -> {
            assertThat(sound.type()).isEqualTo("image/png");
            assertThat(sound.bytes()).isEqualTo(png);
        });
        assertThat(fetched("/untold")).isInstanceOfSatisfying(Fetched.Sound.class, sound -> assertThat(sound.type())
                .isEqualTo("image/png"));
        assertThat(fetched("/moved")).isInstanceOf(Fetched.Sound.class);
    }

    @Test
    void what_lies_about_its_type_is_refused() {
        assertThat(refused("/lie.jpg").code()).isEqualTo("media.type_mismatch");
        assertThat(refused("/lie.jpg").why()).contains("is a PNG image, not a JPEG image");
        assertThat(refused("/page.png").code()).isEqualTo("media.not_an_image");
        assertThat(refused("/page").code()).isEqualTo("not_a_media");
        assertThat(refused("/gone").why()).isEqualTo("answers 404, not a file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://127.0.0.1:1/picture.png",
                "http://localhost:1/picture.png",
                "http://[::1]/picture.png",
                "http://[::ffff:10.0.0.1]/picture.png",
                "http://10.0.0.1/picture.png",
                "http://192.168.1.1/picture.png",
                "http://0x7f000001/picture.png"
            })
    void a_private_address_is_never_called_nor_when_it_is_redirected_to(String address) {
        assertThat(((Fetched.Refused) imports.fetch(URI.create(address))).code())
                .isIn("never_called", "not_answered");
        assertThat(refused("/away?" + address).code()).isIn("never_called", "not_answered");
    }

    @Test
    void what_is_a_drawing_a_page_or_nothing_is_no_media_whatever_it_is_called() {
        assertThat(refused("/drawing.svg").code()).isEqualTo("not_a_media");
        assertThat(refused("/drawing.png").code()).isEqualTo("media.not_an_image");
        assertThat(refused("/empty.png").code()).isEqualTo("media.not_an_image");
        assertThat(refused("/untold.html").code()).isEqualTo("not_a_media");
    }

    @Test
    void a_private_address_at_the_third_hop_is_not_called() {
        assertThat(refused("/hop?3,http://10.0.0.1/picture.png").code()).isEqualTo("never_called");
        assertThat(refused("/hop?3,http://127.0.0.1:1/picture.png").code()).isEqualTo("never_called");
        assertThat(fetched("/hop?3,/picture.png")).isInstanceOf(Fetched.Sound.class);
        assertThat(refused("/hop?4,/picture.png").why()).isEqualTo("is redirected again and again");
    }

    @Test
    void what_announces_or_unpacks_to_more_than_is_taken_is_not_read() {
        assertThat(refused("/huge").code()).isEqualTo("too_large");
        assertThat(refused("/bomb").code()).isEqualTo("too_large");
    }

    @Test
    void a_redirect_to_what_is_no_web_address_or_to_itself_ends() {
        assertThat(refused("/away?file:///etc/passwd").code()).isEqualTo("never_called");
        assertThat(refused("/away?http://10.0.0.1/").code()).isEqualTo("never_called");
        assertThat(refused("/loop").why()).isEqualTo("is redirected again and again");
    }

    @Test
    void what_never_ends_is_cut_at_its_cap_and_what_drips_at_its_time() {
        assertThat(refused("/endless").code()).isEqualTo("too_large");
        var drip = refused("/drip");
        assertThat(drip.code()).isEqualTo("too_slow");
        assertThat(drip.why()).endsWith(" seconds, or does not end within 1");
        assertThat(refused("/silent").code()).isEqualTo("too_slow");
    }

    private Fetched fetched(String path) {
        return imports.fetch(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
    }

    private Fetched.Refused refused(String path) {
        return (Fetched.Refused) fetched(path);
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("content-type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Until the other side hangs up, or the test is over. */
    private static void forever(HttpExchange exchange, byte[] piece, Duration pause) throws IOException {
        exchange.getResponseHeaders().set("content-type", "image/png");
        exchange.sendResponseHeaders(200, 0);
        var body = exchange.getResponseBody();
        try {
            while (true) {
                body.write(piece);
                body.flush();
                java.util.concurrent.TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Three hops of its own, and then where it was told to. */
    private static void hop(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        var left = Integer.parseInt(query.substring(0, 1));
        redirect(exchange, left == 1 ? query.substring(2) : "/hop?" + (left - 1) + query.substring(1));
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.GZIPOutputStream(bytes)) {
            zip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] picture(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
