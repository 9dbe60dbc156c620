package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.CredentialStore;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.Posts;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.networks.assisted.Assisted;
import dev.parvis.vault.SealedTokens;

/** One invocation of the function in a process of its own: the engine itself, over ports that shake. */
final class Process {
    private static final Duration FUNCTION = Duration.ofSeconds(300);
    private static final Duration HORIZON = Duration.ofSeconds(150);

    private final Trial trial;
    private final Timeline timeline;
    private final Instance instance;
    private final RandomGenerator random;

    Process(Trial trial, Instance instance, RandomGenerator random) {
        this.trial = trial;
        this.timeline = trial.timeline;
        this.instance = instance;
        this.random = random;
    }

    /** Lambda ends it when its time is over, whatever it is doing. */
    void start() {
        timeline.start(instance, timeline.now(), this::tick);
        timeline.start(Timeline.Owner.NOBODY, timeline.now().plus(FUNCTION), instance::die);
    }

    private void tick() {
        var deadline = Deadline.in(FUNCTION, trial.mutant.nanos(timeline));
        try {
            engine().tick(deadline);
        } catch (ShakyPorts.TableDown down) {
            trial.log.fault("tick.fault", down);
        }
    }

    private PublishDue engine() {
        var shaky = new ShakyPorts(timeline, trial.mischief, instance);
        var stores = trial.stores;
        var clock = trial.clock();
        var agenda = shaky.before(Agenda.class, trial.mutant.agenda(trial.helpers.watched(stores.agenda()), stores));
        var posts = trial.mutant.posts(shaky.before(Posts.class, stores.posts()));
        var channels = shaky.before(Channels.class, stores.channels());
        var credentials = trial.credentials(shaky.before(CredentialStore.class, stores.credentials()));
        // Read under a lock of the notices' own, which the timeline knows nothing of.
        var notices = new Notices(agenda, stores.endpoints(), event -> true, clock);
        var networks = new Networks(List.of(trial.network, new Assisted()));
        var renewals =
                new Renewals(new Renewals.Stores(agenda, channels, credentials), networks, notices, clock, random);
        var outcomes = new Outcomes(
                new Outcomes.Stores(agenda, notices, shaky.before(Audit.class, stores.audit())), clock, trial.log);
        var pace = new Sender.Pace(clock, this::sleepUntil, () -> timeline.new Gate());
        var sender = new Sender(
                new Sender.Stores(agenda, posts, shaky.before(Holds.class, trial.mutant.holds(stores.holds()))),
                target -> (mediaId, most) -> new byte[0],
                outcomes,
                pace);
        var finder = new Finder(new OwnedPosts(posts), outcomes, clock, trial.mutant.quiet(SimulatedPublishes.QUIET));
        var byPerson = new ByPerson(
                new Sender.Stores(agenda, posts, shaky.before(Holds.class, trial.mutant.holds(stores.holds()))),
                new SealedTokens(new Engine.Open(), clock),
                target -> (mediaId, most) -> new byte[0],
                outcomes,
                pace);
        var run = new TargetRun(
                agenda,
                new TargetRun.Access(new Connections(channels, credentials), renewals, networks),
                new TargetRun.Steps(sender, finder, byPerson),
                outcomes,
                clock);
        var settings = new PublishDue.Settings(HORIZON, Trial.LEASE, 50, trial.room());
        return new PublishDue(agenda, run, settings, new PublishDue.Hands(Tasks::new, pace.gates()), clock, trial.log);
    }

    /** By its own clock, which may be set meanwhile. */
    private void sleepUntil(Instant until) {
        do {
            timeline.pauseUntil(until.minus(instance.skew()));
        } while (timeline.now().plus(instance.skew()).isBefore(until));
    }

    /** A task of the timeline per target. */
    private final class Tasks implements Workers {
        private final Timeline.Gate done = timeline.new Gate();
        private int running;

        @Override
        public void execute(Runnable work) {
            running++;
            timeline.start(instance, timeline.now(), () -> {
                try {
                    timeline.pause(Duration.ZERO);
                    work.run();
                } finally {
                    running--;
                    if (running == 0) {
                        done.open();
                    }
                }
            });
        }

        @Override
        public void close() {
            if (running > 0 && !instance.isDead()) {
                done.await();
            }
        }
    }
}
