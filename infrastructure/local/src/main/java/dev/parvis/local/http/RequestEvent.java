package dev.parvis.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.text.Utf8;

/** Makes the event of payload format 2.0 out of a request. */
final class RequestEvent {

    private static final DateTimeFormatter COMMON_LOG =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RequestEvent() {}

    static Json.Obj of(Incoming in, Routes.Match match, Map<String, String> claims, String requestId, Instant now) {
        Optional<String> text = isText(in.mediaType()) ? Utf8.decode(in.body()) : Optional.empty();
        boolean hasBody = in.body().length > 0;
        Json body = !hasBody
                ? Json.absent()
                : Json.of(text.orElseGet(() -> Base64.getEncoder().encodeToString(in.body())));
        return Json.obj(
                "version", "2.0",
                "routeKey", routeKey(match.route()),
                "rawPath", in.rawPath(),
                "rawQueryString", in.rawQuery(),
                "cookies", orAbsent(cookies(in)),
                "headers", headers(in, requestId),
                "queryStringParameters", orAbsent(query(in.rawQuery())),
                "pathParameters", orAbsent(match.parameters()),
                "requestContext", context(in, match.route(), claims, requestId, now),
                "body", body,
                "isBase64Encoded", hasBody && text.isEmpty());
    }

    private static Json context(Incoming in, Route route, Map<String, String> claims, String requestId, Instant now) {
        String host = in.header("host").isEmpty() ? "localhost" : in.header("host");
        return Json.obj(
                "accountId",
                "000000000000",
                "apiId",
                "local",
                "authorizer",
                route.needsToken() ? Json.obj("jwt", Json.obj("claims", claims, "scopes", null)) : Json.absent(),
                "domainName",
                host,
                "domainPrefix",
                host.split("[.:]", 2)[0],
                "http",
                Json.obj(
                        "method", in.method(),
                        "path", in.rawPath(),
                        "protocol", in.protocol(),
                        "sourceIp", in.sourceIp(),
                        "userAgent", in.header("user-agent")),
                "requestId",
                requestId,
                "routeKey",
                routeKey(route),
                "stage",
                "$default",
                "time",
                COMMON_LOG.format(now),
                "timeEpoch",
                now.toEpochMilli());
    }

    private static String routeKey(Route route) {
        return route.path().equals("$default") ? "$default" : route.toString();
    }

    private static Map<String, String> headers(Incoming in, String requestId) {
        var headers = new TreeMap<String, String>();
        in.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        headers.remove("cookie");
        headers.put("content-length", Integer.toString(in.body().length));
        headers.put("x-amzn-trace-id", "Root=" + requestId);
        headers.put("x-forwarded-for", in.sourceIp());
        headers.put("x-forwarded-proto", "http");
        return headers;
    }

    private static List<String> cookies(Incoming in) {
        var cookies = new ArrayList<String>();
        in.headers().forEach((name, values) -> {
            if (name.equalsIgnoreCase("cookie")) {
                values.forEach(value -> List.of(value.split(";")).forEach(cookie -> cookies.add(cookie.strip())));
            }
        });
        return cookies;
    }

    private static Map<String, String> query(String rawQuery) {
        var query = new LinkedHashMap<String, String>();
        for (String pair : rawQuery.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                query.merge(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]), (a, b) -> a + "," + b);
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Json orAbsent(Object many) {
        boolean empty = many instanceof Map<?, ?> map ? map.isEmpty() : many.equals(List.of());
        return empty ? Json.absent() : Json.of(many);
    }

    /** The types API Gateway passes as text; all else, forms included, comes in base64. */
    static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.equals("application/json")
                || mediaType.equals("application/xml")
                || mediaType.equals("application/javascript")
                || mediaType.endsWith("+json")
                || mediaType.endsWith("+xml");
    }
}
