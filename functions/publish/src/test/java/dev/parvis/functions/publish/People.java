package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Passes;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Resumption;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Sighting;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;

/**
 * Those who edit, cancel, stop, answer and release while the engine is at work, most of them in the last seconds; later they look for
 * themselves at what is in doubt. What they were
 * told is done must hold: the network complains of whatever is sent under a revision that was edited or cancelled away, or
 * while a stop is in force. What they were refused goes out, or its owner is told, as any other.
 */
final class People {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Trial trial;
    private final SplittableRandom random;
    private final Set<String> cancelled = new HashSet<>();
    private final Set<String> wantedAgain = new HashSet<>();
    /** Of its own, so that a story without stops is what it was. */
    private final SplittableRandom typing;

    private int edits;
    private int edited;
    private int refused;

    People(Trial trial, SplittableRandom random) {
        this.trial = trial;
        this.random = random;
        this.typing = new SplittableRandom(~trial.seed * 31);
    }

    /** How often one of them was told that it is too late. */
    int refused() {
        return refused;
    }

    /** How often an edit won. */
    int edited() {
        return edited;
    }

    boolean cancelled(Target target) {
        return cancelled.contains(target.id());
    }

    /** Whether what had ended before its end was wanted once more: then there is more than one end to tell of. */
    boolean wantedAgain(Target target) {
        return wantedAgain.contains(target.id());
    }

    void arrive() {
        for (var count = random.nextInt(1, 5); count > 0; count--) {
            switch (random.nextInt(3)) {
                case 0 -> at(sometime(), () -> edit(anyPost()));
                case 1 -> at(sometime(), () -> cancel(anyPost()));
                default -> at(sometime(), this::stop);
            }
        }
        at(Trial.DUE.plus(Duration.ofMinutes(random.nextInt(3, 20))), this::lookThemselves);
    }

    private void at(Instant when, Runnable act) {
        trial.timeline.start(Timeline.Owner.NOBODY, when, act);
    }

    private Instant sometime() {
        return Trial.DUE.plusMillis(
                random.nextInt(3) != 0 ? random.nextInt(-6_000, 3_000) : random.nextInt(-240_000, 1_200_000));
    }

    private PostWithTargets anyPost() {
        var targets = trial.targets();
        var target = targets.get(random.nextInt(targets.size()));
        return trial.stores.posts().find(trial.workspace, target.post()).orElseThrow();
    }

    private void edit(PostWithTargets whole) {
        var was = whole.post();
        var due = was.schedule().orElseThrow().at();
        var at = due.isAfter(trial.timeline.now()) ? due : trial.timeline.now().plus(SOON);
        var said = was.content();
        var content = new Content(
                        "Corrigé " + ++edits,
                        said.link(),
                        said.images(),
                        said.language(),
                        said.video(),
                        said.poll(),
                        said.parts(),
                        said.variants())
                .answering(said.answers());
        var after = new Post(
                was.workspace(),
                was.id(),
                was.brand(),
                content,
                Optional.of(new Schedule(at.atZone(ZoneOffset.UTC).toLocalDateTime(), ZoneOffset.UTC, at)),
                was.revision() + 1,
                was.createdBy(),
                was.createdAt(),
                was.version());
        var targets = whole.targets().stream().map(target -> afresh(target, at)).toList();
        if (isDone(trial.stores.posts().change(after, targets))) {
            edited++;
            whole.targets().forEach(target -> trial.accounts.revoke(target.clientKey()));
        }
    }

    private static Target afresh(Target target, Instant at) {
        return new Target(
                target.workspace(),
                target.post(),
                target.channel(),
                target.brand(),
                target.network(),
                target.revision() + 1,
                TargetState.SCHEDULED,
                at,
                target.lateness(),
                0,
                "",
                Optional.empty(),
                Optional.empty());
    }

    /** What is in the middle of being handed over to somebody. */
    void changeTheirMind(Target target) {
        var whole = trial.stores.posts().find(trial.workspace, target.post()).orElseThrow();
        if (random.nextBoolean()) {
            edit(whole);
        } else {
            cancel(whole);
        }
    }

    private void cancel(PostWithTargets whole) {
        var post = whole.post();
        if (isDone(trial.stores.posts().cancel(trial.workspace, post.id(), post.version()))) {
            whole.targets().stream()
                    .filter(target -> target.state() != TargetState.PUBLISHED)
                    .forEach(target -> {
                        cancelled.add(target.id());
                        trial.accounts.revoke(target.clientKey());
                    });
        }
    }

    private boolean isDone(Change<PostWithTargets> change) {
        if (change instanceof Change.Refused<PostWithTargets>) {
            refused++;
        }
        return change instanceof Change.Done<PostWithTargets>;
    }

    private void stop() {
        var target = trial.targets().getFirst();
        var scope = Hold.Scope.values()[random.nextInt(Hold.Scope.values().length)];
        var id =
                switch (scope) {
                    case WORKSPACE -> "";
                    case BRAND -> target.brand().value();
                    case NETWORK -> target.network().value();
                };
        var hold =
                trial.stores.holds().put(trial.workspace, new Hold(scope, id, "a crisis", "me", trial.timeline.now()));
        trial.accounts.stopped(hold.name());
        answers();
        var patience = Duration.ofMillis(random.nextInt(2) == 0 ? random.nextInt(1, 5_000) : random.nextInt(600_000));
        at(trial.timeline.now().plus(patience), () -> release(hold));
    }

    /** While it stands somebody answers who may, or somebody who may not, or a rule does. */
    private void answers() {
        for (var count = typing.nextInt(3); count > 0; count--) {
            var may = typing.nextBoolean();
            at(trial.timeline.now().plusMillis(typing.nextInt(20_000)), () -> answer(may));
        }
    }

    private void answer(boolean may) {
        var channel = trial.anyChannel();
        var over = trial.stores.holds().stops(channel.workspace()).over(channel.brand(), channel.network());
        var target = trial.answer(channel, may ? Passes.under("lea", over) : Passes.NONE);
        if (may) {
            trial.accounts.allow(
                    target.clientKey(), over.stream().map(Hold::name).collect(Collectors.toSet()));
        }
    }

    private void release(Hold hold) {
        if (trial.stores.holds().release(trial.workspace, hold, trial.timeline.now(), "me")) {
            trial.accounts.released(hold.name());
            at(trial.timeline.now().plus(SOON), this::decide);
        }
    }

    /** Nothing goes out by itself when a stop ends: each of what it held is asked about. */
    private void decide() {
        trial.targets().stream()
                .filter(target -> target.state() == TargetState.HELD)
                .forEach(target -> {
                    switch (random.nextInt(3)) {
                        case 0 -> {}
                        case 1 -> resume(target, new Resumption.Cancel());
                        default -> resume(target, new Resumption.At(trial.timeline.now()));
                    }
                });
    }

    /** What is in doubt they look at on the network; what stopped half-way they want the rest of. */
    private void lookThemselves() {
        for (var target : trial.targets()) {
            switch (target.state()) {
                case UNCERTAIN -> seen(target).ifPresent(sighting -> settle(target, sighting));
                case FAILED, MISSED -> settle(target, new Sighting.Rest(trial.timeline.now()));
                case DRAFT, APPROVAL, SCHEDULED, PREPARED, SENDING, PUBLISHED, RETRY_AT, HELD, CANCELLED -> {}
            }
        }
    }

    /** Nobody who has seen a post says that it is not out, nor takes another's for it, nor is sure while it may still come. */
    private Optional<Sighting> seen(Target target) {
        var now = trial.timeline.now();
        var ours = trial.accounts.posted().stream()
                .filter(post -> post.madeBy().equals(target.partKey()))
                .findFirst();
        if (ours.isPresent()) {
            var where = new Publication(ours.get().id(), SimulatedAccounts.url(ours.get()), now, true);
            return trial.targets().stream().flatMap(Target::owned).anyMatch(owned -> owned.nativeId()
                            .equals(where.nativeId()))
                    ? Optional.empty()
                    : Optional.of(new Sighting.Out(where));
        }
        return target.attempt()
                .filter(attempt -> now.isAfter(
                        attempt.overBy().plus(SimulatedPublishes.QUIET).plus(SOON)))
                .map(_ -> new Sighting.NotOut(now));
    }

    private void settle(Target target, Sighting sighting) {
        var post = trial.stores
                .posts()
                .find(trial.workspace, target.post())
                .orElseThrow()
                .post();
        if (isDone(
                trial.stores.posts().settle(trial.workspace, post.id(), target.channel(), post.version(), sighting))) {
            again(target);
        }
    }

    /** What had ended was forgotten: what its part needs is made once more. */
    private void again(Target target) {
        wantedAgain.add(target.id());
        trial.accounts.containers().excuse(target.partKey(), SimulatedPublishes.CHILDREN + 1);
    }

    private void resume(Target target, Resumption decided) {
        var done = isDone(trial.stores
                .posts()
                .resume(trial.workspace, target.post(), target.channel(), target.revision(), decided));
        if (!done) {
            return;
        }
        switch (decided) {
            case Resumption.Cancel() -> {
                cancelled.add(target.id());
                trial.accounts.revoke(target.clientKey());
            }
            case Resumption.At _ -> {
                again(target);
                if (target.out().isEmpty()) {
                    trial.accounts.revoke(target.clientKey());
                }
            }
        }
    }
}
