package dev.parvis.functions.api.workspaces;

import dev.parvis.kernel.http.in.Request;

/**
 * The one person named at deployment, who may create workspaces: by the token's subject or user name, or by its e-mail
 * address when the issuer does not say that the address is unverified.
 */
public record Owner(String named) {
    boolean is(Request request) {
        return request.claim("sub").filter(named::equals).isPresent()
                || request.claim("cognito:username").filter(named::equals).isPresent()
                || hasAddress(request);
    }

    private boolean hasAddress(Request request) {
        var unverified = request.claim("email_verified")
                .filter("false"::equalsIgnoreCase)
                .isPresent();
        return !unverified
                && request.claim("email").filter(named::equalsIgnoreCase).isPresent();
    }
}
