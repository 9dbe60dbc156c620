package dev.parvis.kernel.config;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** A host name or address and a port, compared exactly (the host in lower case, an IPv6 address in brackets). */
public record HostPort(String host, int port) {
    public HostPort {
        if (host.isBlank() || host.contains("*") || port < 1 || port > 65535) {
            throw new IllegalArgumentException("not a host and a port between 1 and 65535");
        }
        host = host.toLowerCase(Locale.ROOT);
    }

    /** Reads {@code host:port}; a missing or odd port is refused, so that nobody allows a whole host by mistake. */
    public static Optional<HostPort> parse(String text) {
        var colon = text.lastIndexOf(':');
        if (colon <= 0 || text.substring(0, colon).contains("/")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new HostPort(text.substring(0, colon), Integer.parseInt(text, colon + 1, text.length(), 10)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where this URI leads, with the scheme's own port when it names none; empty when it has no host. */
    public static Optional<HostPort> of(URI uri) {
        if (uri.getHost() == null) {
            return Optional.empty();
        }
        var port = uri.getPort() != -1 ? uri.getPort() : "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
        return Optional.of(new HostPort(uri.getHost(), port));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
