package dev.parvis.networks.mastodon;

import org.junit.jupiter.api.AfterEach;

import dev.parvis.fakes.mastodon.MastodonServer;
import dev.parvis.networks.contract.MastodonContract;
import dev.parvis.networks.contract.Site;

class FakeMastodonContractTest extends MastodonContract {
    private final MastodonServer server = MastodonServer.start();

    @Override
    protected Site site() {
        var alice = server.account("alice", "password");
        var bob = server.account("bob", "password");
        return new Site(server.uri(), "alice", alice.token(), "bob", bob.token(), 5);
    }

    @AfterEach
    void close() {
        server.close();
    }
}
