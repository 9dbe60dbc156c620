package dev.parvis.networks.sandbox;

import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.networks.http.Quiet;

/** The sandbox's other face: pictures, films and carousels, published in two phases. It connects as the sandbox does. */
public final class Gallery implements Network {
    public static final NetworkId ID = new NetworkId("gallery");

    private final Connects connects;
    private final Publishes publishes;

    public Gallery(Outbound outbound, InstantSource clock, Quiet quiet) {
        this.connects = new SandboxConnects(new SandboxCalls(outbound), clock);
        this.publishes = new GalleryPublishes(new SandboxCalls(outbound, "/gallery/v1"), clock, quiet);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Gallery (sandbox)";
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
