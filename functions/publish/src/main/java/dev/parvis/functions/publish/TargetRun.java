package dev.parvis.functions.publish;

import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Renewed;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.networks.Publishes;

/** Sees one claimed target through, by the state it is found in. */
final class TargetRun {
    private final Agenda agenda;
    private final Connections connections;
    private final Renewals renewals;
    private final Networks networks;
    private final Sender sender;
    private final Finder finder;
    private final ByPerson byPerson;
    private final Outcomes outcomes;
    private final InstantSource clock;

    /** The things that can be done with a target: on its network, or by a person. */
    record Steps(Sender sender, Finder finder, ByPerson byPerson) {}

    /** How a channel is opened, and how its credential is renewed. */
    record Access(Connections connections, Renewals renewals, Networks networks) {}

    TargetRun(Agenda agenda, Access access, Steps steps, Outcomes outcomes, InstantSource clock) {
        this.agenda = agenda;
        this.connections = access.connections();
        this.renewals = access.renewals();
        this.networks = access.networks();
        this.sender = steps.sender();
        this.finder = steps.finder();
        this.byPerson = steps.byPerson();
        this.outcomes = outcomes;
        this.clock = clock;
    }

    void see(Held held) {
        switch (held.target().state()) {
            case SCHEDULED, PREPARED, RETRY_AT -> publish(held);
            case SENDING, UNCERTAIN -> find(held);
            case APPROVAL -> new Unapproved(outcomes, clock).waiting(held);
            case DRAFT, PUBLISHED, FAILED, MISSED, HELD, CANCELLED -> outcomes.tellAgain(held);
        }
    }

    /** A person has more patience than a machine: their lateness is looked at where they are asked. */
    private void publish(Held held) {
        switch (networks.find(held.target().network()).flatMap(Network::way).orElse(null)) {
            case Network.Way.ByPerson(var assists) ->
                withChannel(held, ready -> byPerson.see(held, ready.connection(), assists));
            case Network.Way.ByInterface _ -> publishInTime(held);
            case null -> publishInTime(held);
        }
    }

    private void publishInTime(Held held) {
        if (held.target().missedAt(clock.instant())) {
            if (!sender.isHeldBack(held)) {
                outcomes.missed(held, held.target().reason());
            }
            return;
        }
        withNetwork(held, (ready, publishes) -> send(held, ready, publishes));
    }

    private void send(Held held, Opened.Ready ready, Publishes publishes) {
        switch (sender.send(held, ready.connection(), publishes)) {
            case Sender.Sent.Over(), Sender.Sent.More _ -> {}
            case Sender.Sent.Expired(var still) -> againWithFreshCredential(still, ready, publishes);
        }
    }

    private void againWithFreshCredential(Held held, Opened.Ready stale, Publishes publishes) {
        switch (renewals.renew(stale)) {
            case Renewed.Fresh(var fresh) -> {
                if (sender.send(held, fresh.connection(), publishes) instanceof Sender.Sent.Expired(var still)) {
                    outcomes.retry(still, "the network does not accept the renewed credential yet");
                }
            }
            case Renewed.Lost(var reason) -> outcomes.failed(held, "channel.disconnected", reason);
            case Renewed.Later(var reason) -> outcomes.retry(held, reason);
        }
    }

    /** The attempt's call must surely be over before anything is looked for. */
    private void find(Held held) {
        var attempt = held.target().attempt();
        if (attempt.isEmpty()) {
            throw new IllegalStateException("a target in " + held.target().state() + " has no attempt");
        }
        if (clock.instant().isBefore(attempt.get().overBy())) {
            agenda.finish(
                    held.claim(),
                    held.target().uncertain("the call may still be under way"),
                    Next.at(attempt.get().overBy()));
            return;
        }
        withNetwork(held, (ready, publishes) -> {
            switch (finder.find(held, ready.connection(), publishes)) {
                case Finder.Looked.Done() -> {}
                case Finder.Looked.Send(var next) -> sendAgain(next, ready, publishes);
                case Finder.Looked.CredentialExpired() -> findWithFreshCredential(held, ready, publishes);
            }
        });
    }

    private void sendAgain(Held held, Opened.Ready ready, Publishes publishes) {
        if (held.target().missedAt(clock.instant())) {
            outcomes.missed(held, held.target().reason());
        } else {
            send(held, ready, publishes);
        }
    }

    private void findWithFreshCredential(Held held, Opened.Ready stale, Publishes publishes) {
        switch (renewals.renew(stale)) {
            case Renewed.Fresh(var fresh) -> {
                switch (finder.find(held, fresh.connection(), publishes)) {
                    case Finder.Looked.Done() -> {}
                    case Finder.Looked.Send(var next) -> sendAgain(next, fresh, publishes);
                    case Finder.Looked.CredentialExpired() ->
                        outcomes.undecided(held, "the network does not accept the renewed credential yet");
                }
            }
            case Renewed.Lost(var reason) -> outcomes.undecided(held, reason);
            case Renewed.Later(var reason) -> outcomes.undecided(held, reason);
        }
    }

    private void withNetwork(Held held, BiConsumer<Opened.Ready, Publishes> call) {
        var target = held.target();
        var publishes = networks.find(target.network()).flatMap(Network::publishes);
        if (publishes.isEmpty()) {
            outcomes.failed(held, "network.unknown", "Parvis cannot publish on " + target.network());
            return;
        }
        withChannel(held, ready -> call.accept(ready, publishes.get()));
    }

    private void withChannel(Held held, Consumer<Opened.Ready> call) {
        var target = held.target();
        switch (connections.open(target.workspace(), target.channel())) {
            case Opened.Ready ready -> call.accept(ready);
            case Opened.Disconnected(var reason) -> outcomes.failed(held, "channel.disconnected", reason);
            case Opened.Missing _ -> outcomes.failed(held, "channel.removed", "the channel was removed");
        }
    }
}
