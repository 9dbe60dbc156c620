package dev.parvis.domain.posts;

/** How a post stands at its instant on its channels. */
public enum Booking {
    /** A person said the time: other posts may be there too. */
    SHARED,
    /** The time was taken because it is free: refused where another post stands at that instant on a channel. */
    ALONE
}
