package dev.parvis.kernel.http.out;

/**
 * Where a call may go. Private and special addresses are refused under every policy, except the exact host:port pairs
 * that the local runner allows; a policy adds to that.
 *
 * @param anyPort whether ports other than 80 and 443 are allowed
 * @param httpsOnly whether plain http is refused
 */
public record Policy(boolean anyPort, boolean httpsOnly) {

    /** For URLs that a user typed or another server named: http or https on their own ports. */
    public static Policy userGiven() {
        return new Policy(false, false);
    }

    /** For a network's API, whose URL stands in our code or was checked at connection: https only. */
    public static Policy network() {
        return new Policy(true, true);
    }

    /** The same, plain http refused: for where we send secrets or signed messages. */
    public Policy overHttps() {
        return new Policy(anyPort, true);
    }
}
