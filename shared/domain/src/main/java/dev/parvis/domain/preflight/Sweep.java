package dev.parvis.domain.preflight;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.stored.PageRequest;

/** One look at what is ahead: checks each post whose stage has come, writes what was seen, and tells what is wrong. */
public final class Sweep {
    /** What is due sooner is being sent already. */
    static final Duration TOO_LATE = Duration.ofMinutes(3);

    private final Posts posts;
    private final Checks checks;
    private final Supplier<Preflight> preflight;
    private @Nullable Preflight asked;
    private final Notices notices;
    private final InstantSource clock;
    private final BiConsumer<Ahead, RuntimeException> failed;
    private final Set<PostId> seen = new HashSet<>();
    private int checked;
    private int atRisk;
    private int faults;

    /** What a sweep did. */
    public record Swept(int posts, int atRisk, int faults) {}

    /** Where posts are, and what was seen of them. */
    public record Stores(Posts posts, Checks checks) {}

    /**
     * @param preflight made at the first post that is met: most sweeps meet none
     * @param failed told of each post whose check ended by a fault; the others are checked all the same
     */
    public Sweep(
            Stores stores,
            Supplier<Preflight> preflight,
            Notices notices,
            InstantSource clock,
            BiConsumer<Ahead, RuntimeException> failed) {
        this.posts = stores.posts();
        this.checks = stores.checks();
        this.preflight = preflight;
        this.notices = notices;
        this.clock = clock;
        this.failed = failed;
    }

    /**
     * The last hour first. What there is no time for is met by the next sweep. Where it came to is written when something
     * was met: until then the next one looks over the same stretch again, in which nothing was, for the same read.
     */
    public Swept run(BooleanSupplier timeForOne) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var anHour = now.plus(Stage.HOUR.before());
        sweep(Stage.HOUR, now.plus(TOO_LATE), anHour, timeForOne);
        var before = checks.swept();
        var from = before.filter(anHour::isBefore).orElse(anHour);
        var until = now.plus(Stage.DAY.before());
        var faultsBefore = faults;
        var day = sweep(Stage.DAY, from, until, timeForOne);
        if (day.isWhole() && faults == faultsBefore && day.met() > 0) {
            checks.swept(until);
        }
        return new Swept(checked, atRisk, faults);
    }

    private record Window(int met, boolean isWhole) {}

    private Window sweep(Stage stage, Instant after, Instant upTo, BooleanSupplier timeForOne) {
        var met = 0;
        var next = Optional.of(PageRequest.first(PageRequest.MOST));
        while (next.isPresent()) {
            var page = checks.ahead(after, upTo, next.get());
            for (var ahead : page.items()) {
                if (!timeForOne.getAsBoolean()) {
                    return new Window(met, false);
                }
                met++;
                look(stage, ahead);
            }
            next = page.next().map(more -> new PageRequest(PageRequest.MOST, Optional.of(more)));
        }
        return new Window(met, true);
    }

    private void look(Stage stage, Ahead ahead) {
        if (!seen.add(ahead.post())) {
            return;
        }
        try {
            posts.find(ahead.workspace(), ahead.post())
                    .ifPresent(whole ->
                            whole.post().schedule().map(Schedule::at).ifPresent(due -> settle(stage, due, whole)));
        } catch (RuntimeException fault) {
            faults++;
            failed.accept(ahead, fault);
        }
    }

    private void settle(Stage stage, Instant due, PostWithTargets whole) {
        var post = whole.post();
        var before = checks.find(post.workspace(), post.id());
        if (before.filter(check -> check.settles(stage, due)).isPresent()
                || whole.targets().stream().noneMatch(Preflight::isToCome)) {
            return;
        }
        var findings = preflight().of(whole);
        checked++;
        if (findings.stream().anyMatch(Finding::stops) && !tell(stage, due, whole, findings)) {
            return;
        }
        checks.put(new Check(post.workspace(), post.id(), post.revision(), stage, due, clock.instant(), findings));
    }

    private Preflight preflight() {
        var made = asked;
        if (made == null) {
            made = preflight.get();
            asked = made;
        }
        return made;
    }

    /** Of a post that was edited or cancelled while it was looked at nothing is told: the next sweep sees what it is now. */
    private boolean tell(Stage stage, Instant due, PostWithTargets whole, List<Finding> findings) {
        var post = whole.post();
        var now = posts.find(post.workspace(), post.id());
        if (now.filter(there -> there.post().version() == post.version()).isEmpty()) {
            return false;
        }
        atRisk++;
        var problems = findings.stream()
                .filter(Finding::stops)
                .map(finding -> finding.channel() + ":" + finding.code())
                .collect(Collectors.toCollection(TreeSet::new));
        var said = String.join(" ", problems);
        notices.tell(new Event(
                post.id() + "." + due.getEpochSecond() + ".at_risk." + stage.wire() + "."
                        + Integer.toHexString(said.hashCode()),
                Event.Type.POST_AT_RISK,
                post.workspace(),
                due,
                detail(stage, whole, said)));
        return true;
    }

    private static Map<String, String> detail(Stage stage, PostWithTargets whole, String problems) {
        var post = whole.post();
        var detail = new LinkedHashMap<String, String>();
        detail.put("brand", post.brand().value());
        detail.put("post", post.id().value());
        detail.put("revision", Long.toString(post.revision()));
        detail.put("stage", stage.wire());
        detail.put("problems", problems);
        return detail;
    }
}
