package dev.parvis.fakes.mastodon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.parvis.fakes.http.Request;

/** Access tokens: whose, by which application, for what. They live until they are revoked. */
final class Tokens {
    record Token(String value, Optional<People.Person> person, String application, Set<String> scopes) {}

    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private int made;

    synchronized Token make(Optional<People.Person> person, String application, Set<String> scopes) {
        String owner = person.map(People.Person::username).orElse("app");
        var token = new Token("token-" + owner + "-" + ++made, person, application, scopes);
        tokens.put(token.value, token);
        return token;
    }

    synchronized boolean revoke(String value) {
        return tokens.remove(value) != null;
    }

    /** The person behind the request, allowed to do {@code scope}; an error as the server words it otherwise. */
    People.Person person(Request request, String scope) {
        Token token = token(request).orElseThrow(() -> new MastodonError(401, "The access token is invalid"));
        boolean covered = token.scopes.contains(scope)
                || token.scopes.contains(scope.split(":")[0])
                || (scope.equals("read:accounts") && token.scopes.contains("profile"));
        if (!covered) throw new MastodonError(403, "This action is outside the authorized scopes");
        return token.person.orElseThrow(() -> MastodonError.invalid("This method requires an authenticated user"));
    }

    synchronized Optional<Token> token(Request request) {
        return request.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .map(header -> tokens.get(header.substring(7)));
    }
}
