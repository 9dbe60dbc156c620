package dev.parvis.kernel.http.out;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

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
        if (isAllowed(url)) {
            return new Passed(url, new GuardedDns(false));
        }
        var refusal = judge(url, call.policy());
        if (refusal.isPresent()) {
            throw new CallFailed.NotSent(
                    refusal.get().reason(), call + ": " + refusal.get().why(), null);
        }
        return new Passed(Objects.requireNonNull(url, "judged"), new GuardedDns(true));
    }

    /** Why a URL is refused whatever its name resolves to, in words that follow "because". */
    Optional<String> refusal(URI uri, Policy policy) {
        var url = HttpUrl.parse(uri.toString());
        return isAllowed(url) ? Optional.empty() : judge(url, policy).map(Refusal::why);
    }

    private record Refusal(CallFailed.NotSent.Reason reason, String why) {}

    private boolean isAllowed(@Nullable HttpUrl url) {
        return url != null
                && allowed.contains(
                        new HostPort(url.host().contains(":") ? "[" + url.host() + "]" : url.host(), url.port()));
    }

    private static Optional<Refusal> judge(@Nullable HttpUrl url, Policy policy) {
        if (url == null) {
            return refused("only absolute http and https URLs are called");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            return refused("a URL must not hold a user name or password");
        }
        if (policy.httpsOnly() && !url.isHttps()) {
            return refused("only https is allowed here");
        }
        if (!policy.anyPort() && url.port() != HttpUrl.defaultPort(url.scheme())) {
            return refused("only port 80 of http and port 443 of https are allowed");
        }
        if (url.host().equals("localhost") || url.host().endsWith(".localhost")) {
            return notCalled("loopback"); // RFC 6761 section 6.3
        }
        return isLiteral(url.host()) ? judgeLiteral(url.host()) : Optional.empty();
    }

    private static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    private static Optional<Refusal> judgeLiteral(String host) {
        if (host.indexOf(':') < 0 && !isCanonicalV4(host)) {
            return refused("an IPv4 address is written as four numbers from 0 to 255 without leading zeros");
        }
        try {
            return AddressGuard.refusal(InetAddress.getByName(host)).flatMap(Gate::notCalled);
        } catch (UnknownHostException e) {
            return refused("the host is neither a name nor an address");
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

    private static Optional<Refusal> refused(String why) {
        return Optional.of(new Refusal(CallFailed.NotSent.Reason.REFUSED_URL, why));
    }

    private static Optional<Refusal> notCalled(String kind) {
        return Optional.of(
                new Refusal(CallFailed.NotSent.Reason.REFUSED_ADDRESS, "this address is not called (" + kind + ")"));
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
