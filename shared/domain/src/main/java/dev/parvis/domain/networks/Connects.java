package dev.parvis.domain.networks;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;

/** Turns what a person types into a connection, and renews it before it dies. */
public interface Connects {
    /** A field a person fills in to connect; secret ones are never shown again. */
    record Field(String name, boolean secret, boolean required) {}

    List<Field> fields();

    /** Checks the answers with the network. Changes nothing there but the network's own session. */
    Connecting connect(Map<String, String> answers);

    /** Renews a credential. Called under the account's lease only. */
    Renewal refresh(Connection connection);

    /** What became of connecting. */
    sealed interface Connecting {
        /** @param expiresAt when the credential dies without a refresh; {@link Instant#MAX} when it does not */
        record Connected(URI server, String account, String handle, Credential credential, Instant expiresAt)
                implements Connecting {}

        /** The network says no: wrong password, unknown account. {@code field} is what to correct, or empty. */
        record Refused(String field, String reason) implements Connecting {}

        /** It could not be asked just now. */
        record Unreachable(String reason) implements Connecting {}
    }

    /** What became of a refresh. */
    sealed interface Renewal {
        /** The whole new credential: the old refresh token is in it when the answer brought none. */
        record Renewed(Credential credential, Instant expiresAt) implements Renewal {}

        /** There is nothing to renew. */
        record Lasting() implements Renewal {}

        /** The network refused for good: a person must connect again. */
        record Revoked(String reason) implements Renewal {}

        /** Not now; the old credential stands. */
        record Later(String reason) implements Renewal {}
    }
}
