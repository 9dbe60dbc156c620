package dev.parvis.functions.listen;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Endpoint;
import dev.parvis.domain.notices.EndpointId;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.SourceState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The function dies at each of its calls to a port in turn, before the call has its effect and after it, and once more by
 * a fault that only its own source meets: whatever was said is kept once, told under one id, and waits for moderation.
 */
class DeathTest {
    private static final int MORE_CALLS_THAN_THERE_ARE = 40;

    @Test
    void what_is_said_to_an_account_is_kept_once_wherever_the_function_dies() {
        everywhere(5, (death, story) -> {
            try (var square = new Square().connected()) {
                square.sandbox.mention("lumiere", "lea", Square.SAYS_IT, "fr");
                square.sandbox.mention("lumiere", "sam", "Bonjour", "fr");

                diesAndRunsAgain(square, death);

                assertThat(square.inbox()).as(story).hasSize(2);
                assertThat(square.ports
                                .agenda()
                                .claim(Kind.INTERACTION, square.clock.instant(), 10)
                                .claims())
                        .as(story)
                        .hasSize(2);
            }
        });
    }

    @Test
    void an_entry_is_kept_and_told_once_and_a_move_is_not_forgotten_wherever_the_function_dies() {
        everywhere(10, (death, story) -> {
            try (var square = withEndpoint(new Square())) {
                var old = square.feed("ancien");
                var now = square.feed("nouveau");
                square.entry(now, "1", Square.SAYS_IT);
                square.entry(now, "2", "Rien");
                old.answers(301, "Location", now.uri().toString());
                var source = square.follow(old.uri());

                diesAndRunsAgain(square, death);

                assertThat(square.mentions()).as(story).hasSize(1);
                assertThat(square.told(Event.Type.MENTION_FOUND)).as(story).hasSize(1);
                assertThat(deliveries(square)).as(story).isEqualTo(1);
                assertThat(square.source(source).origin()).as(story).isEqualTo(new Origin.Feed(now.uri()));
                assertThat(square.host.log().exchanges().getLast().status())
                        .as(story)
                        .contains(304);
            }
        });
    }

    @Test
    void a_source_breaks_and_its_people_are_told_once_wherever_the_function_dies() {
        everywhere(4, (death, story) -> {
            try (var square = new Square()) {
                var source = square.follow(square.feed("parti").answers(410).uri());

                diesAndRunsAgain(square, death);

                assertThat(square.source(source).state()).as(story).isEqualTo(SourceState.BROKEN);
                assertThat(square.told(Event.Type.SOURCE_BROKEN)).as(story).hasSize(1);
                assertThat(deliveries(square)).as(story).isEqualTo(1);
            }
        });
    }

    @FunctionalInterface
    private interface Story {
        void happens(Death death, String story);
    }

    /** @param least how many calls there are at least: fewer, and the test would look at less than it says */
    private static void everywhere(int least, Story story) {
        for (var how : How.values()) {
            var deaths = 0;
            for (var call = 1; call <= MORE_CALLS_THAN_THERE_ARE; call++) {
                var death = new Death(call, how);
                story.happens(death, "call " + call + ", " + how);
                deaths += death.happened() ? 1 : 0;
            }
            assertThat(deaths).as("deaths that took place, " + how).isBetween(least, MORE_CALLS_THAN_THERE_ARE - 1);
        }
    }

    /** The process that follows is another one, at the next poll; one more shows that there is nothing left to do. */
    private static void diesAndRunsAgain(Square square, Death death) {
        square.with(death);
        try {
            square.tick();
        } catch (Died | IllegalStateException died) {
            assertThat(death.happened()).as("died of something else: " + died).isTrue();
        }
        square.with(Ports.Faults.NONE);
        square.later();
        square.later();
    }

    private static Square withEndpoint(Square square) {
        square.ports
                .endpoints()
                .create(new Endpoint(
                        square.workspace,
                        new EndpointId("01JD0000000000000000000099"),
                        square.host.uri(),
                        Set.of(Event.Type.MENTION_FOUND),
                        "sealed",
                        square.clock.instant(),
                        1));
        return square;
    }

    private static int deliveries(Square square) {
        return square.ports
                .agenda()
                .claim(Kind.DELIVERY, square.clock.instant(), 10)
                .claims()
                .size();
    }

    private enum How {
        PROCESS_BEFORE,
        PROCESS_AFTER,
        FAULT_BEFORE,
        FAULT_AFTER;

        RuntimeException fault() {
            return new IllegalStateException("the table is not there");
        }

        boolean isAfter() {
            return this == PROCESS_AFTER || this == FAULT_AFTER;
        }

        boolean isFault() {
            return this == FAULT_BEFORE || this == FAULT_AFTER;
        }
    }

    /** The end of a process: nothing in the function catches it. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;

        Died() {
            super("killed", null, false, false);
        }
    }

    /** Ends the process, or fails, at its n-th call to any port. */
    private static final class Death implements Ports.Faults {
        private final AtomicInteger left;
        private final How how;

        Death(int call, How how) {
            this.left = new AtomicInteger(call);
            this.how = how;
        }

        boolean happened() {
            return left.get() <= 0;
        }

        @Override
        public <P> P before(Class<P> port, P real) {
            return port.cast(
                    Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                        var mine = left.decrementAndGet() == 0;
                        if (mine && !how.isAfter()) {
                            throw how.isFault() ? how.fault() : new Died();
                        }
                        try {
                            var answer = method.invoke(real, arguments);
                            if (mine) {
                                throw how.isFault() ? how.fault() : new Died();
                            }
                            return answer;
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }));
        }
    }
}
