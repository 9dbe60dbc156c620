package dev.parvis.networks.http;

import java.time.Duration;

import dev.parvis.kernel.http.out.Answer;
import dev.parvis.kernel.json.Json;

/** What became of a call to a network. */
public sealed interface Reply {

    /** A 2xx. {@code body} is absent when it held no JSON: what must be in it is for the caller to check. */
    record Ok(Json body, Answer answer) implements Reply {}

    /** Anything else; {@code reason} is for a person and holds no secret. */
    sealed interface Trouble extends Reply {
        String reason();
    }

    /** The credential is dead; nothing was done. */
    record Expired(String reason) implements Trouble {}

    /** Too many calls; nothing was done. Not before {@code pause} is over. */
    record Throttled(Duration pause, String reason) implements Trouble {}

    /**
     * Refused for good; nothing was done.
     *
     * @param status the HTTP status, or 0 when the address was not even called
     * @param code the network's own name of the error, or one of ours; never empty
     */
    record Refused(int status, String code, String reason) implements Trouble {}

    /** A 5xx, a cut or a time-out after the first byte left: it may have been done. */
    record Doubtful(String reason) implements Trouble {}

    /** Not one byte left: nothing was done, and trying again is safe. */
    record Unsent(String reason) implements Trouble {}
}
