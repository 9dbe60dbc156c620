package dev.parvis.kernel.http.in;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.parvis.kernel.json.Json;

/**
 * An HTTP request as API Gateway's HTTP API hands it over (payload format 2.0).
 *
 * @param method upper case
 * @param rawPath begins with a slash, without the stage, percent-encoding as it came
 * @param query decoded, in the order given, several values per name
 * @param headers names in lower case; the gateway joins repeated headers with a comma
 * @param body the bytes as they came; decoded from base64 where the gateway encoded them. Do not change the array
 * @param claims of the token that the authorizer verified; empty on a route without one
 * @param params what the route's pattern matched, decoded; empty before the router
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per access would double 6 MB bodies
public record Request(
        String method,
        String rawPath,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body,
        Map<String, String> claims,
        Map<String, String> params,
        String sourceIp,
        String requestId,
        String stage,
        String domain) {

    public Request {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
        claims = Map.copyOf(claims);
        params = Map.copyOf(params);
    }

    /** Whether the event is an HTTP request at all. */
    public static boolean isRequest(Json event) {
        return event.at("requestContext", "http", "method").text().isPresent();
    }

    /** Reads an event. A query that cannot be decoded is the caller's mistake: {@link ProblemException}. */
    public static Request fromEvent(Json event) {
        var context = event.at("requestContext");
        var stage = context.at("stage").textOr("$default");
        return new Request(
                context.at("http", "method").textOr("").toUpperCase(Locale.ROOT),
                withoutStage(event.at("rawPath").textOr("/"), stage),
                QueryString.parse(event.at("rawQueryString").textOr("")),
                headers(event),
                body(event),
                texts(context.at("authorizer", "jwt", "claims")),
                Map.of(),
                context.at("http", "sourceIp").textOr(""),
                context.at("requestId").textOr(""),
                stage,
                context.at("domainName").textOr(""));
    }

    /** A request made by hand; for tests and the local server. */
    public static Request of(String method, String rawPathAndQuery, Map<String, String> headers, byte[] body) {
        var mark = rawPathAndQuery.indexOf('?');
        var path = mark < 0 ? rawPathAndQuery : rawPathAndQuery.substring(0, mark);
        var query = mark < 0 ? "" : rawPathAndQuery.substring(mark + 1);
        var lower = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return new Request(
                method, path, QueryString.parse(query), lower, body, Map.of(), Map.of(), "", "", "$default", "");
    }

    public Request withClaims(Map<String, String> verified) {
        return new Request(method, rawPath, query, headers, body, verified, params, sourceIp, requestId, stage, domain);
    }

    Request withParams(Map<String, String> matched) {
        return new Request(method, rawPath, query, headers, body, claims, matched, sourceIp, requestId, stage, domain);
    }

    /** What the pattern's {@code {name}} matched. Asking for a name that the pattern lacks is a fault of ours. */
    public String param(String name) {
        var value = params.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no parameter " + name);
        }
        return value;
    }

    /** The header's value; the name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The first value of a query parameter. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).map(List::getFirst);
    }

    public Optional<String> claim(String name) {
        return Optional.ofNullable(claims.get(name));
    }

    /** The body as JSON; an empty or malformed one is the caller's mistake. */
    public Json json() {
        return Json.parseUnaltered(body);
    }

    /** The fields of a posted form (application/x-www-form-urlencoded); one that cannot be decoded is the caller's mistake. */
    public Map<String, List<String>> form() {
        return QueryString.parse(bodyText());
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Leaves out headers, body and query: they hold tokens and what people wrote. */
    @Override
    public String toString() {
        return method + " " + rawPath;
    }

    private static String withoutStage(String path, String stage) {
        var prefix = "/" + stage;
        var bare = path.equals(prefix) || path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
        return bare.startsWith("/") ? bare : "/" + bare;
    }

    private static Map<String, String> headers(Json event) {
        var headers = new LinkedHashMap<String, String>();
        texts(event.at("headers")).forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        var cookies = event.at("cookies").items().stream()
                .flatMap(cookie -> cookie.text().stream())
                .toList();
        if (!cookies.isEmpty()) {
            headers.put("cookie", String.join("; ", cookies));
        }
        return headers;
    }

    private static byte[] body(Json event) {
        var text = event.at("body").textOr("");
        if (!event.at("isBase64Encoded").truth().orElse(false)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(Problem.Code.INVALID_REQUEST, "The body is not valid base64."));
        }
    }

    private static Map<String, String> texts(Json object) {
        var texts = new LinkedHashMap<String, String>();
        object.fields().forEach((name, value) -> texts.put(name, value.text().orElseGet(value::toString)));
        return texts;
    }
}
