package dev.parvis.fakes.mastodon;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.Http;
import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class OAuthTest {
    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String BACK = "https://suite.example/cb";

    private final MastodonServer server = MastodonServer.start(MastodonOptions.MASTODON);
    private final Http http = Http.to(server.uri());
    private Http.Answer app;

    @BeforeEach
    void register() {
        server.account("alice", "pass");
        app = http.post(
                "/api/v1/apps",
                Json.object("client_name", "Suite", "redirect_uris", BACK, "scopes", "read write:statuses"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_code_becomes_a_token_once_and_only_with_its_verifier() {
        String code = consent("read write:statuses");

        Http.Answer wrong = token(consent("read"), "other");
        Http.Answer good = token(code, VERIFIER);
        Http.Answer again = token(code, VERIFIER);

        assertThat(wrong.get("error")).isEqualTo("invalid_grant");
        assertThat(good.json()).containsEntry("token_type", "Bearer").doesNotContainKey("refresh_token");
        assertThat(again.status()).isEqualTo(400);
        Http.Answer posted = http.bearer(good.get("access_token")).form("/api/v1/statuses", "status=hello");
        assertThat(Json.map(posted.json(), "application")).containsEntry("name", "Suite");
    }

    @Test
    void a_token_is_bound_to_its_scopes_and_can_be_revoked() {
        Http narrow = http.bearer(token(consent("read"), VERIFIER).get("access_token"));

        Http.Answer refused = narrow.form("/api/v1/statuses", "status=hello");
        http.form(
                "/oauth/revoke",
                "client_id=" + app.get("client_id") + "&client_secret=" + app.get("client_secret") + "&token="
                        + narrow.authorization().substring(7));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.get("error")).isEqualTo("This action is outside the authorized scopes");
        assertThat(narrow.get("/api/v1/accounts/verify_credentials").status()).isEqualTo(401);
    }

    @Test
    void more_than_was_registered_and_an_unknown_client_are_refused() {
        Http.Answer tooMuch = http.form("/oauth/authorize", form("read write"));
        Http.Answer stranger = http.form("/oauth/token", "client_id=x&client_secret=y&grant_type=client_credentials");

        assertThat(tooMuch.get("error")).isEqualTo("invalid_scope");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.get("error")).isEqualTo("invalid_client");
    }

    private String consent(String scope) {
        String location = http.form("/oauth/authorize", form(scope)).header("Location");
        assertThat(location).startsWith(BACK + "?code=").endsWith("&state=s%201".replace("%20", "+"));
        return location.substring(location.indexOf("code=") + 5, location.indexOf("&state"));
    }

    private String form(String scope) {
        return "response_type=code&client_id=" + app.get("client_id") + "&redirect_uri=" + BACK + "&scope="
                + scope.replace(" ", "+") + "&state=s+1&code_challenge=" + CHALLENGE
                + "&code_challenge_method=S256&username=alice&password=pass";
    }

    private Http.Answer token(String code, String verifier) {
        return http.form(
                "/oauth/token",
                "grant_type=authorization_code&code=" + code + "&client_id=" + app.get("client_id") + "&client_secret="
                        + app.get("client_secret") + "&redirect_uri=" + BACK + "&code_verifier=" + verifier);
    }
}
