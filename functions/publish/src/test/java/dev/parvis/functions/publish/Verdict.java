package dev.parvis.functions.publish;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Stuck;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.notices.Delivery;
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
        this.audit = trial.stores
                .audit()
                .list(trial.workspace, YearMonth.of(2026, 11), PageRequest.first(100))
                .items();
        wrong.addAll(trial.accounts.complaints());
        targets.forEach(this::ended);
        targets.forEach(this::audited);
        onceOnly();
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

    /** In a state that a person can live with, and with the reason. */
    private void ended(Target target) {
        check(target, target.reason().length() < LONGEST_REASON, "tells its reason again and again");
        switch (target.state()) {
            case PUBLISHED -> check(target, target.publication().isPresent(), "published where?");
            case FAILED, MISSED -> {
                check(target, !target.reason().isEmpty(), "has no reason");
                check(target, mails(target, target.state()) == 1, "was not told of by one mail");
            }
            case UNCERTAIN -> {
                check(target, !target.reason().isEmpty(), "has no reason");
                check(target, isStuck(target) || mails(target, target.state()) == 1, "was not shown to a person");
            }
            case DRAFT, SCHEDULED, PREPARED, SENDING, RETRY_AT, HELD, CANCELLED ->
                check(target, isStuck(target), "was lost");
        }
    }

    private void check(Target target, boolean holds, String what) {
        if (!holds) {
            wrong.add("%s, %s (%s), %s".formatted(target.clientKey(), target.state(), target.reason(), what));
        }
    }

    private long mails(Target target, TargetState state) {
        var event = target.clientKey() + "." + state.name().toLowerCase(Locale.ROOT);
        return trial.stores
                .agenda()
                .<Delivery>all(
                        Kind.DELIVERY,
                        trial.workspace,
                        delivery -> delivery.event().id().equals(event)
                                && delivery.recipient().equals(Delivery.MAIL))
                .size();
    }

    /** Exactly one entry of its outcome, and none of an outcome that it did not have. */
    private void audited(Target target) {
        for (var outcome : List.of(TargetState.PUBLISHED, TargetState.FAILED, TargetState.MISSED)) {
            var action = "post." + outcome.name().toLowerCase(Locale.ROOT);
            var entries = audit.stream()
                    .filter(entry -> entry.action().equals(action))
                    .filter(entry -> entry.id().startsWith(target.clientKey() + "."))
                    .filter(entry -> target.state() == outcome || !isOfOneAlike(target, entry))
                    .count();
            var expected = target.state() == outcome ? 1 : 0;
            var undone = expected == 0 && (isStuck(target) || target.state() == TargetState.UNCERTAIN);
            check(target, entries == expected || undone, "has " + entries + " audit entries " + action);
        }
    }

    /**
     * A worker that dies after it has told "published", and before it has written so, can lose the post to a target of the
     * same text that is in doubt too: whose it is, nobody can see. That it is there is true all the same.
     */
    private boolean isOfOneAlike(Target target, AuditEntry entry) {
        return targets.stream()
                .filter(other -> !other.id().equals(target.id()))
                .filter(other -> trial.place(other).equals(trial.place(target)))
                .filter(other -> other.state() == TargetState.PUBLISHED)
                .flatMap(other -> other.publication().stream())
                .anyMatch(where -> where.nativeId().equals(entry.facts().get("nativeId")));
    }

    /** Targets alike on one account are looked at together: which of them made which post, nobody can see. */
    private void onceOnly() {
        Map<String, List<Target>> alike = targets.stream().collect(Collectors.groupingBy(trial::place));
        alike.forEach((place, group) -> {
            var ours = trial.accounts.posted().stream()
                    .filter(post -> (post.account() + " " + post.text()).equals(place))
                    .filter(post -> !post.madeBy().equals(SimulatedAccounts.BY_HAND))
                    .toList();
            var published = group.stream()
                    .filter(target -> target.state() == TargetState.PUBLISHED)
                    .map(Target::publication)
                    .flatMap(Optional::stream)
                    .map(Publication::nativeId)
                    .toList();
            var doubtful = group.stream()
                    .filter(target -> target.state() == TargetState.UNCERTAIN || isStuck(target))
                    .count();
            judge(place, ours, published, doubtful);
        });
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
