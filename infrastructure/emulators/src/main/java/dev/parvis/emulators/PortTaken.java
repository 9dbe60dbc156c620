package dev.parvis.emulators;

/** A server could not start because something else listens where it was told to. The message is fit for a user. */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String service;
    private final int port;

    public PortTaken(String service, Listen listen, Throwable cause) {
        super(
                "Port " + listen.port() + " on " + listen.host() + ", meant for " + service
                        + ", is taken by another program. Stop that program or choose another port.",
                cause);
        this.service = service;
        this.port = listen.port();
    }

    public String service() {
        return service;
    }

    public int port() {
        return port;
    }
}
