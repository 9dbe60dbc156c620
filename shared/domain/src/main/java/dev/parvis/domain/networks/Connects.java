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

    /** Whether a credential that dies is renewed without a person. */
    default boolean renews() {
        return true;
    }

    /** Asks the network whether it takes a credential as it is, and lets it publish. Changes nothing there. */
    default Standing standing(Connection connection) {
        return new Standing.Untold();
    }

    /** How a credential stands with its network. */
    sealed interface Standing {
        /** The network takes it, and says of no right to publish that it is missing. */
        record Good() implements Standing {}

        /** The network takes it, but not for publishing: these rights, as the network names them, are missing. */
        record Narrow(List<String> missing) implements Standing {
            public Narrow {
                missing = List.copyOf(missing);
            }
        }

        /** The network takes it no more. */
        record Dead() implements Standing {}

        /** The network has no way to be asked. */
        record Untold() implements Standing {}

        /** It could not be asked just now. */
        record Unreachable(String reason) implements Standing {}
    }

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
