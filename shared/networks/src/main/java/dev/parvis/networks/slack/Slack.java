package dev.parvis.networks.slack;

import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.ReceivesWebhooks;

/** Slack: it only receives events so far. */
public final class Slack implements Network {
    public static final NetworkId ID = new NetworkId("slack");
    /** The credential's part that holds the app's signing secret. */
    public static final String SECRET = "webhookSecret";

    private final InstantSource clock;

    public Slack(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Slack";
    }

    @Override
    public Optional<Connects> connects() {
        return Optional.of(new SlackConnects());
    }

    @Override
    public Optional<ReceivesWebhooks> receivesWebhooks() {
        return Optional.of(new SlackEvents(clock));
    }
}
