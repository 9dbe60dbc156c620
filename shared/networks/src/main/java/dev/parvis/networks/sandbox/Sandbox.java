package dev.parvis.networks.sandbox;

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
import dev.parvis.networks.http.Quiet;

/** The sandbox: a network of our own, with every capability. */
public final class Sandbox implements Network {
    public static final NetworkId ID = new NetworkId("sandbox");

    private final Connects connects;
    private final Publishes publishes;
    private final Listens listens;
    private final Moderates moderates;
    private final Measures measures;
    private final ReceivesWebhooks webhooks;

    public Sandbox(Outbound outbound, InstantSource clock, Quiet quiet) {
        var calls = new SandboxCalls(outbound);
        this.connects = new SandboxConnects(calls, clock);
        this.publishes = new SandboxPublishes(calls, clock, quiet);
        this.listens = new SandboxListens(calls, clock);
        this.moderates = new SandboxModerates(calls);
        this.measures = new SandboxMeasures(calls, clock);
        this.webhooks = new SandboxDeliveries(clock);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Sandbox";
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
        return Optional.of(webhooks);
    }
}
