package dev.parvis.networks.feeds;

/** What was fetched is no feed, or none that is read; the message is for a person. Never leaves this package. */
final class NotAFeed extends Exception {
    private static final long serialVersionUID = 1L;

    NotAFeed(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
