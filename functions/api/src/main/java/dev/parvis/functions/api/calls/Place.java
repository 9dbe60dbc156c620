package dev.parvis.functions.api.calls;

/**
 * Where in a workspace a route acts: whose role is asked. Every route says so, and {@link Places} finds the brand from the
 * thing itself, before the route runs.
 */
public enum Place {
    /** Any member may call it, a guest too: it shows each what they may see. */
    SEEN,
    /** The workspace's own things, which are no brand's. */
    WORKSPACE,
    /** Something that touches every brand at once: it takes the role on each of them. */
    EVERYWHERE,
    /** The brand in the path. */
    BRAND,
    /** The brand that {@code ?brand=} names. */
    QUERY,
    /** The brand that the body's {@code brand} names, of what is to be created. */
    BODY,
    /** What the body's {@code scope} and {@code id} name: a brand, or more than one. */
    STOP,
    POST,
    CHANNEL,
    MEDIA,
    SOURCE,
    REPORT,
    INTERACTION
}
