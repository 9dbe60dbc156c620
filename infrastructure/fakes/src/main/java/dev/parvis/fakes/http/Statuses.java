package dev.parvis.fakes.http;

import dev.parvis.fakes.json.Json;

/** Reason phrases, and the bodies that failing servers and the proxies before them send. */
final class Statuses {
    private Statuses() {}

    /** 502 comes as the HTML page of a proxy, everything else as a JSON error; then the headers given. */
    static Response answer(int status, String... headers) {
        Response answer = status == 502
                ? Response.html(
                        502, "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>")
                : Response.json(
                        status, Json.object("error", reason(status).replace(" ", ""), "message", reason(status)));
        for (Header header : Headers.of(headers).lines()) answer = answer.with(header.name(), header.value());
        return answer;
    }

    static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 202 -> "Accepted";
            case 204 -> "No Content";
            case 206 -> "Partial Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 303 -> "See Other";
            case 304 -> "Not Modified";
            case 307 -> "Temporary Redirect";
            case 308 -> "Permanent Redirect";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 413 -> "Payload Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Entity";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 501 -> "Method Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status " + status;
        };
    }
}
