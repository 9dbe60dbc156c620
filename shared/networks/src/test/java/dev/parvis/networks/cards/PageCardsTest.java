package dev.parvis.networks.cards;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.cards.Cards.Read;
import dev.parvis.kernel.config.HostPort;
import dev.parvis.kernel.http.out.Outbound;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that is let through serves what hostile ones might. */
class PageCardsTest {
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private PageCards cards;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/page", exchange -> answer(exchange, 200, "text/html", "<title>Expo</title>"));
        server.createContext("/bare", exchange -> answer(exchange, 200, "text/html", "<p>rien"));
        server.createContext("/gone", exchange -> answer(exchange, 404, "text/html", "<title>404</title>"));
        server.createContext("/file", exchange -> answer(exchange, 200, "application/pdf", "<title>x</title>"));
        server.createContext("/large", exchange -> answer(exchange, 200, "text/html", " ".repeat(3_000_001)));
        server.createContext(
                "/away", exchange -> redirect(exchange, exchange.getRequestURI().getRawQuery()));
        server.createContext("/silent", exchange -> {
            exchange.getResponseHeaders().set("content-type", "text/html");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().flush();
            await();
        });
        server.start();
        var allowed = Set.of(new HostPort("127.0.0.1", server.getAddress().getPort()));
        var clock = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
        cards = new PageCards(new Outbound(clock, allowed), PATIENCE);
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_page_is_read_where_it_is_redirected_to() {
        assertThat(read("/page")).isInstanceOfSatisfying(Read.Found.class, found -> assertThat(
                        found.card().title())
                .isEqualTo("Expo"));
        assertThat(read("/away?/page")).isInstanceOf(Read.Found.class);
    }

    @Test
    void what_is_no_page_says_why() {
        assertThat(code("/bare")).isEqualTo("says_nothing");
        assertThat(code("/gone")).isEqualTo("not_answered");
        assertThat(code("/file")).isEqualTo("no_page");
        assertThat(code("/large")).isEqualTo("too_large");
        assertThat(code("/away?/away?/away")).isIn("not_answered", "never_called");
    }

    @Test
    void a_private_address_is_never_called_at_any_hop() {
        for (var address : new String[] {
            "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://127.0.0.1:1/", "http://[::1]/"
        }) {
            assertThat(code("/away?" + address)).as(address).isEqualTo("never_called");
            assertThat(cards.read(Set.of(address)).get(address)).isInstanceOf(Read.NotRead.class);
        }
        assertThat(code("/away?file:///etc/passwd")).isEqualTo("never_called");
    }

    @Test
    void a_slow_page_is_left_behind_and_the_others_are_there() {
        var begun = System.nanoTime();

        var both = cards.read(new LinkedHashSet<>(java.util.List.of(url("/silent"), url("/page"))));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.multipliedBy(3));
        assertThat(both.get(url("/silent"))).isEqualTo(new Read.NotRead("too_slow", "The page did not come in time."));
        assertThat(both.get(url("/page"))).isInstanceOf(Read.Found.class);
    }

    @Test
    void of_very_many_links_the_first_are_read() {
        var many = IntStream.range(0, 30)
                .mapToObj(i -> url("/page?" + i))
                .collect(Collectors.toCollection(LinkedHashSet::new));

        var read = cards.read(many);

        assertThat(read).hasSize(30);
        assertThat(read.values().stream().filter(Read.Found.class::isInstance)).hasSize(PageCards.MOST_PAGES);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Read read(String path) {
        return cards.read(Set.of(url(path))).get(url(path));
    }

    private String code(String path) {
        return ((Read.NotRead) read(path)).code();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }
}
