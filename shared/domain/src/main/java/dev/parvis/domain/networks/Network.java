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

    default Optional<Assists> assists() {
        return Optional.empty();
    }

    /** How a post gets there: a network that has an interface needs no person. Empty where none gets there. */
    default Optional<Way> way() {
        return publishes().<Way>map(Way.ByInterface::new).or(() -> assists().map(Way.ByPerson::new));
    }

    /** How a post gets onto a network. */
    sealed interface Way {
        record ByInterface(Publishes publishes) implements Way {}

        record ByPerson(Assists assists) implements Way {}

        /** What may be posted, either way. */
        default Accepts accepts() {
            return switch (this) {
                case ByInterface(var publishes) -> publishes;
                case ByPerson(var assists) -> assists;
            };
        }
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
