package dev.parvis.emulators.wire;

import java.util.Map;

/** A refusal as AWS words it: an HTTP status, an error code that the SDK makes an exception of, a message. */
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String text;

    public AwsError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.text = message;
    }

    /** The caller's mistake in a REST-JSON API. */
    public static AwsError badRequest(String message) {
        return new AwsError(400, "BadRequestException", message);
    }

    /** The caller's mistake in a JSON 1.1 API. */
    public static AwsError validation(String message) {
        return new AwsError(400, "ValidationException", message);
    }

    /** In both spellings: the header that REST-JSON clients read, the field that JSON 1.1 clients read. */
    Reply reply() {
        return new Reply(status, Map.of("X-Amzn-ErrorType", code), Json.bytes(Map.of("__type", code, "message", text)));
    }
}
