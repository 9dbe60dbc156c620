package dev.parvis.checks.real;

import org.junit.jupiter.api.Tag;

import dev.parvis.networks.contract.MastodonContract;
import dev.parvis.networks.contract.Site;

@Tag("real")
class RealMastodonTest extends MastodonContract {
    @Override
    protected Site site() {
        return Started.mastodon();
    }

    /** More than a process should hold. */
    @Override
    protected int pictures() {
        return 60_000_000;
    }

    /** snac2 shows a post under the moment it was written, and knows it by a hash. */
    @Override
    protected boolean addressesTell() {
        return false;
    }

    /** snac2 keeps a status as long as it stands in anybody's timeline on it, and shows it to them. */
    @Override
    protected boolean tellsWhatIsGone() {
        return false;
    }
}
