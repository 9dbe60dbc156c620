package dev.parvis.kernel.http.out;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.kernel.http.out.CallFailed.NotSent;
import dev.parvis.kernel.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RedirectsTest {

    @Test
    void hops_are_followed_and_the_end_of_the_permanent_ones_is_told() throws IOException {
        try (var server = RawServer.serving((socket, request, count) -> RawServer.write(
                socket,
                request.startsWith("GET /a ")
                        ? moved(301, "/b")
                        : request.startsWith("GET /b ")
                                ? moved(308, "c?x=1")
                                : request.startsWith("GET /c?x=1 ") ? moved(302, "/d") : RawServer.ok("end")))) {
            var followed = redirects(server).follow(Call.get(server.uri("/a")), 3);

            assertThat(followed.answer().text()).isEqualTo("end");
            assertThat(followed.answer().uri()).isEqualTo(server.uri("/d"));
            assertThat(followed.permanent()).contains(server.uri("/c?x=1"));
        }
    }

    @Test
    void a_permanent_hop_behind_a_temporary_one_moves_nothing() throws IOException {
        try (var server = RawServer.serving((socket, request, count) -> RawServer.write(
                socket,
                request.startsWith("GET /a ")
                        ? moved(307, "/b")
                        : request.startsWith("GET /b ") ? moved(301, "/c") : RawServer.ok("end")))) {
            assertThat(redirects(server).follow(Call.get(server.uri("/a")), 3).permanent())
                    .isEmpty();
        }
    }

    @Test
    void credentials_stay_with_their_host() throws IOException {
        try (var other = RawServer.answering(RawServer.ok("end"));
                var first = RawServer.serving((socket, request, count) -> RawServer.write(
                        socket,
                        moved(
                                302,
                                request.startsWith("GET /a ")
                                        ? "/b"
                                        : other.uri("/c").toString())))) {
            var call = Call.get(first.uri("/a"))
                    .bearer(new Secret("token"))
                    .header("Cookie", "session=1")
                    .header("If-None-Match", "\"tag\"");

            redirects(first, other).follow(call, 3);

            assertThat(first.requests()).hasSize(2).allMatch(request -> request.contains("Bearer token"));
            assertThat(other.requests())
                    .singleElement()
                    .asString()
                    .contains("if-none-match: \"tag\"")
                    .doesNotContain("token", "session");
        }
    }

    @Test
    void one_hop_too_many_ends_it() throws IOException {
        try (var server = RawServer.answering(moved(302, "/again"))) {
            var failed = failure(server);

            assertThat(failed.reason()).isEqualTo(NotSent.Reason.TOO_MANY_REDIRECTS);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://127.0.0.1:1/",
                "http://localhost/",
                "file:///etc/passwd",
                "//10.0.0.1/",
                "http://[::1]/",
                "ht!tp://x/",
                "http://a b/",
                "javascript:alert(1)",
                "http://user:word@8.8.8.8/"
            })
    void each_hop_is_guarded(String location) throws IOException {
        try (var server = RawServer.answering(moved(302, location))) {
            assertThat(failure(server).reason()).isIn(NotSent.Reason.REFUSED_ADDRESS, NotSent.Reason.REFUSED_URL);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_redirect_without_a_location_is_the_answer() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(redirects(server)
                            .follow(Call.get(server.uri("/")), 3)
                            .answer()
                            .status())
                    .isEqualTo(302);
        }
    }

    @Test
    void a_call_that_writes_is_never_redirected() {
        var redirects = new Redirects(new Outbound(Clock.systemUTC(), Set.of()));

        assertThatThrownBy(() -> redirects.follow(Call.post(URI.create("https://example.org"), Payload.NONE), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static NotSent failure(RawServer server) {
        return catchThrowableOfType(NotSent.class, () -> redirects(server).follow(Call.get(server.uri("/")), 3));
    }

    private static Redirects redirects(RawServer... servers) {
        var allowed =
                java.util.Arrays.stream(servers).map(RawServer::address).collect(java.util.stream.Collectors.toSet());
        return new Redirects(new Outbound(Clock.systemUTC(), allowed));
    }

    private static String moved(int status, String location) {
        return "HTTP/1.1 " + status + " Moved\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }
}
