package dev.parvis.networks;

import java.time.InstantSource;
import java.util.List;

import dev.parvis.domain.networks.Networks;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.networks.assisted.Assisted;
import dev.parvis.networks.bluesky.Bluesky;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.mastodon.Mastodon;
import dev.parvis.networks.sandbox.Echo;
import dev.parvis.networks.sandbox.Gallery;
import dev.parvis.networks.sandbox.Sandbox;
import dev.parvis.networks.slack.Slack;
import dev.parvis.networks.standard.StandardNetwork;

/** Every network that Parvis knows, wired for a function: the one list of them. */
public final class KnownNetworks {
    private KnownNetworks() {}

    public static Networks from(Config config, Outbound outbound, InstantSource clock) {
        var quiet = new Quiet(config.quiet());
        return Networks.atFirstUse(() -> List.of(
                new Bluesky(outbound, clock, quiet),
                new Mastodon(outbound, clock, Sleeper.real(clock), quiet),
                new Sandbox(outbound, clock, quiet),
                new Gallery(outbound, clock, quiet),
                new Echo(outbound, clock, quiet),
                new Assisted(),
                new Slack(clock),
                new StandardNetwork(clock)));
    }
}
