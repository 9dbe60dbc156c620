package dev.parvis.functions.api.calls;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.http.out.Policy;
import dev.parvis.kernel.json.Fields;

/**
 * Reads URLs that we shall call for a user. One that is never called (a private address, another port) is refused here, by
 * its field. Names are not resolved here: where they lead is judged at each call, because they move.
 */
public final class WebUrls {
    private static final int LONGEST = 2_000;

    private final Outbound outbound;

    public WebUrls(Outbound outbound) {
        this.outbound = outbound;
    }

    /** The URL in a field; empty when it is not given, or wrong and noted. */
    public Optional<URI> read(Fields fields, String name) {
        return fields.optionalLine(name, 1, LONGEST).flatMap(text -> {
            var url = parsed(text);
            if (url.isEmpty()) {
                fields.refuse(name, "malformed", "must be an absolute http or https URL without a user name");
                return Optional.empty();
            }
            var refusal = outbound.refusal(url.get(), Policy.userGiven());
            refusal.ifPresent(why -> fields.refuse(name, "never_called", "leads where we never call: " + why));
            return refusal.isEmpty() ? url : Optional.empty();
        });
    }

    private static Optional<URI> parsed(String text) {
        try {
            var url = new URI(text);
            var web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            return web && url.getHost() != null && url.getUserInfo() == null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
