package dev.parvis.networks.standard;

import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.ReceivesWebhooks;

/** The generic signed webhook: it only receives. */
public final class StandardNetwork implements Network {
    public static final NetworkId ID = new NetworkId("webhook");
    /** The credential's part that holds the {@code whsec_} secret. */
    public static final String SECRET = "webhookSecret";

    private final InstantSource clock;

    public StandardNetwork(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Webhook";
    }

    @Override
    public Optional<Connects> connects() {
        return Optional.of(new StandardConnects(clock));
    }

    @Override
    public Optional<ReceivesWebhooks> receivesWebhooks() {
        return Optional.of(new StandardDeliveries(clock));
    }
}
