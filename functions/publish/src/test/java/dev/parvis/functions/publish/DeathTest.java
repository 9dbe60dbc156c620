package dev.parvis.functions.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.functions.publish.ScriptedNetwork.Act;
import dev.parvis.functions.publish.ScriptedNetwork.Died;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine dies at each of its calls to a port in turn, once before the call has its effect and once after, on a
 * network that behaves and on one that resets after taking: there is one post each time, one audit entry of it, and the
 * target says so in the end.
 */
class DeathTest {
    private static final int MORE_CALLS_THAN_THERE_ARE = 40;

    @Test
    void wherever_a_worker_dies_there_is_one_post_in_the_end() {
        var reached = 0;
        for (var safety : new Safety[] {Safety.RECONCILE, Safety.CLIENT_KEY}) {
            for (var act : new Act[] {Act.TAKE, Act.CUT_AFTER, Act.CUT_BEFORE}) {
                for (var after : new boolean[] {false, true}) {
                    for (var call = 1; call <= MORE_CALLS_THAN_THERE_ARE; call++) {
                        reached += dies(safety, act, call, after) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(reached).as("deaths that took place").isGreaterThan(60);
    }

    private static boolean dies(Safety safety, Act act, int call, boolean after) {
        var death = new Death(call, after);
        var engine = new Engine(safety, death, act);
        var post = engine.schedule("Bonjour");

        engine.ticks(16);

        var story = "%s %s, call %d, %s".formatted(safety, act, call, after ? "after" : "before");
        assertThat(engine.network.posted).as(story).hasSize(1);
        assertThat(engine.now(post).state()).as(story).isEqualTo(TargetState.PUBLISHED);
        assertThat(
                        engine
                                .stores
                                .audit()
                                .list(engine.workspace, YearMonth.of(2026, 11), PageRequest.first(100))
                                .items()
                                .stream()
                                .filter(entry -> entry.action().equals("post.published")))
                .as(story)
                .hasSize(1);
        assertThat(engine.stores.agenda().<Delivery>all(Kind.DELIVERY, engine.workspace, delivery -> true))
                .as(story)
                .isEmpty();
        return death.happened();
    }

    /** Ends the process at its n-th call to any port. */
    private static final class Death implements Engine.Faults {
        private final AtomicInteger left;
        private final boolean after;

        Death(int call, boolean after) {
            this.left = new AtomicInteger(call);
            this.after = after;
        }

        boolean happened() {
            return left.get() <= 0;
        }

        @Override
        public <P> P before(Class<P> port, P real) {
            return port.cast(
                    Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                        var mine = left.decrementAndGet() == 0;
                        if (mine && !after) {
                            throw new Died();
                        }
                        try {
                            var answer = method.invoke(real, arguments);
                            if (mine) {
                                throw new Died();
                            }
                            return answer;
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }));
        }
    }
}
