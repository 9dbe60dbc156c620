package dev.parvis.emulators.wire;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.parvis.emulators.EmulatorFailed;

/**
 * One JSON-protocol call to an emulator that reads the credential scope but does not check the signature, which is a
 * made-up one. Not for AWS.
 */
public final class AwsJson {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 30_000;
    /** What requests are signed for: a server that keeps regions apart has there what was made by them. */
    public static final String REGION = "eu-west-3";

    private final URI endpoint;
    private final String service;
    private final String target;
    private final String version;

    public AwsJson(URI endpoint, String service, String target, String version) {
        this.endpoint = endpoint;
        this.service = service;
        this.target = target;
        this.version = version;
    }

    /** What came back. */
    public record Answer(int status, String text) {
        public boolean isOk() {
            return status == 200;
        }

        /** The error's name without its namespace, empty when there is none. */
        public String error() {
            if (isOk()) {
                return "";
            }
            var type = String.valueOf(
                    Json.object(text.getBytes(StandardCharsets.UTF_8)).getOrDefault("__type", ""));
            return type.substring(type.indexOf('#') + 1);
        }
    }

    public Answer call(String operation, Map<String, ?> request) {
        try {
            var connection = (HttpURLConnection) endpoint.toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/x-amz-json-" + version);
            connection.setRequestProperty("X-Amz-Target", target + "." + operation);
            connection.setRequestProperty(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=local/20260101/" + REGION + "/" + service
                            + "/aws4_request, SignedHeaders=host, Signature=0");
            connection.getOutputStream().write(Json.bytes(request));
            return answer(connection);
        } catch (IOException e) {
            throw new EmulatorFailed(service + " at " + endpoint + " did not answer " + operation, e);
        }
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        var status = connection.getResponseCode();
        try (var body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
