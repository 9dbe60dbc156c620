package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.networks.NetworkId;

/**
 * A crisis stop on a workspace, a brand or a network. {@code id} is empty for the workspace. A stop that was lifted and
 * put again is another one: {@code since} tells them apart.
 *
 * @param statements the seals of the targets that pass all the same, each approved for this stop; see {@link Seal}
 */
public record Hold(Scope scope, String id, String reason, String by, Instant since, List<String> statements) {
    /** The most statements that one stop lists. */
    public static final int MOST_STATEMENTS = 24;
    /** The longest reason, in characters: the stops of a workspace are read in one piece before each post. */
    public static final int LONGEST_REASON = 140;

    /** What a stop covers. */
    public enum Scope {
        WORKSPACE,
        BRAND,
        NETWORK
    }

    public Hold {
        statements = List.copyOf(statements);
    }

    /** A stop that lets nothing pass. */
    public Hold(Scope scope, String id, String reason, String by, Instant since) {
        this(scope, id, reason, by, since, List.of());
    }

    public boolean covers(Target target) {
        return covers(target.brand(), target.network());
    }

    public boolean covers(BrandId brand, NetworkId network) {
        return covers(scope, id, brand, network);
    }

    static boolean covers(Scope scope, String id, BrandId brand, NetworkId network) {
        return switch (scope) {
            case WORKSPACE -> true;
            case BRAND -> id.equals(brand.value());
            case NETWORK -> id.equals(network.value());
        };
    }

    public Hold listing(String seal) {
        var more = new java.util.ArrayList<>(statements);
        more.add(seal);
        return new Hold(scope, id, reason, by, since, more);
    }

    /** Names this stop, and no other of its workspace: {@code brand/…/1767225600000}. */
    public String name() {
        return name(scope, id, since);
    }

    static String name(Scope scope, String id, Instant since) {
        var covered = scope.name().toLowerCase(Locale.ROOT);
        return (id.isEmpty() ? covered : covered + "/" + id) + "/" + since.toEpochMilli();
    }
}
