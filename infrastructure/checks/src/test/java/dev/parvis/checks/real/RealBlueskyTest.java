package dev.parvis.checks.real;

import org.junit.jupiter.api.Tag;

import dev.parvis.networks.contract.BlueskyContract;
import dev.parvis.networks.contract.Site;

@Tag("real")
class RealBlueskyTest extends BlueskyContract {
    @Override
    protected Site site() {
        return Started.bluesky();
    }

    /** More than a process should hold. */
    @Override
    protected int pictures() {
        return 60_000_000;
    }
}
