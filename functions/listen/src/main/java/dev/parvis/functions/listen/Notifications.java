package dev.parvis.functions.listen;

import java.time.Duration;
import java.util.Optional;

import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Renewed;
import dev.parvis.domain.networks.Listens;
import dev.parvis.domain.networks.Listens.Hearing;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.Sources;
import dev.parvis.kernel.time.Deadline;

/** Polls what a network tells one of our accounts, page by page from its cursor. */
final class Notifications {
    private static final int PAGE = 100;
    /** What is left after this many pages waits for the next poll. */
    private static final int MOST_PAGES = 5;
    /** Another page is begun only when a call to the network may take this long. */
    private static final Duration ONE_CALL = Duration.ofSeconds(5);

    private final Access access;
    private final Sources sources;
    private final Finds finds;
    private final Outcomes outcomes;

    /** How a channel is opened, and how its credential is renewed. */
    record Access(Connections connections, Renewals renewals, Networks networks) {}

    Notifications(Access access, Sources sources, Finds finds, Outcomes outcomes) {
        this.access = access;
        this.sources = sources;
        this.finds = finds;
        this.outcomes = outcomes;
    }

    void poll(Claim<Source> claim, ChannelId channel, Duration patience) {
        switch (access.connections().open(claim.work().workspace(), channel)) {
            case Opened.Ready ready -> poll(claim, ready, patience);
            case Opened.Disconnected(var reason) -> outcomes.disconnected(claim, reason);
            case Opened.Missing _ -> outcomes.broken(claim, "the channel was removed");
        }
    }

    private void poll(Claim<Source> claim, Opened.Ready ready, Duration patience) {
        var network = ready.connection().channel().network();
        var listens = access.networks().find(network).flatMap(Network::listens);
        if (listens.isEmpty()) {
            outcomes.broken(claim, "Parvis cannot listen on " + network);
            return;
        }
        new Poll(claim, listens.get(), patience).go(ready);
    }

    /** One poll: every page is kept, and the cursor moved behind it, before the next is asked for. */
    private final class Poll {
        private final Claim<Source> claim;
        private final Listens listens;
        private final Duration patience;
        private Optional<String> cursor;
        private Tally tally = Tally.NOTHING;

        Poll(Claim<Source> claim, Listens listens, Duration patience) {
            this.claim = claim;
            this.listens = listens;
            this.patience = patience;
            this.cursor = sources.cursor(claim.work().workspace(), claim.work().source());
        }

        void go(Opened.Ready ready) {
            if (pages(ready) == Ended.CREDENTIAL_EXPIRED) {
                switch (access.renewals().renew(ready)) {
                    case Renewed.Fresh(var fresh) -> {
                        if (pages(fresh) == Ended.CREDENTIAL_EXPIRED) {
                            outcomes.failed(claim, "the network does not accept the renewed credential yet");
                        }
                    }
                    case Renewed.Lost(var reason) -> outcomes.disconnected(claim, reason);
                    case Renewed.Later(var reason) -> outcomes.failed(claim, reason);
                }
            }
        }

        private enum Ended {
            SETTLED,
            CREDENTIAL_EXPIRED
        }

        private Ended pages(Opened.Ready ready) {
            var deadline = Deadline.in(patience);
            for (var page = 0; page < MOST_PAGES; page++) {
                switch (listens.listen(ready.connection(), cursor, PAGE, deadline.remaining())) {
                    case Hearing.Heard heard -> {
                        var wantsMore = keep(ready, heard) && heard.more() && deadline.allows(ONE_CALL);
                        if (!wantsMore) {
                            return settled();
                        }
                    }
                    case Hearing.Nothing() -> {
                        return settled();
                    }
                    case Hearing.Expired() -> {
                        return Ended.CREDENTIAL_EXPIRED;
                    }
                    case Hearing.Throttled(var until) -> {
                        outcomes.throttled(claim, until);
                        return Ended.SETTLED;
                    }
                    case Hearing.Failed(var reason) -> {
                        outcomes.failed(claim, reason);
                        return Ended.SETTLED;
                    }
                    case Hearing.Gone(var reason) -> {
                        outcomes.broken(claim, reason);
                        return Ended.SETTLED;
                    }
                }
            }
            return settled();
        }

        private Ended settled() {
            outcomes.settled(claim, Optional.empty());
            outcomes.polled(claim, tally);
            return Ended.SETTLED;
        }

        /** Answers whether the cursor moved: a page that leaves it where it is would be read again for ever. */
        private boolean keep(Opened.Ready ready, Hearing.Heard heard) {
            if (!heard.items().isEmpty()) {
                tally = tally.plus(finds.interactions(ready.connection().channel(), heard.items()));
            }
            var moved = cursor.filter(heard.cursor()::equals).isEmpty();
            if (moved) {
                sources.moveCursor(claim.work().workspace(), claim.work().source(), heard.cursor());
                cursor = Optional.of(heard.cursor());
            }
            return moved;
        }
    }
}
