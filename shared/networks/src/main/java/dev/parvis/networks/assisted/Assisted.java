package dev.parvis.networks.assisted;

import java.util.Optional;

import dev.parvis.domain.networks.Assists;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;

/** Whatever network a person posts on for us. Nothing is read there, and so nothing is measured: it is not provided. */
public final class Assisted implements Network {
    public static final NetworkId ID = new NetworkId("assisted");

    private final Connects connects = new AssistedConnects();
    private final Assists assists = new ByHand();

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public String title() {
        return "By hand";
    }

    @Override
    public Optional<Connects> connects() {
        return Optional.of(connects);
    }

    @Override
    public Optional<Assists> assists() {
        return Optional.of(assists);
    }
}
