package dev.parvis.fakes.mastodon;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.parvis.fakes.http.Input;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.json.Json;

/** Applications, the consent page, codes (10 minutes, once, PKCE when asked) and tokens. */
final class OAuthRoutes {
    private static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private record App(String id, String name, String secret, List<String> redirects, Set<String> scopes) {}

    private record Code(App app, People.Person person, Set<String> scopes, String challenge, Instant until) {}

    private final People people;
    private final Tokens tokens;
    private final Clock clock;
    private final Map<String, App> apps = new HashMap<>();
    private final Map<String, Code> codes = new HashMap<>();
    private int made;

    OAuthRoutes(People people, Tokens tokens, Clock clock) {
        this.people = people;
        this.tokens = tokens;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.on("POST", "/api/v1/apps", this::register)
                .on("GET", "/oauth/authorize", this::consentPage)
                .on("POST", "/oauth/authorize", this::consent)
                .on("POST", "/oauth/token", this::token)
                .on("POST", "/oauth/revoke", this::revoke);
    }

    private synchronized Response register(Request request) {
        Input input = Input.of(request);
        String name = input.first("client_name", "");
        List<String> redirects =
                List.of(String.join("\n", input.all("redirect_uris")).split("\\s+"));
        if (name.isEmpty()) throw MastodonError.invalid("Validation failed: Application name can't be blank");
        Set<String> scopes = Set.of(input.first("scopes", "read").split(" +"));
        var app = new App("client-" + ++made, name, "client-secret-" + made, redirects, scopes);
        apps.put(app.id, app);
        return Response.json(
                200,
                Json.object(
                        "id",
                        String.valueOf(made),
                        "name",
                        name,
                        "website",
                        input.first("website").orElse(null),
                        "scopes",
                        List.copyOf(scopes),
                        "redirect_uri",
                        redirects.getFirst(),
                        "redirect_uris",
                        redirects,
                        "client_id",
                        app.id,
                        "client_secret",
                        app.secret,
                        "client_secret_expires_at",
                        0));
    }

    private Response consentPage(Request request) {
        app(Input.of(request));
        var hidden = new StringBuilder();
        request.query().pairs().forEach(pair -> hidden.append("<input type=\"hidden\" name=\"")
                .append(escape(pair.getKey()))
                .append("\" value=\"")
                .append(escape(pair.getValue()))
                .append("\">"));
        return Response.html(
                200,
                "<!doctype html><title>Authorize</title><form method=\"post\" action=\"/oauth/authorize\">" + hidden
                        + "<input name=\"username\"><input name=\"password\" type=\"password\"><button>Authorize</button></form>");
    }

    private synchronized Response consent(Request request) {
        Input input = Input.of(request);
        App app = app(input);
        People.Person person = people.byName(input.first("username", ""))
                .filter(found -> found.password().equals(input.first("password", "")))
                .orElseThrow(() -> new MastodonError(401, "Invalid username or password"));
        Set<String> scopes = Set.of(input.first("scope", "read").split(" +"));
        if (!app.scopes.containsAll(scopes)) return failed(400, "invalid_scope");
        String code = "code-" + ++made;
        codes.put(
                code,
                new Code(
                        app,
                        person,
                        scopes,
                        input.first("code_challenge", ""),
                        clock.instant().plus(CODE_LIFE)));
        String redirect = input.first("redirect_uri", OUT_OF_BAND);
        if (redirect.equals(OUT_OF_BAND)) return Response.html(200, "<!doctype html><code>" + code + "</code>");
        if (!app.redirects.contains(redirect)) return failed(400, "invalid_redirect_uri");
        String state = input.first("state")
                .map(text -> "&state=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
        return Response.empty(302)
                .with("Location", redirect + (redirect.contains("?") ? "&" : "?") + "code=" + code + state);
    }

    private synchronized Response token(Request request) {
        Input input = Input.of(request);
        App app = apps.get(input.first("client_id", ""));
        if (app == null || !app.secret.equals(input.first("client_secret", ""))) return failed(401, "invalid_client");
        return switch (input.first("grant_type", "")) {
            case "client_credentials" -> granted(tokens.make(Optional.empty(), app.name, app.scopes));
            case "authorization_code" -> {
                Code code = codes.remove(input.first("code", ""));
                yield code == null
                                || !code.app.equals(app)
                                || !code.until.isAfter(clock.instant())
                                || !verified(code.challenge, input.first("code_verifier", ""))
                        ? failed(400, "invalid_grant")
                        : granted(tokens.make(Optional.of(code.person), app.name, code.scopes));
            }
            default -> failed(400, "unsupported_grant_type");
        };
    }

    private Response revoke(Request request) {
        Input input = Input.of(request);
        App app = apps.get(input.first("client_id", ""));
        if (app == null || !app.secret.equals(input.first("client_secret", "")))
            return failed(403, "unauthorized_client");
        tokens.revoke(input.first("token", ""));
        return Response.json(200, Json.object());
    }

    private Response granted(Tokens.Token token) {
        return Response.json(
                200,
                Json.object(
                        "access_token", token.value(),
                        "token_type", "Bearer",
                        "scope", String.join(" ", token.scopes()),
                        "created_at", clock.instant().getEpochSecond()));
    }

    private synchronized App app(Input input) {
        App app = apps.get(input.first("client_id", ""));
        if (app == null) throw new MastodonError(401, "invalid_client");
        return app;
    }

    private static Response failed(int status, String error) {
        return Response.json(
                status, Json.object("error", error, "error_description", "The request was refused: " + error));
    }

    private static boolean verified(String challenge, String verifier) {
        if (challenge.isEmpty()) return true;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).equals(challenge);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
