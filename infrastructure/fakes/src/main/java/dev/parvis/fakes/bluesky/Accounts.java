package dev.parvis.fakes.bluesky;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is on the network, by DID and by handle. */
final class Accounts {
    private final Map<String, Account> byDid = new LinkedHashMap<>();

    synchronized Account add(String handle, String password) {
        if (!handle.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) throw new XrpcError(400, "InvalidHandle", "Invalid handle");
        Account account = Account.of(handle, password);
        if (byDid.containsKey(account.did()))
            throw new XrpcError(400, "HandleNotAvailable", "Handle already taken: " + handle);
        byDid.put(account.did(), account);
        return account;
    }

    /** The account that is written to. */
    Account repo(String actor) {
        return find(actor).orElseThrow(() -> new XrpcError(403, "AccountNotFound", "Account not found"));
    }

    /** By DID or handle, a handle without regard to case. */
    synchronized Optional<Account> find(String actor) {
        Account byId = byDid.get(actor);
        if (byId != null) return Optional.of(byId);
        String handle = actor.toLowerCase(Locale.ROOT);
        return byDid.values().stream()
                .filter(account -> account.handle().equals(handle))
                .findFirst();
    }
}
