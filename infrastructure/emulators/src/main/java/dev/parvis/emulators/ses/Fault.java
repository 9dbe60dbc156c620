package dev.parvis.emulators.ses;

/** What the next call to {@code SendEmail} suffers. */
public enum Fault {
    /** 429 {@code TooManyRequestsException}: the maximum sending rate. Nothing is taken. */
    THROTTLED,
    /** 400 {@code MessageRejected}: an identity that is not verified. Nothing is taken. */
    REJECTED,
    /** 403 {@code AccountSuspendedException}. Nothing is taken. */
    SUSPENDED,
    /** 500 {@code InternalServiceErrorException}. Nothing is taken. */
    BROKEN,
    /** The mail is taken and the connection cut before the answer. */
    ANSWER_LOST
}
