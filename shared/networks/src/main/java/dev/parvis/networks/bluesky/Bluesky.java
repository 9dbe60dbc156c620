package dev.parvis.networks.bluesky;

import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Listens;
import dev.parvis.domain.networks.Measures;
import dev.parvis.domain.networks.Moderates;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.networks.http.Quiet;

/** Bluesky: connects by app password, publishes, listens, hides replies, measures. It sends no webhooks. */
public final class Bluesky implements Network {
    public static final NetworkId ID = new NetworkId("bluesky");

    private final Connects connects;
    private final Publishes publishes;
    private final Listens listens;
    private final Moderates moderates;
    private final Measures measures;

    public Bluesky(Outbound outbound, InstantSource clock, Quiet quiet) {
        var xrpc = new Xrpc(outbound);
        this.connects = new BlueskyConnects(xrpc, clock);
        this.publishes = new BlueskyPublishes(xrpc, clock, quiet);
        this.listens = new BlueskyListens(xrpc, clock);
        this.moderates = new BlueskyModerates(xrpc, clock);
        this.measures = new BlueskyMeasures(xrpc, clock);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Bluesky";
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
}
