package dev.parvis.networks.bluesky;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parvis.networks.http.Urls;

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

    /**
     * A post of this account by the address that Bluesky's own app, and those that follow it, show it at:
     * {@code https://bsky.app/profile/alice.example/post/3l6oveex3ii2l}, with the handle or the DID.
     */
    static Optional<AtUri> seenAt(URI address, String did, String handle) {
        var path = Objects.requireNonNullElse(address.getPath(), "").split("/", -1);
        var isPost = Urls.isLink(address.toString())
                && path.length == 5
                && path[1].equals("profile")
                && path[3].equals("post");
        return isPost && (path[2].equals(did) || path[2].equalsIgnoreCase(handle))
                ? parse(post(did, path[4]).toString())
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
