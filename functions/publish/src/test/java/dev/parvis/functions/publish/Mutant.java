package dev.parvis.functions.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Claims;
import dev.parvis.domain.agenda.InMemoryAgenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.Passes;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Stops;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Page;

/** An engine that was broken on purpose, by one collaborator that does not do what it must. */
enum Mutant {
    NONE,
    /** "Not found", without having looked. */
    SKIPS_THE_RECONCILIATION,
    /** Takes a time-out for a request that surely did not arrive. */
    RESENDS_ON_TIMEOUT,
    /** Writes a row that another worker has taken over, and goes on. */
    IGNORES_THE_FENCE,
    /** Believes what it sees before the old lease, the call and the quiet time are over. */
    LOOKS_TOO_EARLY,
    /** Does not know which posts other targets own. */
    TAKES_LOOKALIKES,
    /** Starts a call however little of its lease is left. */
    IGNORES_ITS_LEASE,
    /** Does not write down which parts are out. */
    STARTS_AGAIN_AT_THE_FIRST_PART,
    /** Takes it that a comment which was refused is not there. */
    BELIEVES_THAT_A_COMMENT_WAS_REFUSED,
    /** Does not see that everything was stopped. */
    IGNORES_THE_STOP,
    /** Mails whoever posts by hand as if each time were the first. */
    MAILS_AGAIN,
    /** Asks somebody to post what was cancelled or edited when it was about to. */
    HANDS_OVER_WHAT_WAS_CANCELLED,
    /** Does not write down what lies on the network, and makes it all again. */
    FORGETS_WHAT_IT_HAS_MADE,
    /** Goes on, after an edit, with what was made before it. */
    PUBLISHES_AN_EARLIER_CONTAINER,
    /** Does not ask whether it is ready. */
    SKIPS_THE_CONTAINERS_STATUS,
    /** Takes what a rule answers for what somebody who may has typed. */
    IGNORES_THE_STOP_FOR_AUTOMATIC_ANSWERS;

    /** What it is exposed to: an engine that ignores its lease is caught by standing still, seldom by anything else. */
    Set<Fault> exposedTo() {
        return switch (this) {
            case NONE,
                    SKIPS_THE_RECONCILIATION,
                    RESENDS_ON_TIMEOUT,
                    LOOKS_TOO_EARLY,
                    TAKES_LOOKALIKES,
                    STARTS_AGAIN_AT_THE_FIRST_PART,
                    MAILS_AGAIN,
                    IGNORES_THE_STOP,
                    FORGETS_WHAT_IT_HAS_MADE,
                    PUBLISHES_AN_EARLIER_CONTAINER,
                    SKIPS_THE_CONTAINERS_STATUS,
                    IGNORES_THE_STOP_FOR_AUTOMATIC_ANSWERS -> EnumSet.allOf(Fault.class);
            case BELIEVES_THAT_A_COMMENT_WAS_REFUSED -> EnumSet.of(Fault.REFUSES_A_COMMENT_IT_TAKES);
            case IGNORES_THE_FENCE, IGNORES_ITS_LEASE, HANDS_OVER_WHAT_WAS_CANCELLED ->
                EnumSet.of(Fault.FREEZES_BEFORE, Fault.FREEZES_AFTER, Fault.WAKE_UP_DOUBLED);
        };
    }

    /** Whether people come in between: a story that is about something else is not thinned out by them. */
    boolean isVisited() {
        return this == NONE
                || this == IGNORES_THE_STOP
                || this == PUBLISHES_AN_EARLIER_CONTAINER
                || this == IGNORES_THE_STOP_FOR_AUTOMATIC_ANSWERS;
    }

    /** Whether some of it is posted by hand. */
    boolean isAssisted() {
        return this == NONE || this == MAILS_AGAIN || this == HANDS_OVER_WHAT_WAS_CANCELLED;
    }

    private interface Answer {
        @Nullable
        Object to(String method, @Nullable Object[] arguments, @Nullable Object answer);
    }

    Publishes publishes(Publishes real) {
        return switch (this) {
            case SKIPS_THE_RECONCILIATION ->
                altered(
                        Publishes.class,
                        real,
                        (method, arguments, answer) ->
                                method.equals("reconcile") ? new Reconciliation.Absent("nobody looked") : answer);
            case RESENDS_ON_TIMEOUT ->
                altered(
                        Publishes.class,
                        real,
                        (method, arguments, answer) -> answer instanceof Sending.Uncertain(var reason)
                                ? new Sending.NotTaken(reason, Duration.ZERO)
                                : answer);
            case LOOKS_TOO_EARLY ->
                altered(
                        Publishes.class,
                        real,
                        (method, arguments, answer) -> method.equals("quietTime") ? Duration.ZERO : answer);
            case BELIEVES_THAT_A_COMMENT_WAS_REFUSED ->
                altered(
                        Publishes.class,
                        real,
                        (method, arguments, answer) -> method.equals("reconcile") && isOfARefusal(arguments)
                                ? new Reconciliation.Absent("the network had refused it")
                                : answer);
            case PUBLISHES_AN_EARLIER_CONTAINER -> keepingWhatWasMade(real);
            case SKIPS_THE_CONTAINERS_STATUS ->
                altered(
                        Publishes.class,
                        real,
                        (method, arguments, answer) ->
                                answer instanceof Preparation.Step(var left, var _) && left.startsWith("p")
                                        ? unasked((Piece) Objects.requireNonNull(arguments[1]), left)
                                        : answer);
            case NONE,
                    IGNORES_THE_FENCE,
                    TAKES_LOOKALIKES,
                    IGNORES_ITS_LEASE,
                    STARTS_AGAIN_AT_THE_FIRST_PART,
                    MAILS_AGAIN,
                    HANDS_OVER_WHAT_WAS_CANCELLED,
                    FORGETS_WHAT_IT_HAS_MADE,
                    IGNORES_THE_STOP,
                    IGNORES_THE_STOP_FOR_AUTOMATIC_ANSWERS -> real;
        };
    }

    private static Preparation.Ready unasked(Piece piece, String left) {
        var said = Said.of(piece);
        return new Preparation.Ready(said.payload(), left.substring(1), said.fingerprint(), true);
    }

    /** By target, whatever its revision. */
    private static Publishes keepingWhatWasMade(Publishes real) {
        var made = new HashMap<String, String>();
        return proxy(
                Publishes.class,
                real,
                arguments -> {
                    if (arguments.length > 1
                            && arguments[1] instanceof Piece piece
                            && piece.left().isEmpty()) {
                        arguments[1] = piece.having(made.getOrDefault(target(piece), ""));
                    }
                },
                (method, arguments, answer) -> {
                    if (answer instanceof Preparation.Step(var left, var _) && arguments[1] instanceof Piece piece) {
                        made.put(target(piece), left);
                    }
                    return answer;
                });
    }

    /** A part of a target: its key without the revision. */
    private static String target(Piece piece) {
        var parts = piece.key().split("\\.");
        return parts[0] + "." + parts[1] + "." + (parts.length > 3 ? parts[3] : "0");
    }

    private static boolean isOfARefusal(@Nullable Object[] arguments) {
        return arguments[1] instanceof Attempt attempt && !attempt.refusal().isEmpty();
    }

    /** @param stores whose agenda {@code real} is */
    Agenda agenda(Agenda real, InMemoryStores stores) {
        return switch (this) {
            case IGNORES_THE_FENCE ->
                altered(
                        Agenda.class,
                        real,
                        (method, arguments, answer) ->
                                answer == Written.FENCED_OFF ? overwritten(stores.agenda(), arguments) : answer);
            case LOOKS_TOO_EARLY -> before(real, Mutant::overAtOnce);
            case STARTS_AGAIN_AT_THE_FIRST_PART -> before(real, Mutant::forgettingItsParts);
            case MAILS_AGAIN ->
                proxy(Agenda.class, real, Mutant::underAKeyOfItsTime, (method, arguments, answer) -> answer);
            case HANDS_OVER_WHAT_WAS_CANCELLED ->
                altered(
                        Agenda.class,
                        real,
                        (method, arguments, answer) -> answer == Written.FENCED_OFF
                                        && arguments[1] instanceof Target target
                                        && Helpers.isTheirs(target)
                                ? Written.DONE
                                : answer);
            case FORGETS_WHAT_IT_HAS_MADE -> before(real, Mutant::forgettingWhatLies);
            case IGNORES_THE_STOP_FOR_AUTOMATIC_ANSWERS ->
                altered(
                        Agenda.class,
                        real,
                        (method, arguments, answer) -> answer instanceof Claims<?> claims && arguments[0] == Kind.TARGET
                                ? passing(claims, stores)
                                : answer);
            case NONE,
                    SKIPS_THE_RECONCILIATION,
                    RESENDS_ON_TIMEOUT,
                    TAKES_LOOKALIKES,
                    IGNORES_ITS_LEASE,
                    BELIEVES_THAT_A_COMMENT_WAS_REFUSED,
                    PUBLISHES_AN_EARLIER_CONTAINER,
                    SKIPS_THE_CONTAINERS_STATUS,
                    IGNORES_THE_STOP -> real;
        };
    }

    private static void underAKeyOfItsTime(@Nullable Object[] arguments) {
        if (arguments.length == 3
                && arguments[1] instanceof Delivery mail
                && mail.recipient().startsWith(Delivery.HELPER)) {
            var event = mail.event();
            arguments[1] = new Delivery(
                    mail.workspace(),
                    new Event(
                            event.id() + "." + arguments[2],
                            event.type(),
                            event.workspace(),
                            event.at(),
                            event.detail()),
                    mail.recipient(),
                    0,
                    Optional.empty());
        }
    }

    private static Claims<?> passing(Claims<?> claims, InMemoryStores stores) {
        return new Claims<>(
                claims.claims().stream().map(claim -> passing(claim, stores)).toList(),
                claims.oldestDue(),
                claims.next(),
                claims.stuck());
    }

    private static Claim<Target> passing(Claim<?> claim, InMemoryStores stores) {
        var target = (Target) claim.work();
        var over = stores.holds().stops(target.workspace()).over(target.brand(), target.network());
        var isAnswer = stores.posts()
                .find(target.workspace(), target.post())
                .filter(whole -> whole.post().isAnswer())
                .isPresent();
        var now = isAnswer ? target.passing(Passes.under("nobody", over)) : target;
        return new Claim<>(Kind.TARGET, now, claim.due(), claim.lease());
    }

    private static Written overwritten(InMemoryAgenda agenda, @Nullable Object[] arguments) {
        if (arguments[0] instanceof Claim<?> claim && arguments[1] instanceof Target now) {
            var due = arguments.length > 2 && arguments[2] instanceof Next.Never
                    ? Optional.<Instant>empty()
                    : Optional.of(claim.lease().until());
            agenda.edit(Kind.TARGET, now, due);
        }
        return Written.DONE;
    }

    Posts posts(Posts real) {
        return this == TAKES_LOOKALIKES
                ? altered(
                        Posts.class,
                        real,
                        (method, arguments, answer) ->
                                method.equals("calendar") || method.equals("answers") ? Page.last(List.of()) : answer)
                : real;
    }

    Holds holds(Holds real) {
        return this == IGNORES_THE_STOP
                ? altered(
                        Holds.class, real, (method, arguments, answer) -> method.equals("stops") ? Stops.NONE : answer)
                : real;
    }

    Duration quiet(Duration real) {
        return this == LOOKS_TOO_EARLY ? Duration.ZERO : real;
    }

    LongSupplier nanos(Timeline timeline) {
        return this == IGNORES_ITS_LEASE ? () -> 0 : timeline::nanos;
    }

    private static Target overAtOnce(Target target) {
        return target.attempt()
                .map(a -> target.uncertainAfter(
                        new Attempt(a.key(), a.fingerprint(), a.createdAt(), a.startedAt(), a.startedAt(), a.trace()),
                        target.reason()))
                .map(early -> as(early, target.state(), early.out()))
                .orElse(target);
    }

    private static Target forgettingItsParts(Target target) {
        return target.state().ended() ? target : as(target, target.state(), List.of());
    }

    private static Target forgettingWhatLies(Target target) {
        return as(target, target.state(), target.out(), "");
    }

    private static Target as(Target target, TargetState state, List<Publication> out) {
        return as(target, state, out, target.left());
    }

    private static Target as(Target target, TargetState state, List<Publication> out, String left) {
        return new Target(
                target.workspace(),
                target.post(),
                target.channel(),
                target.brand(),
                target.network(),
                target.revision(),
                state,
                target.dueAt(),
                target.lateness(),
                target.tries(),
                target.reason(),
                target.attempt(),
                target.publication(),
                target.seal(),
                out,
                left,
                target.passes());
    }

    private static Agenda before(Agenda real, UnaryOperator<Target> change) {
        return proxy(
                Agenda.class,
                real,
                arguments -> {
                    if (arguments.length > 1
                            && arguments[0] instanceof Claim<?>
                            && arguments[1] instanceof Target target) {
                        arguments[1] = change.apply(target);
                    }
                },
                (method, arguments, answer) -> answer);
    }

    private static <P> P altered(Class<P> port, P real, Answer change) {
        return proxy(port, real, arguments -> {}, change);
    }

    private interface Ask {
        void with(@Nullable Object[] arguments);
    }

    private static <P> P proxy(Class<P> port, P real, Ask ask, Answer change) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    var arguments = given == null ? new Object[0] : given;
                    ask.with(arguments);
                    try {
                        return change.to(method.getName(), arguments, method.invoke(real, arguments));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
