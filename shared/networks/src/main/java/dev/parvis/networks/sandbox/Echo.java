package dev.parvis.networks.sandbox;

import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.networks.http.Quiet;

/** The sandbox's third face: short texts, each refused a second time by naming the first. It connects as the sandbox does. */
public final class Echo implements Network {
    public static final NetworkId ID = new NetworkId("echo");

    private final Connects connects;
    private final Publishes publishes;

    public Echo(Outbound outbound, InstantSource clock, Quiet quiet) {
        this.connects = new SandboxConnects(new SandboxCalls(outbound), clock);
        this.publishes = new EchoPublishes(new SandboxCalls(outbound, "/echo/v1"), clock, quiet);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Echo (sandbox)";
    }

    @Override
    public Optional<Connects> connects() {
        return Optional.of(connects);
    }

    @Override
    public Optional<Publishes> publishes() {
        return Optional.of(publishes);
    }
}
