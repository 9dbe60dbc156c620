package dev.parvis.kernel.http.out;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parvis.kernel.config.HostPort;
import dev.parvis.kernel.time.Deadline;

/** Follows redirects of reading calls, one guarded call per hop, all within the first call's total time. */
public final class Redirects {
    private static final Set<Integer> FOLLOWED = Set.of(301, 302, 303, 307, 308);
    private static final List<String> FOR_ONE_HOST = List.of("authorization", "cookie", "proxy-authorization");

    private final Outbound outbound;

    public Redirects(Outbound outbound) {
        this.outbound = outbound;
    }

    /**
     * Where a call ended.
     *
     * @param permanent where the first URL has moved for good: the end of the leading 301 and 308 hops
     */
    public record Followed(Answer answer, Optional<URI> permanent) {}

    /**
     * GET and HEAD only. Credentials stay with the host they were given for; a step down from https to http is refused.
     * A hop too many, or a {@code Location} that is no URL we call, is {@link CallFailed.NotSent}.
     */
    public Followed follow(Call call, int max) {
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            throw new IllegalArgumentException("redirects are followed for GET and HEAD only");
        }
        var deadline = Deadline.in(call.limits().total());
        var permanent = Optional.<URI>empty();
        var onlyPermanent = true;
        var hop = call;
        for (var hops = 0; ; hops++) {
            var answer = outbound.send(hop.within(remaining(hop, deadline)));
            var location = answer.header("location");
            if (!FOLLOWED.contains(answer.status()) || location.isEmpty()) {
                return new Followed(answer, permanent);
            }
            if (hops == max) {
                throw new CallFailed.NotSent(
                        CallFailed.NotSent.Reason.TOO_MANY_REDIRECTS, hop + ": more than " + max + " redirects", null);
            }
            var next = next(hop, location.get());
            onlyPermanent &= answer.status() == 301 || answer.status() == 308;
            permanent = onlyPermanent ? Optional.of(next.uri()) : permanent;
            hop = next;
        }
    }

    private static java.time.Duration remaining(Call hop, Deadline deadline) {
        if (deadline.passed()) {
            throw new CallFailed.NotSent(CallFailed.NotSent.Reason.TIME_OUT, hop + ": no time left to follow", null);
        }
        return deadline.remaining();
    }

    private static Call next(Call hop, String location) {
        URI target;
        try {
            target = hop.uri().resolve(location.strip());
        } catch (IllegalArgumentException e) {
            throw new CallFailed.NotSent(
                    CallFailed.NotSent.Reason.REFUSED_URL, hop + ": redirected to what is no URL", null);
        }
        if ("https".equalsIgnoreCase(hop.uri().getScheme()) && "http".equalsIgnoreCase(target.getScheme())) {
            throw new CallFailed.NotSent(
                    CallFailed.NotSent.Reason.REFUSED_URL, hop + ": redirected from https to http", null);
        }
        var next = hop.to(target);
        if (!HostPort.of(hop.uri()).equals(HostPort.of(target))) {
            for (var header : FOR_ONE_HOST) {
                next = next.without(header);
            }
        }
        return next;
    }
}
