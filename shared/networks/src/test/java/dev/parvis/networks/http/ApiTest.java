package dev.parvis.networks.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.Response;
import dev.parvis.kernel.http.out.Answer;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.http.out.Payload;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;

class ApiTest {
    private static final Dialect PLAIN = new Dialect() {
        @Override
        public String code(Json body) {
            return body.at("error").textOr("");
        }

        @Override
        public String message(Json body) {
            return body.at("message").textOr("");
        }

        @Override
        public boolean expired(int status, String code) {
            return status == 401;
        }

        @Override
        public Optional<Instant> waitUntil(Answer answer) {
            return Optional.empty();
        }
    };

    private final FakeServer server = FakeServer.start(request -> Response.text(200, "{\"yes\":true}"));
    private final Api api = new Api(Desk.outbound(server.uri()), PLAIN);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_get_whose_connection_broke_is_made_once_more_and_no_more() {
        server.faults().on("GET", "/").cutBeforeEffect();
        assertThat(get()).isInstanceOf(Reply.Ok.class);

        server.faults().on("GET", "/").next(2).cutBeforeEffect();
        assertThat(get()).isInstanceOf(Reply.Doubtful.class);

        assertThat(server.log().count("GET", "/")).isEqualTo(4);
    }

    @Test
    void a_post_is_never_made_again() {
        server.faults().on("POST", "/").cutBeforeEffect();

        assertThat(api.send(Call.post(server.uri(), Payload.json(Json.obj())))).isInstanceOf(Reply.Doubtful.class);

        assertThat(server.log().count("POST", "/")).isEqualTo(1);
    }

    @Test
    void each_status_has_its_kind() {
        assertThat(status(401)).isInstanceOf(Reply.Expired.class);
        assertThat(status(403)).isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.status())
                .isEqualTo(403));
        assertThat(status(301)).isInstanceOf(Reply.Refused.class);
        assertThat(status(408)).isInstanceOf(Reply.Doubtful.class);
        assertThat(status(500)).isInstanceOf(Reply.Doubtful.class);
        assertThat(status(429))
                .isEqualTo(new Reply.Throttled(Duration.ofMinutes(1), ((Reply.Throttled) status(429)).reason()));
        assertThat(status(429, "Retry-After", "0"))
                .isInstanceOfSatisfying(
                        Reply.Throttled.class, wait -> assertThat(wait.pause()).isEqualTo(Duration.ofSeconds(1)));
        assertThat(status(429, "Retry-After", "999999"))
                .isInstanceOfSatisfying(
                        Reply.Throttled.class, wait -> assertThat(wait.pause()).isEqualTo(Duration.ofHours(24)));
    }

    @Test
    void an_answer_without_end_is_a_doubt() {
        server.faults().on("GET", "/").endless();

        assertThat(get()).isEqualTo(new Reply.Doubtful("the server's answer is too large"));
    }

    @Test
    void private_addresses_and_plain_http_are_never_called() {
        for (var url : new String[] {
            "https://127.0.0.1/",
            "https://10.0.0.1/",
            "https://[::1]/",
            "http://example.com/",
            "https://169.254.169.254/latest"
        }) {
            assertThat(api.send(Call.get(URI.create(url))))
                    .as(url)
                    .isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.status())
                            .isZero());
        }
    }

    @Test
    void what_a_server_says_is_shown_as_one_short_line() {
        assertThat(Texts.line("a\r\n\tb\u0000c\u2028d", 10)).isEqualTo("a b c d");
        assertThat(Texts.line("👨‍👩‍👧".repeat(50), 3)).isEqualTo("👨‍👩‍👧".repeat(3) + "…");
        assertThat(Texts.line("x".repeat(1_000_000), 3)).isEqualTo("xxx…");
    }

    @Test
    void the_server_a_person_means_is_one_and_the_same() {
        for (var typed : new String[] {
            "example.social", " https://example.social/ ", "HTTPS://Example.Social/@me?x#y", "example.social/"
        }) {
            assertThat(Urls.server(typed)).as(typed).contains(URI.create("https://example.social"));
        }
        for (var typed : new String[] {
            "", "https://", "ftp://example.social", "a b", "https://me@example.social", "mailto:me@example.social"
        }) {
            assertThat(Urls.server(typed)).as(typed).isEmpty();
        }
    }

    private Reply get() {
        return api.send(Call.get(server.uri()));
    }

    private Reply status(int status, String... headers) {
        server.faults().on("GET", "/").status(status, headers);
        return get();
    }
}
