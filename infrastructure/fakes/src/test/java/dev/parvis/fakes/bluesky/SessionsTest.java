package dev.parvis.fakes.bluesky;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.Http;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class SessionsTest {
    private static final String CREATE = "/xrpc/com.atproto.server.createSession";
    private static final String REFRESH = "/xrpc/com.atproto.server.refreshSession";
    private static final String SESSION = "/xrpc/com.atproto.server.getSession";

    private final SteerableClock clock = SteerableClock.standingAt(Instant.parse("2026-01-15T10:00:00Z"));
    private final BlueskyServer server = BlueskyServer.start(FakeServer.Options.LOOPBACK, BlueskyOptions.REAL, clock);
    private final Http http = Http.to(server.uri());

    @BeforeEach
    void account() {
        server.account("alice.test", "abcd-efgh-ijkl-mnop");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_session_names_the_account_and_the_pds_to_talk_to() {
        Http.Answer session = signIn("abcd-efgh-ijkl-mnop");

        assertThat(session.json()).containsEntry("handle", "alice.test").containsEntry("active", true);
        assertThat(session.get("did")).matches("did:plc:[a-z2-7]{24}");
        assertThat(session.text())
                .contains("\"id\":\"#atproto_pds\"")
                .contains("\"serviceEndpoint\":\"" + server.uri() + "\"");
    }

    @Test
    void a_wrong_password_is_401_with_rate_limit_headers() {
        Http.Answer answer = signIn("wrong");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.get("error")).isEqualTo("AuthenticationRequired");
        assertThat(answer.header("RateLimit-Limit")).isEqualTo("30");
        assertThat(answer.header("RateLimit-Remaining")).isEqualTo("29");
        assertThat(answer.header("RateLimit-Reset")).isEqualTo("1768471500");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("30;w=300");
    }

    @Test
    void the_31st_session_in_five_minutes_is_429_with_retry_after_and_later_ones_are_not() {
        for (int i = 0; i < 30; i++) signIn("wrong");

        Http.Answer answer = signIn("abcd-efgh-ijkl-mnop");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.get("error")).isEqualTo("RateLimitExceeded");
        assertThat(answer.header("Retry-After")).isEqualTo("300");
        clock.advance(Duration.ofMinutes(5));
        assertThat(signIn("abcd-efgh-ijkl-mnop").status()).isEqualTo(200);
    }

    @Test
    void an_expired_access_token_is_400_expired_token() {
        Http mine = http.bearer(signIn("abcd-efgh-ijkl-mnop").get("accessJwt"));
        clock.advance(Duration.ofMinutes(119));
        assertThat(mine.get(SESSION).status()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(1));
        Http.Answer answer = mine.get(SESSION);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"error\":\"ExpiredToken\",\"message\":\"Token has expired\"}");
    }

    @Test
    void no_token_a_bad_token_and_the_wrong_kind_of_token_are_told_apart() {
        Http.Answer session = signIn("abcd-efgh-ijkl-mnop");

        Http.Answer none = http.get(SESSION);
        Http.Answer bad = http.bearer("x.y.z").get(SESSION);
        Http.Answer wrongKind = http.bearer(session.get("refreshJwt")).get(SESSION);

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.get("error")).isEqualTo("AuthMissing");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.get("error")).isEqualTo("InvalidToken");
        assertThat(wrongKind.get("message")).isEqualTo("Token could not be verified");
    }

    @Test
    void a_refresh_token_rotates_and_the_old_one_leads_to_the_same_successor_for_two_hours() {
        String first = signIn("abcd-efgh-ijkl-mnop").get("refreshJwt");

        Http.Answer second = http.bearer(first).call("POST", REFRESH, new byte[0]);
        clock.advance(Duration.ofMinutes(119));
        Http.Answer again = http.bearer(first).call("POST", REFRESH, new byte[0]);
        clock.advance(Duration.ofMinutes(120));
        Http.Answer late = http.bearer(first).call("POST", REFRESH, new byte[0]);

        assertThat(second.status()).isEqualTo(200);
        assertThat(id(again)).isEqualTo(id(second)).isNotEqualTo(tokenId(first));
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.get("error")).isEqualTo("ExpiredToken");
        assertThat(http.bearer(second.get("refreshJwt"))
                        .call("POST", REFRESH, new byte[0])
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_deleted_session_cannot_be_refreshed() {
        String refresh = signIn("abcd-efgh-ijkl-mnop").get("refreshJwt");

        Http.Answer deleted = http.bearer(refresh).call("POST", "/xrpc/com.atproto.server.deleteSession", new byte[0]);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(http.bearer(refresh).call("POST", REFRESH, new byte[0]).get("error"))
                .isEqualTo("ExpiredToken");
    }

    @Test
    void handles_resolve_and_unknown_ones_are_400() {
        Http.Answer known = http.get("/xrpc/com.atproto.identity.resolveHandle?handle=ALICE.test");
        Http.Answer unknown = http.get("/xrpc/com.atproto.identity.resolveHandle?handle=nobody.test");

        assertThat(known.get("did")).startsWith("did:plc:");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(http.get("/xrpc/com.atproto.server.describeServer").json()).containsKey("availableUserDomains");
    }

    private Http.Answer signIn(String password) {
        return http.post(CREATE, Json.object("identifier", "alice.test", "password", password));
    }

    private static String id(Http.Answer session) {
        return tokenId(session.get("refreshJwt"));
    }

    private static String tokenId(String jwt) {
        return Json.string(Json.parseObject(java.util.Base64.getUrlDecoder().decode(jwt.split("\\.")[1])), "jti");
    }
}
