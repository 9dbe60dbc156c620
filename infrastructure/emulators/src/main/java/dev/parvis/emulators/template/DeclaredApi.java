package dev.parvis.emulators.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The HTTP API as the template declares it.
 *
 * @param defaultAuthorizer what a route without an authorizer of its own has; empty for none
 * @param burst how many requests at once the stage takes; 0 when the template sets no limit
 * @param rate how many requests a second the stage takes; 0 when the template sets no limit
 */
public record DeclaredApi(
        String id, String defaultAuthorizer, Map<String, Authorizer> authorizers, int burst, int rate) {
    /**
     * A JWT authorizer.
     *
     * @param identitySource such as {@code $request.header.Authorization}
     */
    public record Authorizer(String name, String identitySource, String issuer, List<String> audience) {}

    static DeclaredApi of(String id, Map<String, Object> properties) {
        var auth = Nodes.map(properties, "Auth");
        var authorizers = new LinkedHashMap<String, Authorizer>();
        Nodes.map(auth, "Authorizers")
                .forEach((name, node) -> authorizers.put(name, authorizer(name, Nodes.map(node))));
        var throttle = Nodes.map(properties, "DefaultRouteSettings");
        return new DeclaredApi(
                id,
                Nodes.text(auth, "DefaultAuthorizer", ""),
                Map.copyOf(authorizers),
                Nodes.number(throttle, "ThrottlingBurstLimit", 0),
                Nodes.number(throttle, "ThrottlingRateLimit", 0));
    }

    private static Authorizer authorizer(String name, Map<String, Object> node) {
        var jwt = Nodes.map(node, "JwtConfiguration");
        return new Authorizer(
                name,
                Nodes.text(node, "IdentitySource", "$request.header.Authorization"),
                Nodes.text(jwt, "issuer"),
                Nodes.list(jwt, "audience").stream().map(Nodes::scalar).toList());
    }
}
