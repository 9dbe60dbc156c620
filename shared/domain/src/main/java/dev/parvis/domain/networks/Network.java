package dev.parvis.domain.networks;

import java.util.Optional;

/** A network: what it is called, what it can do, and an implementation for each capability it has. */
public interface Network {
    NetworkId id();

    /** Its name as people write it. */
    String title();

    Optional<Connects> connects();

    Optional<Publishes> publishes();

    Optional<Listens> listens();

    Optional<Moderates> moderates();

    Optional<Measures> measures();

    Optional<ReceivesWebhooks> receivesWebhooks();
}
