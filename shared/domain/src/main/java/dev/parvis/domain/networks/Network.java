package dev.parvis.domain.networks;

import java.util.Optional;

/** A network: what it is called, and an implementation for each capability it has. */
public interface Network {
    NetworkId id();

    /** Its name as people write it. */
    String title();

    default Optional<Connects> connects() {
        return Optional.empty();
    }

    default Optional<Publishes> publishes() {
        return Optional.empty();
    }

    default Optional<Listens> listens() {
        return Optional.empty();
    }

    default Optional<Moderates> moderates() {
        return Optional.empty();
    }

    default Optional<Measures> measures() {
        return Optional.empty();
    }

    default Optional<ReceivesWebhooks> receivesWebhooks() {
        return Optional.empty();
    }
}
