package dev.parvis.bench.world;

import java.time.Instant;

import dev.parvis.kernel.json.Json;

/** The least that wakes each function: its own tick, a GET of the API's description, a delivery for nobody. */
public final class Events {

    private Events() {}

    /** What wakes it when there is nothing to do. */
    public static String idle(String function) {
        return switch (function) {
            case "api" -> request("GET", "/openapi.json", "GET /openapi.json", Json.obj());
            case "webhooks" ->
                request(
                        "POST",
                        "/hooks/01JBENCH000000000000000000/01JBENCH000000000000000001",
                        "POST /hooks/{workspace}/{channel}",
                        Json.obj("workspace", "01JBENCH000000000000000000", "channel", "01JBENCH000000000000000001"));
            case String scheduled -> tick(scheduled);
        };
    }

    /** As the template's schedules send it. */
    public static String tick(String function) {
        return Json.obj("tick", function, "at", "2026-11-21T00:00:00Z").toString();
    }

    private static String request(String method, String path, String route, Json parameters) {
        return Json.obj(
                        "version",
                        "2.0",
                        "routeKey",
                        route,
                        "rawPath",
                        path,
                        "rawQueryString",
                        "",
                        "headers",
                        Json.obj("content-type", "application/json", "host", "localhost"),
                        "pathParameters",
                        parameters,
                        "requestContext",
                        context(method, path, route),
                        "body",
                        method.equals("POST") ? "{}" : Json.absent(),
                        "isBase64Encoded",
                        false)
                .toString();
    }

    private static Json context(String method, String path, String route) {
        return Json.obj(
                "accountId", "000000000000",
                "apiId", "bench",
                "domainName", "localhost",
                "http",
                        Json.obj(
                                "method", method,
                                "path", path,
                                "protocol", "HTTP/1.1",
                                "sourceIp", "127.0.0.1",
                                "userAgent", "bench"),
                "requestId", "bench",
                "routeKey", route,
                "stage", "$default",
                "time", "21/Nov/2026:00:00:00 +0000",
                "timeEpoch", Instant.EPOCH.toEpochMilli());
    }
}
