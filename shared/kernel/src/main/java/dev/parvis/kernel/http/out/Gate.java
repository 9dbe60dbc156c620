package dev.parvis.kernel.http.out;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import okhttp3.Dns;
import okhttp3.HttpUrl;

import dev.parvis.kernel.config.HostPort;

/**
 * Lets a call's URL through or refuses it, before a name is resolved and again with the addresses it resolves to.
 * OkHttp does not ask its {@code Dns} about hosts that are addresses already: those are judged here at once.
 */
final class Gate {
    private final Set<HostPort> allowed;

    Gate(Set<HostPort> allowed) {
        this.allowed = allowed;
    }

    /** A URL as OkHttp understands it, and the resolver that goes with it. */
    record Passed(HttpUrl url, GuardedDns dns) {}

    Passed pass(Call call) {
        var url = HttpUrl.parse(call.uri().toString());
        if (url == null) {
            throw refused(call, "only absolute http and https URLs are called");
        }
        if (allowed.contains(
                new HostPort(url.host().contains(":") ? "[" + url.host() + "]" : url.host(), url.port()))) {
            return new Passed(url, new GuardedDns(false));
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw refused(call, "a URL must not hold a user name or password");
        }
        if (call.policy().httpsOnly() && !url.isHttps()) {
            throw refused(call, "only https is allowed here");
        }
        if (!call.policy().anyPort() && url.port() != HttpUrl.defaultPort(url.scheme())) {
            throw refused(call, "only port 80 of http and port 443 of https are allowed");
        }
        if (isLiteral(url.host())) {
            judgeLiteral(call, url.host());
        }
        return new Passed(url, new GuardedDns(true));
    }

    private static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    private static void judgeLiteral(Call call, String host) {
        if (host.indexOf(':') < 0 && !isCanonicalV4(host)) {
            throw refused(call, "an IPv4 address is written as four numbers from 0 to 255 without leading zeros");
        }
        try {
            var refusal = AddressGuard.refusal(InetAddress.getByName(host));
            if (refusal.isPresent()) {
                throw new CallFailed.NotSent(
                        CallFailed.NotSent.Reason.REFUSED_ADDRESS,
                        call + ": this address is not called (" + refusal.get() + ")",
                        null);
            }
        } catch (UnknownHostException e) {
            throw refused(call, "the host is neither a name nor an address");
        }
    }

    /** {@code 0177.0.0.1} is 127.0.0.1 to some programs and 177.0.0.1 to Java; {@code 127.1} is an address to some. */
    private static boolean isCanonicalV4(String host) {
        var parts = host.split("\\.", -1);
        return parts.length == 4
                && Stream.of(parts)
                        .allMatch(part -> part.length() >= 1
                                && part.length() <= 3
                                && (part.length() == 1 || part.charAt(0) != '0')
                                && Integer.parseInt(part) <= 255);
    }

    private static CallFailed.NotSent refused(Call call, String why) {
        return new CallFailed.NotSent(CallFailed.NotSent.Reason.REFUSED_URL, call + ": " + why, null);
    }

    /**
     * Resolves, and refuses the name when any of its addresses is refused. A record, because OkHttp hands a pooled
     * connection only to calls with an equal resolver: a guarded call never rides on an unguarded connection.
     */
    record GuardedDns(boolean guarded) implements Dns {
        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            var addresses = InetAddress.getAllByName(host);
            for (var address : addresses) {
                judge(host, address);
            }
            return Stream.of(addresses)
                    .sorted(Comparator.comparingInt(address -> address.getAddress().length))
                    .toList();
        }

        void judge(String host, InetAddress address) throws Refused {
            var refusal = AddressGuard.refusal(address);
            if (guarded && refusal.isPresent()) {
                throw new Refused(host + " leads to an address that is not called (" + refusal.get() + ")");
            }
        }
    }

    /** The name resolves to where we do not go. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
