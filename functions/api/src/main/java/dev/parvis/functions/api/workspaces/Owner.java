package dev.parvis.functions.api.workspaces;

import dev.parvis.kernel.http.in.Request;

/**
 * The one person named at deployment, who may create workspaces: by the token's subject or user name, or by its e-mail
 * address when the issuer says that the address is verified: anybody may claim one that is not.
 */
public record Owner(String named) {
    boolean is(Request request) {
        return request.claim("sub").filter(named::equals).isPresent()
                || request.claim("cognito:username").filter(named::equals).isPresent()
                || hasAddress(request);
    }

    private boolean hasAddress(Request request) {
        return request.claim("email_verified").filter("true"::equalsIgnoreCase).isPresent()
                && request.claim("email").filter(named::equalsIgnoreCase).isPresent();
    }
}
