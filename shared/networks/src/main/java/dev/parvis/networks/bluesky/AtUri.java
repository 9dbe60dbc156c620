package dev.parvis.networks.bluesky;

import java.util.Optional;
import java.util.regex.Pattern;

/** {@code at://did/collection/rkey}: where a record stands. */
record AtUri(String did, String collection, String rkey) {
    static final String POST = "app.bsky.feed.post";
    private static final Pattern FORM = Pattern.compile(
            "at://(did:[a-z]+:[A-Za-z0-9._:%-]{1,200})/([A-Za-z0-9.-]{1,300})/([A-Za-z0-9._:~-]{1,512})");

    static Optional<AtUri> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new AtUri(match.group(1), match.group(2), match.group(3)))
                : Optional.empty();
    }

    static AtUri post(String did, String rkey) {
        return new AtUri(did, POST, rkey);
    }

    /** Where a person sees it. */
    String web() {
        return "https://bsky.app/profile/" + did + "/post/" + rkey;
    }

    @Override
    public String toString() {
        return "at://" + did + "/" + collection + "/" + rkey;
    }
}
