package dev.parvis.local.auth;

import java.util.Map;

/** What the authorizer says about a request's token. */
public sealed interface Verdict {

    /** The token is good; its claims as API Gateway hands them over, each as text. */
    record Accepted(Map<String, String> claims) implements Verdict {
        public Accepted {
            claims = Map.copyOf(claims);
        }
    }

    /** The token is missing or bad; the reason is fit for the {@code WWW-Authenticate} header. */
    record Refused(String reason) implements Verdict {}
}
