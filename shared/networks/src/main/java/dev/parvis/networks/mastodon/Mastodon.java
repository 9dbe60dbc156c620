package dev.parvis.networks.mastodon;

import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Listens;
import dev.parvis.domain.networks.Measures;
import dev.parvis.domain.networks.Moderates;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.ReceivesWebhooks;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.networks.http.Quiet;

/** Mastodon and its kin: connects by access token, publishes, listens, measures, receives an administrator's webhooks. */
public final class Mastodon implements Network {
    public static final NetworkId ID = new NetworkId("mastodon");

    private final Connects connects;
    private final Publishes publishes;
    private final Listens listens;
    private final Moderates moderates = new MastodonModerates();
    private final Measures measures;
    private final ReceivesWebhooks receivesWebhooks = new MastodonDeliveries();

    /** @param sleeper waits, in preparation only, while a server processes an image */
    public Mastodon(Outbound outbound, InstantSource clock, Sleeper sleeper, Quiet quiet) {
        var rest = new Rest(outbound);
        var instances = new Instances(rest, clock);
        this.connects = new MastodonConnects(rest, instances);
        this.publishes = new MastodonPublishes(rest, instances, clock, sleeper, quiet);
        this.listens = new MastodonListens(rest, clock);
        this.measures = new MastodonMeasures(rest, clock);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Mastodon";
    }

    @Override
    public Optional<Connects> connects() {
        return Optional.of(connects);
    }

    @Override
    public Optional<Publishes> publishes() {
        return Optional.of(publishes);
    }

    @Override
    public Optional<Listens> listens() {
        return Optional.of(listens);
    }

    @Override
    public Optional<Moderates> moderates() {
        return Optional.of(moderates);
    }

    @Override
    public Optional<Measures> measures() {
        return Optional.of(measures);
    }

    @Override
    public Optional<ReceivesWebhooks> receivesWebhooks() {
        return Optional.of(receivesWebhooks);
    }
}
