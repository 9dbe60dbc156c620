package dev.parvis.domain.networks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The networks a function was wired with. */
public final class Networks {
    private final Map<NetworkId, Network> byId;

    public Networks(List<? extends Network> networks) {
        byId = networks.stream().collect(Collectors.toUnmodifiableMap(Network::id, Function.identity()));
    }

    public Optional<Network> find(NetworkId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Network> all() {
        return byId.values().stream()
                .sorted(java.util.Comparator.comparing(n -> n.id().value()))
                .toList();
    }
}
