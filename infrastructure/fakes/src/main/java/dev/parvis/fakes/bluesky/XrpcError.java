package dev.parvis.fakes.bluesky;

/** An answer {@code {"error":name,"message":text}} with its status. https://atproto.com/specs/xrpc */
final class XrpcError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String name;
    private final String text;

    XrpcError(int status, String name, String text) {
        super(name + ": " + text);
        this.status = status;
        this.name = name;
        this.text = text;
    }

    static XrpcError invalid(String text) {
        return new XrpcError(400, "InvalidRequest", text);
    }

    static XrpcError notYours() {
        return new XrpcError(401, "AuthenticationRequired", "Authentication Required");
    }

    int status() {
        return status;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }
}
