package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Publishes;

/** A network that publishes; its credentials can be renewed, mostly. */
record SimulatedNetwork(Publishes publishing, Mischief mischief, InstantSource clock) implements Network, Connects {
    @Override
    public NetworkId id() {
        return Fixtures.SANDBOX;
    }

    @Override
    public String title() {
        return "Simulated";
    }

    @Override
    public Optional<Publishes> publishes() {
        return Optional.of(publishing);
    }

    @Override
    public Optional<Connects> connects() {
        return Optional.of(this);
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public Connecting connect(Map<String, String> answers) {
        return new Connecting.Unreachable("nobody connects here");
    }

    @Override
    public Renewal refresh(Connection connection) {
        if (mischief.oneIn(5)) {
            return new Renewal.Later("the network does not answer");
        }
        return mischief.oneIn(10)
                ? new Renewal.Revoked("the account has withdrawn its consent")
                : new Renewal.Renewed(
                        new Credential(Map.of("token", "fresh")),
                        clock.instant().plus(Duration.ofHours(2)));
    }
}
