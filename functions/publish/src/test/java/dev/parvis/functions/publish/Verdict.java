package dev.parvis.functions.publish;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Stuck;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.functions.publish.SimulatedAccounts.Posted;

/** What is wrong at a story's end. Nothing, when every target is there once, or its owner knows why not. */
final class Verdict {
    private static final int LONGEST_REASON = 120;

    private final Trial trial;
    private final List<Target> targets;
    private final List<Stuck> stuck;
    private final List<AuditEntry> audit;
    private final List<String> wrong = new ArrayList<>();

    Verdict(Trial trial) {
        this.trial = trial;
        this.targets = trial.targets();
        this.stuck = trial.stores
                .agenda()
                .stuck(trial.workspace, PageRequest.first(100))
                .items();
        this.audit = audit(trial);
        wrong.addAll(trial.accounts.complaints());
        wrong.addAll(trial.accounts
                .containers()
                .tooMany(SimulatedPublishes.CHILDREN + 1, trial.mischief.done().size()));
        targets.forEach(this::ended);
        targets.forEach(this::audited);
        targets.stream().filter(target -> !Helpers.isTheirs(target)).forEach(this::inOrder);
        targets.stream()
                .filter(Helpers::isTheirs)
                .forEach(target -> trial.helpers.wrong(target).forEach(what -> check(target, false, what)));
        wrong.addAll(trial.helpers.complaints());
        onceOnly();
        trial.accounts.posted().forEach(this::ofItsRevision);
        trial.accounts.passed().forEach(this::toldThatItPassed);
    }

    List<String> wrong() {
        return wrong;
    }

    List<Target> targets() {
        return targets;
    }

    long in(TargetState state) {
        return targets.stream().filter(target -> target.state() == state).count();
    }

    boolean isStuck(Target target) {
        return stuck.stream().anyMatch(one -> one.id().equals(target.id()));
    }

    private static List<AuditEntry> audit(Trial trial) {
        var all = new ArrayList<AuditEntry>();
        var next = Optional.<String>empty();
        do {
            var request = new PageRequest(PageRequest.MOST, next);
            var page = trial.stores.audit().list(trial.workspace, YearMonth.of(2026, 11), request);
            all.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return all;
    }

    /** In a state that a person can live with, and with the reason. */
    private void ended(Target target) {
        check(target, target.reason().length() < LONGEST_REASON, "tells its reason again and again");
        switch (target.state()) {
            case PUBLISHED -> check(target, target.publication().isPresent(), "published where?");
            case FAILED, MISSED -> {
                check(target, !target.reason().isEmpty(), "has no reason");
                // Given up five times before it was told: it is listed, and told when it is put back.
                var told = mails(target, target.state());
                check(target, told == 1 || (told == 0 && isStuck(target)), "was not told of by one mail");
            }
            case UNCERTAIN -> {
                check(target, !target.reason().isEmpty(), "has no reason");
                check(target, isStuck(target) || mails(target, target.state()) == 1, "was not shown to a person");
            }
            case HELD -> check(target, isNotedAsHeld(target), "is held and nobody knows why");
            case CANCELLED -> check(target, trial.people.cancelled(target), "was cancelled by nobody");
            case DRAFT, APPROVAL, SCHEDULED, PREPARED, SENDING, RETRY_AT -> check(target, isStuck(target), "was lost");
        }
    }

    /** Held as another revision, maybe: an edit that gives it no other time leaves it where it is. */
    private boolean isNotedAsHeld(Target target) {
        return audit.stream()
                .filter(entry -> entry.action().equals("post.held"))
                .anyMatch(entry -> entry.id().startsWith(target.id() + "."));
    }

    private void check(Target target, boolean holds, String what) {
        if (!holds) {
            wrong.add("%s, %s (%s), %s".formatted(target.clientKey(), target.state(), target.reason(), what));
        }
    }

    private long mails(Target target, TargetState state) {
        var event = target.toldKey() + "." + state.name().toLowerCase(Locale.ROOT);
        return trial.stores
                .agenda()
                .<Delivery>all(
                        Kind.DELIVERY,
                        trial.workspace,
                        delivery -> delivery.event().id().equals(event)
                                && delivery.recipient().equals(Delivery.MAIL))
                .size();
    }

    /** Exactly one entry of its outcome, and none of an outcome that it did not have; one of each part that is out. */
    private void audited(Target target) {
        // What a person has settled is told by whoever let them.
        for (var part = 1; part < target.out().size() && !trial.people.wantedAgain(target); part++) {
            check(target, tellings(target, part) == 1, "does not tell of its part " + part);
        }
        for (var outcome : List.of(TargetState.PUBLISHED, TargetState.FAILED, TargetState.MISSED)) {
            var action = "post." + outcome.name().toLowerCase(Locale.ROOT);
            var entries = audit.stream()
                    .filter(entry -> entry.action().equals(action))
                    .filter(entry -> entry.id().startsWith(target.clientKey() + "."))
                    .filter(entry -> target.state() == outcome || !isOfOneAlike(target, entry))
                    .count();
            if (trial.people.wantedAgain(target)
                    || trial.people.cancelled(target)
                    || trial.helpers.saidAfterItWasMissed(target)
                    || (Helpers.isTheirs(target) && isStuck(target))) {
                continue;
            }
            var expected = target.state() == outcome ? 1 : 0;
            var undone = expected == 0 && (isStuck(target) || target.state() == TargetState.UNCERTAIN);
            var untold = entries == 0 && expected == 1 && outcome != TargetState.PUBLISHED && isStuck(target);
            check(target, entries == expected || undone || untold, "has " + entries + " audit entries " + action);
        }
    }

    private long tellings(Target target, int part) {
        return audit.stream()
                .filter(entry -> entry.action().equals("post.part_published"))
                .filter(entry -> entry.id().startsWith(target.clientKey() + "."))
                .filter(entry -> Integer.toString(part).equals(entry.facts().get("part")))
                .count();
    }

    /**
     * A worker that dies after it has told "published", and before it has written so, can lose the post to a target of the
     * same text that is in doubt too: whose it is, nobody can see. That it is there is true all the same.
     */
    private boolean isOfOneAlike(Target target, AuditEntry entry) {
        return targets.stream()
                .filter(other -> !other.id().equals(target.id()))
                .filter(other -> trial.place(other, 0).equals(trial.place(target, 0)))
                .filter(other -> other.state() == TargetState.PUBLISHED)
                .flatMap(other -> other.publication().stream())
                .anyMatch(where -> where.nativeId().equals(entry.facts().get("nativeId")));
    }

    /** A part of a target: where it is, or whether it may be somewhere. */
    private record Slot(String place, Optional<String> id, boolean doubtful) {}

    private Stream<Slot> slots(Target target) {
        var ids = ids(target);
        var doubtful = target.state() == TargetState.UNCERTAIN || isStuck(target);
        return IntStream.range(0, trial.content(target).size())
                .mapToObj(part -> new Slot(
                        trial.place(target, part),
                        part < ids.size() ? Optional.of(ids.get(part)) : Optional.empty(),
                        part == ids.size() && doubtful));
    }

    /** What is out of a target, in its order. */
    private static List<String> ids(Target target) {
        var out = target.out().isEmpty() && target.state() == TargetState.PUBLISHED
                ? target.publication().stream()
                : target.out().stream();
        return out.map(Publication::nativeId).toList();
    }

    /** Parts alike on one account are looked at together: which of them made which post, nobody can see. */
    private void onceOnly() {
        Map<String, List<Slot>> alike = targets.stream()
                .filter(target -> !Helpers.isTheirs(target))
                .flatMap(this::slots)
                .collect(Collectors.groupingBy(Slot::place));
        alike.forEach((place, slots) -> {
            var ours = trial.accounts.posted().stream()
                    .filter(post -> (post.account() + " " + post.text()).equals(place))
                    .filter(post -> !post.madeBy().equals(SimulatedAccounts.BY_HAND))
                    .toList();
            var published =
                    slots.stream().map(Slot::id).flatMap(Optional::stream).toList();
            judge(place, ours, published, slots.stream().filter(Slot::doubtful).count());
        });
    }

    /** Its parts stand in their order, each under what it follows. */
    private void inOrder(Target target) {
        var content = trial.content(target);
        var ids = ids(target);
        check(
                target,
                target.state() != TargetState.PUBLISHED
                        || ids.size() == content.size()
                        || trial.people.cancelled(target),
                "is published, and some of it is not");
        for (var part = 0; part < ids.size(); part++) {
            var above = part == 0
                    ? content.answers().map(Answered::nativeId).orElse("")
                    : ids.get(content.parts().get(part - 1).kind() == Content.Kind.COMMENT ? 0 : part - 1);
            check(
                    target,
                    posted(ids.get(part))
                            .filter(post -> post.said().above().equals(above) || isAnothers(target, post))
                            .isPresent(),
                    "part " + part + " does not stand where it belongs");
        }
    }

    /** A network that refuses a text wherever it stands names the twin of another thread: whose it is, nobody can see. */
    private boolean isAnothers(Target target, Posted post) {
        return trial.safety == Safety.REFUSAL_NAMES_TWIN
                && !post.madeBy().startsWith(target.clientKey() + ".")
                && !post.madeBy().equals(target.clientKey());
    }

    /** Whoever goes out while others are stopped is in the trail first. */
    private void toldThatItPassed(String key) {
        var told = audit.stream()
                .filter(entry -> entry.action().equals("post.answered_during_stop"))
                .anyMatch(entry -> entry.id().startsWith(key + "."));
        if (!told) {
            wrong.add("an answer passed a stop, and the trail does not say so: " + key);
        }
    }

    /** What was edited away must not be there. */
    private void ofItsRevision(Posted post) {
        var isOurs = targets.stream()
                .map(Target::clientKey)
                .anyMatch(key -> post.madeBy().equals(key) || post.madeBy().startsWith(key + "."));
        if (!isOurs && !post.madeBy().equals(SimulatedAccounts.BY_HAND)) {
            wrong.add("a revision that was edited away went out: " + post);
        }
    }

    private Optional<Posted> posted(String id) {
        return trial.accounts.posted().stream()
                .filter(post -> post.id().equals(id))
                .findFirst();
    }

    private void judge(String place, List<Posted> ours, List<String> published, long doubtful) {
        var there = ours.stream().map(Posted::id).toList();
        if (ours.size() > published.size() + doubtful) {
            wrong.add("doubled: %s has %s, published are %s".formatted(place, ours, published));
        }
        if (new HashSet<>(published).size() < published.size()) {
            wrong.add("two targets own one post: %s has %s, published are %s".formatted(place, ours, published));
        }
        if (!there.containsAll(published)) {
            wrong.add("a post that is not ours: %s has %s, published are %s".formatted(place, ours, published));
        }
    }
}
