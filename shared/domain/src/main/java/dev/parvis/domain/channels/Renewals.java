package dev.parvis.domain.channels;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.networks.Connects.Renewal;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.notices.Notices;

/**
 * Renews credentials, one at a time per account: whoever renews holds the channel's {@link Refresh} row. A credential
 * is renewed at 50 to 80 % of its life, with jitter. A transient failure never disconnects a channel; a credential that
 * never expires and that its network calls expired all the same was revoked. The row stays on the agenda as long as the
 * channel is there: what has left it could be neither claimed nor brought forward when a person connects again.
 */
public final class Renewals {
    private static final Duration SOONEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Agenda agenda;
    private final Connections connections;
    private final Credentials credentials;
    private final Channels channels;
    private final Networks networks;
    private final Notices notices;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** What it means of a credential that lasts: due, it still stands; refused by the network, it was revoked. */
    private enum Asked {
        BECAUSE_DUE,
        BECAUSE_REFUSED
    }

    /** What renewing reads and writes. */
    public record Stores(Agenda agenda, Channels channels, Credentials credentials) {}

    public Renewals(Stores stores, Networks networks, Notices notices, InstantSource clock, RandomGenerator random) {
        agenda = stores.agenda();
        channels = stores.channels();
        credentials = stores.credentials();
        connections = new Connections(channels, credentials);
        this.networks = networks;
        this.notices = notices;
        this.clock = clock;
        this.random = random;
    }

    /** Renews a credential that a network has just called expired, unless somebody has renewed it meanwhile. */
    public Renewed renew(Opened.Ready stale) {
        return renew(stale, Asked.BECAUSE_REFUSED);
    }

    /** The same for a credential that may have expired: what failed does not say why. */
    public Renewed renewInCase(Opened.Ready suspect) {
        return renew(suspect, Asked.BECAUSE_DUE);
    }

    private Renewed renew(Opened.Ready stale, Asked asked) {
        var channel = stale.connection().channel();
        if (connections.openLatest(channel.workspace(), channel.id()) instanceof Opened.Ready now
                && now.version() > stale.version()) {
            return new Renewed.Fresh(now);
        }
        return agenda.claimOne(Kind.REFRESH, channel.workspace(), channel.id().value())
                .map(claim -> renew(claim, asked))
                .orElseGet(() -> new Renewed.Later("another worker is renewing the credential"));
    }

    /** Renews under a claim, and finishes it. */
    public Renewed renew(Claim<Refresh> claim) {
        return renew(claim, Asked.BECAUSE_DUE);
    }

    private Renewed renew(Claim<Refresh> claim, Asked asked) {
        var work = claim.work();
        return switch (connections.openLatest(work.workspace(), work.channel())) {
            case Opened.Ready ready -> renew(claim, ready, asked);
            case Opened.Disconnected(var reason) -> {
                agenda.finish(claim, work, next(Instant.MAX));
                yield new Renewed.Lost(reason);
            }
            case Opened.Missing _ -> {
                agenda.finish(claim, work, Next.never());
                yield new Renewed.Lost("the channel was removed");
            }
        };
    }

    private Renewed renew(Claim<Refresh> claim, Opened.Ready ready, Asked asked) {
        var connects = networks.find(ready.connection().channel().network()).flatMap(network -> network.connects());
        if (connects.isEmpty()) {
            return later(claim, "this function does not know the network");
        }
        return switch (connects.get().refresh(ready.connection())) {
            case Renewal.Renewed(var credential, var expiresAt) -> keep(claim, ready, credential, expiresAt);
            case Renewal.Lasting() ->
                switch (asked) {
                    case BECAUSE_DUE -> lasting(claim, ready);
                    case BECAUSE_REFUSED ->
                        lost(claim, ready.connection().channel(), "the network no longer accepts the credential");
                };
            case Renewal.Revoked(var reason) -> lost(claim, ready.connection().channel(), reason);
            case Renewal.Later(var reason) -> later(claim, reason);
        };
    }

    private Renewed lasting(Claim<Refresh> claim, Opened.Ready ready) {
        agenda.finish(claim, claim.work().renewedUntil(Instant.MAX), next(Instant.MAX));
        return new Renewed.Fresh(ready);
    }

    private Renewed keep(Claim<Refresh> claim, Opened.Ready ready, Credential credential, Instant expiresAt) {
        var channel = ready.connection().channel();
        var replaced = credentials.replace(channel.workspace(), channel.id(), credential, expiresAt, ready.version());
        if (!replaced) {
            return later(claim, "somebody connected the channel again meanwhile");
        }
        agenda.finish(claim, claim.work().renewedUntil(expiresAt), next(expiresAt));
        return new Renewed.Fresh(new Opened.Ready(new Connection(channel, credential), ready.version() + 1));
    }

    /** When a credential that lives until then is due for renewal; one that lasts is looked after now and then. */
    private Next next(Instant expiresAt) {
        var now = clock.instant();
        if (expiresAt.equals(Instant.MAX)) {
            return Next.at(now.plus(Refresh.LOOKED_AFTER));
        }
        var life = Duration.between(now, expiresAt);
        var share = 0.5 + 0.3 * random.nextDouble();
        var wait = Duration.ofMillis((long) (life.toMillis() * share));
        return Next.at(now.plus(wait.compareTo(SOONEST) < 0 ? SOONEST : wait));
    }

    private Renewed lost(Claim<Refresh> claim, Channel channel, String reason) {
        notices.tell(new Event(
                channel.id() + "." + claim.lease().fence() + ".disconnected",
                Event.Type.CHANNEL_DISCONNECTED,
                channel.workspace(),
                clock.instant(),
                Map.of(
                        "brand", channel.brand().value(),
                        "channel", channel.id().value(),
                        "network", channel.network().value())));
        channels.change(channel.disconnected(reason));
        agenda.finish(claim, claim.work().told(), next(Instant.MAX));
        return new Renewed.Lost(reason);
    }

    private Renewed later(Claim<Refresh> claim, String reason) {
        var work = claim.work().failedAgain();
        var wait = SOONEST.multipliedBy(1L << Math.min(work.failures(), 10));
        var capped = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        agenda.finish(claim, work, Next.at(clock.instant().plus(capped)));
        return new Renewed.Later(reason);
    }
}
