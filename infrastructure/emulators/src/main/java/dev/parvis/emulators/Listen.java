package dev.parvis.emulators;

import java.net.URI;

/**
 * Where a server listens.
 *
 * @param host an address of this machine; {@code 0.0.0.0} lets containers and other machines in, which an emulator
 *     without real credentials should do only when asked to
 * @param port 0 picks a free one
 */
public record Listen(String host, int port) {
    private static final String LOOPBACK = "127.0.0.1";

    public Listen {
        if (host.isBlank()) {
            throw new IllegalArgumentException("no address to listen on");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no such port: " + port);
        }
    }

    /** A free port that only this machine reaches. */
    public static Listen anywhere() {
        return new Listen(LOOPBACK, 0);
    }

    /** This port, that only this machine reaches. */
    public static Listen loopback(int port) {
        return new Listen(LOOPBACK, port);
    }

    /** The URL by which this machine reaches a server that took {@code actualPort}. */
    public URI url(int actualPort) {
        var reachable = host.equals("0.0.0.0") || host.equals("::") ? LOOPBACK : host;
        return http(reachable, actualPort);
    }

    /** The address itself as a URL, with the port as asked for. */
    public URI bindUrl() {
        return http(host, port);
    }

    private static URI http(String host, int port) {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }
}
