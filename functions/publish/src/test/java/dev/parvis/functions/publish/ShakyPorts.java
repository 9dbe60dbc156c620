package dev.parvis.functions.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.domain.agenda.Claims;
import dev.parvis.domain.agenda.Written;

/** What lies between an instance and the table: time passes, others come in between, and things go wrong. */
final class ShakyPorts {
    private static final Duration LONGEST_FREEZE = Duration.ofMinutes(10);

    private final Timeline timeline;
    private final Mischief mischief;
    private final Instance instance;

    static final Duration CLOCK_SET_BY = Duration.ofSeconds(90);

    /** The table does not answer. */
    static final class TableDown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TableDown(String call) {
            super(call);
        }
    }

    private interface Call {
        @Nullable
        Object make() throws Throwable;
    }

    ShakyPorts(Timeline timeline, Mischief mischief, Instance instance) {
        this.timeline = timeline;
        this.mischief = mischief;
        this.instance = instance;
    }

    <P> P before(Class<P> port, P real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> step(method, () -> made(method, real, arguments))));
    }

    private static @Nullable Object made(Method method, Object real, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private @Nullable Object step(Method method, Call call) throws Throwable {
        latency();
        var fault = mischief.next(Fault.At.TABLE);
        var answer = fault.isPresent() ? faulty(fault.get(), method, call) : call.make();
        latency();
        return answer;
    }

    private @Nullable Object faulty(Fault fault, Method method, Call call) throws Throwable {
        return switch (fault) {
            case DIES_BEFORE -> throw instance.die();
            case DIES_AFTER -> {
                call.make();
                throw instance.die();
            }
            case FREEZES_BEFORE -> {
                freeze();
                yield call.make();
            }
            case FREEZES_AFTER -> {
                var answer = call.make();
                freeze();
                yield answer;
            }
            case TABLE_FAILS_BEFORE -> throw new TableDown(method.getName());
            case TABLE_FAILS_AFTER -> {
                call.make();
                throw new TableDown(method.getName());
            }
            case TABLE_REPEATS -> {
                call.make();
                timeline.pause(mischief.between(Duration.ZERO, Duration.ofSeconds(3)));
                yield call.make();
            }
            case TABLE_DISOWNS -> disowned(method, call.make());
            case CLOCK_IS_SET -> {
                instance.set(mischief.eitherWay(CLOCK_SET_BY));
                yield call.make();
            }
            case DIES_UNDER_WAY,
                    CLOCK_IS_OFF,
                    CUT_BEFORE_SEND,
                    CUT_AFTER_SEND,
                    CUT_IN_ANSWER,
                    CUT_AFTER_ANSWER,
                    ANSWERS_429,
                    ANSWERS_500,
                    ANSWERS_502,
                    SLOW,
                    REFUSES,
                    REFUSES_A_COMMENT_IT_TAKES,
                    EXPIRED,
                    WAKE_UP_LOST,
                    WAKE_UP_DOUBLED -> throw new IllegalStateException("no fault of the table: " + fault);
        };
    }

    private static @Nullable Object disowned(Method method, @Nullable Object answer) {
        return switch (answer) {
            case Written _ -> Written.FENCED_OFF;
            case Claims<?> _ -> new Claims<>(List.of(), Optional.empty(), Optional.empty(), 0);
            case Boolean _ -> false;
            case Optional<?> claimed -> method.getName().equals("claimOne") ? Optional.empty() : claimed;
            case null, default -> answer;
        };
    }

    private void latency() {
        timeline.pause(mischief.between(Duration.ofMillis(1), Duration.ofMillis(15)));
    }

    private void freeze() {
        instance.freeze(timeline.now().plus(mischief.between(Duration.ofSeconds(1), LONGEST_FREEZE)));
        timeline.pause(Duration.ZERO);
    }
}
