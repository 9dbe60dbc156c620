package dev.parvis.domain.networks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The networks a function was wired with. */
public final class Networks {
    private final Supplier<? extends List<? extends Network>> make;
    private volatile @Nullable Map<NetworkId, Network> made;

    private Networks(Supplier<? extends List<? extends Network>> make) {
        this.make = make;
    }

    public Networks(List<? extends Network> networks) {
        this(() -> networks);
    }

    /** Networks that are made when one is looked for: most wake-ups find no work and need none. */
    public static Networks atFirstUse(Supplier<? extends List<? extends Network>> make) {
        return new Networks(make);
    }

    public Optional<Network> find(NetworkId id) {
        return Optional.ofNullable(byId().get(id));
    }

    public List<Network> all() {
        return byId().values().stream()
                .sorted(java.util.Comparator.comparing(n -> n.id().value()))
                .toList();
    }

    private Map<NetworkId, Network> byId() {
        var there = made;
        return there != null ? there : makeThem();
    }

    private synchronized Map<NetworkId, Network> makeThem() {
        var there = made;
        if (there == null) {
            there = make.get().stream().collect(Collectors.toUnmodifiableMap(Network::id, Function.identity()));
            made = there;
        }
        return there;
    }
}
