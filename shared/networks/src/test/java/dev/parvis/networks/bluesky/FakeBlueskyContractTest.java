package dev.parvis.networks.bluesky;

import org.junit.jupiter.api.AfterEach;

import dev.parvis.fakes.bluesky.BlueskyServer;
import dev.parvis.networks.contract.BlueskyContract;
import dev.parvis.networks.contract.Site;

class FakeBlueskyContractTest extends BlueskyContract {
    private final BlueskyServer server = BlueskyServer.start();

    @Override
    protected Site site() {
        server.account("alice.test", "one-password");
        server.account("bob.test", "other-password");
        return new Site(server.uri(), "alice.test", "one-password", "bob.test", "other-password", 5);
    }

    @AfterEach
    void close() {
        server.close();
    }
}
