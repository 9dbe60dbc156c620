package dev.parvis.fakes.mastodon;

/** An answer {@code {"error":text}} with its status. */
final class MastodonError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String text;

    MastodonError(int status, String text) {
        super(text);
        this.status = status;
        this.text = text;
    }

    static MastodonError notFound() {
        return new MastodonError(404, "Record not found");
    }

    static MastodonError invalid(String text) {
        return new MastodonError(422, text);
    }

    int status() {
        return status;
    }

    String text() {
        return text;
    }
}
