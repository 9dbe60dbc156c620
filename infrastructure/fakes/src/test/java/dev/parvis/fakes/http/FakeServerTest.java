package dev.parvis.fakes.http;

import java.io.IOException;
import java.net.InetAddress;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FakeServerTest {
    @Test
    void a_connection_serves_one_request_after_another() throws IOException {
        try (var server = FakeServer.start(request -> Response.text(200, request.text()));
                var client = new RawClient(server)) {
            client.send("POST /a HTTP/1.1\r\nHost: f\r\nContent-Length: 1\r\n\r\n1");
            client.send("POST /b HTTP/1.1\r\nHost: f\r\nContent-Length: 1\r\nConnection: close\r\n\r\n2");

            assertThat(client.readAll()).containsSubsequence("\r\n\r\n1", "HTTP/1.1 200", "\r\n\r\n2");
            assertThat(server.log().requests()).extracting(Request::path).containsExactly("/a", "/b");
        }
    }

    @Test
    void a_chunked_body_is_put_together() throws IOException {
        try (var server = FakeServer.start(request -> Response.text(200, request.text()));
                var client = new RawClient(server)) {
            client.send("POST /a HTTP/1.1\r\nHost: f\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                    + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n");

            assertThat(client.readAll()).endsWith("\r\n\r\nabcde");
        }
    }

    @Test
    void head_is_answered_by_get_without_a_body() throws IOException {
        var router = new Router().on("GET", "/a/{name}", request -> Response.text(200, request.variable("name")));
        try (var server = FakeServer.start(router);
                var client = new RawClient(server)) {
            client.send("HEAD /a/caf%C3%A9 HTTP/1.1\r\nHost: f\r\nConnection: close\r\n\r\n");

            assertThat(client.readAll()).contains("Content-Length: 5").endsWith("\r\n\r\n");
        }
    }

    @Test
    void bytes_that_are_no_http_are_answered_400() throws IOException {
        try (var server = FakeServer.start(_ -> Response.empty(204));
                var client = new RawClient(server)) {
            assertThat(client.send("hello\r\n\r\n").readAll()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void a_fake_that_fails_itself_answers_500_and_says_so_in_the_log() throws IOException {
        try (var server = FakeServer.start(_ -> {
                    throw new IllegalStateException("a bug of the fake");
                });
                var client = new RawClient(server)) {
            assertThat(client.post("/a", "").readAll())
                    .startsWith("HTTP/1.1 500")
                    .contains("a bug of the fake");
            assertThat(server.log().failures()).hasSize(1);
        }
    }

    @Test
    void closing_frees_the_port_at_once() {
        int port;
        try (var first = FakeServer.start(_ -> Response.empty(204))) {
            port = first.port();
        }
        try (var second = FakeServer.start(
                new FakeServer.Options(InetAddress.getLoopbackAddress(), port), _ -> Response.empty(204))) {
            assertThat(second.port()).isEqualTo(port);
        }
    }
}
