package dev.parvis.domain.channels;

/** Whether a channel can be used. A transient failure never disconnects one. */
public enum ChannelState {
    CONNECTED,
    /** The network refused the credential for good: a person must connect it again. */
    DISCONNECTED
}
