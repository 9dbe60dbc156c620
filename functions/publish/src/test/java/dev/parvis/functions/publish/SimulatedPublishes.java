package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.functions.publish.SimulatedAccounts.Parcel;

/**
 * Publishes on a timeline, in one of the four ways, and breaks wherever a network can: before the request, under way, in
 * the answer. It may take what it was sent long after everybody has given up, and list it later still; both together, and
 * a process that stood still in the call, stay within the quiet time that it declares.
 */
final class SimulatedPublishes implements OnlySends {
    static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);
    static final Duration QUIET = Duration.ofSeconds(120);

    /** From the last look for a stop to the call, where nothing goes wrong. */
    private static final Duration JUST_NOW = Duration.ofSeconds(1);

    private static final Duration LONG = Duration.ofSeconds(20);

    /** Of a post in two phases that is no comment. */
    static final int CHILDREN = 2;

    private static final Duration POLL = Duration.ofSeconds(3);

    private final Timeline timeline;
    private final Mischief mischief;
    private final InstantSource clock;
    private final SimulatedAccounts accounts;

    SimulatedPublishes(Timeline timeline, Mischief mischief, InstantSource clock, SimulatedAccounts accounts) {
        this.timeline = timeline;
        this.mischief = mischief;
        this.clock = clock;
        this.accounts = accounts;
    }

    @Override
    public Safety safety() {
        return accounts.safety();
    }

    @Override
    public Duration sendTimeout() {
        return SEND_TIMEOUT;
    }

    @Override
    public Duration quietTime() {
        return QUIET;
    }

    @Override
    public Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        travel();
        timeline.pause(accounts.slowness(connection.channel().account()));
        if (!mischief.isCalm() && mischief.oneIn(8)) {
            // A lease may end meanwhile, and whoever comes then does not know what is being made.
            accounts.containers().excuse(piece.key(), 1);
            timeline.pause(mischief.between(Duration.ofSeconds(1), Duration.ofSeconds(60)));
        }
        var fault = mischief.next(Fault.At.PREPARE);
        return fault.isPresent() ? prepared(fault.get(), connection, piece) : prepared(connection, piece);
    }

    private Preparation prepared(Connection connection, Piece piece) {
        return switch (accounts.safety()) {
            case CLIENT_KEY -> ready(piece, piece.key());
            case TWO_PHASES -> step(piece);
            case REFUSAL_NAMES_TWIN -> ready(piece, "");
            case RECONCILE -> ready(piece, accounts.newest(connection.channel().account()));
        };
    }

    private Preparation.Ready ready(Piece piece, String trace) {
        var said = Said.of(piece);
        return new Preparation.Ready(said.payload(), trace, said.fingerprint(), accounts.safety() == Safety.TWO_PHASES);
    }

    /** Two children, what holds them, and a while until it is ready, if it ever is: {@code c1,2} and {@code p3}. */
    private Preparation step(Piece piece) {
        var left = piece.left();
        if (left.startsWith("p")) {
            return asked(piece, left.substring(1));
        }
        var there = left.isEmpty() ? 0 : left.split(",").length;
        if (there < (Said.of(piece).comment() ? 0 : CHILDREN)) {
            var child = accounts.containers().child(piece.key());
            return new Preparation.Step(left.isEmpty() ? "c" + child : left + "," + child, Duration.ZERO);
        }
        var busy = mischief.isCalm() || !mischief.oneIn(2)
                ? Duration.ZERO
                : mischief.between(Duration.ZERO, Duration.ofSeconds(mischief.oneIn(4) ? 240 : 20));
        var fails = !mischief.isCalm() && mischief.oneIn(20);
        return new Preparation.Step("p" + accounts.containers().parent(piece.key(), busy, fails), Duration.ZERO);
    }

    private Preparation asked(Piece piece, String container) {
        return switch (accounts.containers().state(container)) {
            case IN_PROGRESS -> new Preparation.Step(piece.left(), POLL);
            case READY -> ready(piece, container);
            case DEAD, UNKNOWN -> {
                if (accounts.isPublished(container)) {
                    yield ready(piece, container);
                }
                accounts.containers().excuse(piece.key(), CHILDREN + 1);
                yield new Preparation.Step("", POLL);
            }
        };
    }

    /** Nobody learns whether it was made. */
    private void perhapsPrepared(Connection connection, Piece piece) {
        if (mischief.oneIn(2)) {
            prepared(connection, piece);
        }
    }

    private Preparation prepared(Fault fault, Connection connection, Piece piece) {
        return switch (fault) {
            case DIES_BEFORE -> throw instance().die();
            case DIES_AFTER -> {
                prepared(connection, piece);
                throw instance().die();
            }
            case FREEZES_BEFORE -> {
                freeze(Duration.ofMinutes(10));
                yield prepared(connection, piece);
            }
            case FREEZES_AFTER -> {
                var there = prepared(connection, piece);
                freeze(Duration.ofMinutes(10));
                yield there;
            }
            case CUT_BEFORE_SEND -> new Preparation.Later(fault.name(), Duration.ofSeconds(5));
            case CUT_AFTER_SEND, CUT_IN_ANSWER, ANSWERS_500, ANSWERS_502 -> {
                perhapsPrepared(connection, piece);
                yield new Preparation.Later(fault.name(), Duration.ofSeconds(5));
            }
            case ANSWERS_429 -> new Preparation.Later(fault.name(), Duration.ofSeconds(60));
            case SLOW -> {
                timeline.pause(LONG);
                perhapsPrepared(connection, piece);
                yield new Preparation.Later(fault.name(), Duration.ofSeconds(5));
            }
            case EXPIRED -> new Preparation.Expired();
            case CLOCK_IS_SET -> {
                instance().set(mischief.eitherWay(ShakyPorts.CLOCK_SET_BY));
                yield prepared(connection, piece);
            }
            case DIES_UNDER_WAY,
                    CLOCK_IS_OFF,
                    TABLE_FAILS_BEFORE,
                    TABLE_FAILS_AFTER,
                    TABLE_REPEATS,
                    TABLE_DISOWNS,
                    CUT_AFTER_ANSWER,
                    REFUSES,
                    REFUSES_A_COMMENT_IT_TAKES,
                    WAKE_UP_LOST,
                    WAKE_UP_DOUBLED -> throw new IllegalStateException("no fault of preparing: " + fault);
        };
    }

    @Override
    public Sending send(Connection connection, String payload, Attempt attempt) {
        var parcel = new Parcel(connection.channel().account(), Said.read(payload), attempt.trace(), attempt);
        var firstByteAt = clock.instant();
        accounts.begun(parcel, mischief);
        accounts.fired(parcel, mischief.done().isEmpty() ? JUST_NOW : Trial.LEASE);
        var fault = mischief.next(Fault.At.SEND);
        var answer = fault.isPresent() ? sent(fault.get(), parcel) : sent(parcel);
        return answer instanceof Sending.Published(var id, var url, var _)
                ? new Sending.Published(id, url, firstByteAt)
                : answer;
    }

    /** What has left arrives, whatever becomes of the process that sent it. */
    private Sending sent(Parcel parcel) {
        accounts.fired(parcel, Trial.LEASE);
        accounts.reached(parcel, instance().skew(), mischief);
        var there = distance();
        var answer = new AtomicReference<Sending>(new Sending.Uncertain("there was no answer"));
        timeline.start(Timeline.Owner.NOBODY, timeline.now().plus(there), () -> answer.set(accounts.take(parcel)));
        timeline.pause(there.plus(distance()));
        return answer.get();
    }

    private Sending sent(Fault fault, Parcel parcel) {
        return switch (fault) {
            case DIES_BEFORE -> throw instance().die();
            case DIES_UNDER_WAY -> {
                perhaps(parcel);
                throw instance().die();
            }
            case DIES_AFTER -> {
                sent(parcel);
                throw instance().die();
            }
            case FREEZES_BEFORE -> {
                freeze(QUIET.minus(accounts.lag()));
                yield sent(parcel);
            }
            case FREEZES_AFTER -> {
                var answer = sent(parcel);
                freeze(Duration.ofMinutes(10));
                yield answer;
            }
            case CUT_BEFORE_SEND -> new Sending.NotTaken("connection refused", Duration.ZERO);
            case CUT_AFTER_SEND, ANSWERS_500, ANSWERS_502 -> {
                perhaps(parcel);
                travel();
                yield new Sending.Uncertain(fault.name());
            }
            case CUT_IN_ANSWER -> {
                sent(parcel);
                yield new Sending.Uncertain(fault.name());
            }
            case CUT_AFTER_ANSWER -> sent(parcel);
            case ANSWERS_429 -> {
                var wait = mischief.between(Duration.ofSeconds(10), Duration.ofSeconds(120));
                travel();
                accounts.throttle(parcel, wait, mischief.done().size());
                yield new Sending.NotTaken(fault.name(), wait);
            }
            case SLOW -> {
                accounts.reached(parcel, instance().skew(), mischief);
                timeline.pause(SEND_TIMEOUT);
                perhaps(parcel);
                yield new Sending.Uncertain(fault.name());
            }
            case REFUSES -> {
                travel();
                yield new Sending.Refused("refused", "the network does not like it");
            }
            case REFUSES_A_COMMENT_IT_TAKES -> {
                if (parcel.said().comment()) {
                    sent(parcel);
                } else {
                    travel();
                }
                yield new Sending.Refused("refused", "the network does not like it");
            }
            case EXPIRED -> {
                travel();
                yield new Sending.Expired();
            }
            case CLOCK_IS_OFF,
                    CLOCK_IS_SET,
                    TABLE_FAILS_BEFORE,
                    TABLE_FAILS_AFTER,
                    TABLE_REPEATS,
                    TABLE_DISOWNS,
                    WAKE_UP_LOST,
                    WAKE_UP_DOUBLED -> throw new IllegalStateException("no fault of sending: " + fault);
        };
    }

    /** Taken now, or long after everybody has given up, or never. */
    private void perhaps(Parcel parcel) {
        var latest = QUIET.minus(accounts.lag());
        switch (mischief.pick(List.of("now", "late", "at the last moment", "never"))) {
            case "now" -> accounts.take(parcel);
            case "late" -> later(parcel, mischief.between(Duration.ZERO, latest));
            case "at the last moment" -> later(parcel, latest);
            default -> {}
        }
    }

    private void later(Parcel parcel, Duration wait) {
        timeline.start(Timeline.Owner.NOBODY, timeline.now().plus(wait), () -> accounts.take(parcel));
    }

    @Override
    public Reconciliation reconcile(Connection connection, Attempt attempt, Set<String> others) {
        travel();
        var fault = mischief.next(Fault.At.LOOK);
        var seen = fault.isPresent()
                ? looked(fault.get(), connection, attempt, others)
                : look(connection, attempt, others);
        travel();
        return seen;
    }

    private Reconciliation look(Connection connection, Attempt attempt, Set<String> others) {
        var account = connection.channel().account();
        var found =
                switch (accounts.safety()) {
                    case CLIENT_KEY ->
                        accounts.firstVisible(post ->
                                post.account().equals(account) && post.token().equals(attempt.trace()));
                    // A container's state says at once that it is out, and never as what.
                    case TWO_PHASES ->
                        accounts.isPublished(attempt.trace())
                                ? alike(account, attempt, others)
                                : Optional.<SimulatedAccounts.Posted>empty();
                    case RECONCILE -> alike(account, attempt, others);
                    case REFUSAL_NAMES_TWIN -> Optional.<SimulatedAccounts.Posted>empty();
                };
        return found.<Reconciliation>map(post -> new Reconciliation.Found(post.id(), SimulatedAccounts.url(post)))
                .orElseGet(() -> notFound(attempt));
    }

    private Reconciliation notFound(Attempt attempt) {
        return switch (accounts.safety()) {
            case CLIENT_KEY, RECONCILE -> new Reconciliation.Absent("the whole list was read");
            case REFUSAL_NAMES_TWIN -> new Reconciliation.SendAgain("a second post of this text would be refused");
            case TWO_PHASES ->
                accounts.isPublished(attempt.trace())
                        ? new Reconciliation.Undecided("it is out, and not listed yet")
                        : new Reconciliation.Absent("its container is not published");
        };
    }

    private Optional<SimulatedAccounts.Posted> alike(String account, Attempt attempt, Set<String> others) {
        return accounts.firstVisible(post -> post.account().equals(account)
                && post.said().fingerprint().equals(attempt.fingerprint())
                && !others.contains(post.id())
                && !post.at().isBefore(attempt.startedAt().minus(Duration.ofMinutes(5)))
                && !post.id().equals(attempt.trace()));
    }

    private Reconciliation looked(Fault fault, Connection connection, Attempt attempt, Set<String> others) {
        return switch (fault) {
            case DIES_BEFORE, DIES_AFTER -> throw instance().die();
            case FREEZES_BEFORE -> {
                freeze(Duration.ofMinutes(10));
                yield look(connection, attempt, others);
            }
            case FREEZES_AFTER -> {
                var seen = look(connection, attempt, others);
                freeze(Duration.ofMinutes(10));
                yield seen;
            }
            case CUT_BEFORE_SEND, CUT_AFTER_SEND, CUT_IN_ANSWER, ANSWERS_429, ANSWERS_500, ANSWERS_502 ->
                new Reconciliation.Undecided(fault.name());
            case SLOW -> {
                timeline.pause(LONG);
                yield new Reconciliation.Undecided(fault.name());
            }
            case EXPIRED -> new Reconciliation.Expired();
            case CLOCK_IS_OFF,
                    CLOCK_IS_SET,
                    DIES_UNDER_WAY,
                    TABLE_FAILS_BEFORE,
                    TABLE_FAILS_AFTER,
                    TABLE_REPEATS,
                    TABLE_DISOWNS,
                    CUT_AFTER_ANSWER,
                    REFUSES,
                    REFUSES_A_COMMENT_IT_TAKES,
                    WAKE_UP_LOST,
                    WAKE_UP_DOUBLED -> throw new IllegalStateException("no fault of looking: " + fault);
        };
    }

    private void travel() {
        timeline.pause(distance());
    }

    private Duration distance() {
        return mischief.between(Duration.ofMillis(20), Duration.ofMillis(400));
    }

    private void freeze(Duration longest) {
        instance().freeze(timeline.now().plus(mischief.between(Duration.ofSeconds(1), longest)));
        timeline.pause(Duration.ZERO);
    }

    private Instance instance() {
        return (Instance) timeline.owner();
    }
}
