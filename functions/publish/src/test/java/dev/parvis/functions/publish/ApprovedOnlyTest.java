package dev.parvis.functions.publish;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.approvals.Approvals;
import dev.parvis.domain.approvals.Ballot;
import dev.parvis.domain.approvals.Decided;
import dev.parvis.domain.approvals.Requests;
import dev.parvis.domain.brands.Approving.Policy;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Approval.Part;
import dev.parvis.domain.posts.Approval.Verdict;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;

import static org.assertj.core.api.Assertions.assertThat;

/** What takes approval goes out as it was approved, or not at all. */
class ApprovedOnlyTest {
    private static PostId waiting(Engine engine) {
        return waiting(engine, engine.clock.instant().plusSeconds(100));
    }

    private static PostId waiting(Engine engine, java.time.Instant due) {
        var brand = Fixtures.brand(engine.workspace, engine.brand, Policy.CLIENT);
        var post = Fixtures.post(engine.workspace, engine.brand, due);
        var planned = Plan.of(
                post,
                brand,
                List.of(Fixtures.channel(engine.workspace, engine.brand, engine.channel)),
                Optional.empty());
        assertThat(engine.stores.posts().create(planned.post(), planned.targets()))
                .isInstanceOf(Change.Done.class);
        return post.id();
    }

    private static Decided decide(Engine engine, PostId id, Verdict verdict) {
        var there = engine.stores.posts().find(engine.workspace, id).orElseThrow();
        var agenda = engine.stores.agenda();
        var notices = new Notices(agenda, engine.stores.endpoints(), _ -> true, engine.clock);
        var approvals = new Approvals(
                engine.stores.posts(),
                engine.stores.audit(),
                notices,
                new Requests(agenda, engine.clock),
                engine.clock);
        var seal = there.post().approval().map(Approval::seal).orElseThrow();
        return approvals.decide(new Ballot(engine.workspace, id, seal, Part.CLIENT, verdict, "approver/ab"));
    }

    @Test
    void an_approved_post_goes_out_at_its_second() {
        var engine = new Engine();
        var post = waiting(engine);
        assertThat(decide(engine, post, Verdict.APPROVED)).isInstanceOf(Decided.Counted.class);

        engine.tick();

        assertThat(engine.network.posted).singleElement().satisfies(posted -> assertThat(posted.at())
                .isEqualTo(Engine.DUE));
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void what_nobody_approved_is_missed_after_its_time_and_a_person_is_told_once() {
        var engine = new Engine();
        var post = waiting(engine);

        engine.ticks(8);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.MISSED);
        assertThat(engine.now(post).reason()).isEqualTo("it was not approved in time");
        assertThat(engine.told).extracting(Event::type).containsExactly(Event.Type.POST_MISSED);
        assertThat(engine.told.getFirst().detail()).containsEntry("code", "not_approved");
        assertThat(decide(engine, post, Verdict.APPROVED)).isInstanceOf(Decided.TooLate.class);
    }

    @Test
    void an_approval_in_the_last_minute_still_goes_out_within_the_lateness() {
        var engine = new Engine();
        var post = waiting(engine);
        engine.ticks(1);
        engine.clock.set(Engine.DUE.minusSeconds(1));
        assertThat(decide(engine, post, Verdict.APPROVED)).isInstanceOf(Decided.Counted.class);
        engine.clock.set(Engine.DUE.plusSeconds(20));

        engine.tick();

        assertThat(engine.network.posted).hasSize(1);
    }

    @Test
    void a_refusal_takes_an_approved_post_back_before_it_is_sent() {
        var engine = new Engine();
        var post = waiting(engine);
        decide(engine, post, Verdict.APPROVED);
        assertThat(decide(engine, post, Verdict.REFUSED)).isInstanceOf(Decided.Counted.class);

        engine.ticks(8);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.MISSED);
        assertThat(engine.now(post).reason()).isEqualTo("refused by the client");
    }

    /** The worker has read and prepared what was approved; the refusal comes before SENDING is written. */
    @Test
    void a_refusal_while_the_worker_holds_the_target_fences_the_worker_off() {
        var refused = new boolean[1];
        var engine = new Engine[1];
        var post = new PostId[1];
        engine[0] = new Engine(dev.parvis.domain.networks.Publishes.Safety.RECONCILE, afterReading(() -> {
            if (!refused[0]) {
                refused[0] = true;
                assertThat(decide(engine[0], post[0], Verdict.REFUSED)).isInstanceOf(Decided.Counted.class);
            }
        }));
        post[0] = waiting(engine[0]);
        decide(engine[0], post[0], Verdict.APPROVED);

        engine[0].ticks(8);

        assertThat(refused[0]).isTrue();
        assertThat(engine[0].network.sends).isZero();
        assertThat(engine[0].now(post[0]).state()).isEqualTo(TargetState.MISSED);
    }

    /** An edit of the content, by whom may, makes another seal: the worker of the old one is fenced off. */
    @Test
    void an_edit_while_the_worker_holds_the_target_sends_neither_text() {
        var edited = new boolean[1];
        var engine = new Engine[1];
        var post = new PostId[1];
        engine[0] = new Engine(dev.parvis.domain.networks.Publishes.Safety.RECONCILE, afterReading(() -> {
            if (!edited[0]) {
                edited[0] = true;
                edit(engine[0], post[0]);
            }
        }));
        post[0] = waiting(engine[0]);
        decide(engine[0], post[0], Verdict.APPROVED);

        engine[0].ticks(8);

        assertThat(engine[0].network.sends).isZero();
        assertThat(engine[0].now(post[0]).revision()).isEqualTo(2);
        assertThat(engine[0].now(post[0]).state()).isEqualTo(TargetState.MISSED);
    }

    private static void edit(Engine engine, PostId id) {
        var now = engine.stores.posts().find(engine.workspace, id).orElseThrow().post();
        var content = new Content("Autre chose", Optional.empty(), List.of(), "fr");
        var other = new Post(
                now.workspace(), id, now.brand(), content, now.schedule(), 1, "me", now.createdAt(), now.version());
        var planned = Plan.of(
                other,
                Fixtures.brand(engine.workspace, engine.brand, Policy.CLIENT),
                List.of(Fixtures.channel(engine.workspace, engine.brand, engine.channel)),
                now.approval());
        assertThat(engine.stores.posts().change(planned.post(), planned.targets()))
                .isInstanceOf(Change.Done.class);
    }

    /** Whatever wrote it: a row whose seal is not that of its content, due time or window does not go out. */
    @Test
    void a_target_that_is_not_what_was_approved_is_refused_and_told_whatever_wrote_it() {
        List<UnaryOperator<Target>> forgeries = List.of(
                target -> target.cleared("0".repeat(64)),
                target -> moved(target, Duration.ofSeconds(1), Duration.ZERO),
                target -> moved(target, Duration.ZERO, Duration.ofMinutes(1)));
        for (var forgery : forgeries) {
            var engine = new Engine();
            var post = waiting(engine);
            decide(engine, post, Verdict.APPROVED);
            var claim = engine.stores
                    .agenda()
                    .claim(Kind.TARGET, Engine.DUE, 1)
                    .claims()
                    .getFirst();
            engine.stores.agenda().finish(claim, forgery.apply(claim.work()), Next.at(Engine.DUE));

            engine.tick();

            assertThat(engine.now(post).state()).isEqualTo(TargetState.APPROVAL);
            assertThat(engine.now(post).reason()).isEqualTo("what was to go out is not what was approved");
            assertThat(engine.told).extracting(Event::type).containsExactly(Event.Type.POST_REFUSED);
            engine.ticks(8);
            assertThat(engine.network.sends).isZero();
            assertThat(engine.now(post).state()).isEqualTo(TargetState.MISSED);
        }
    }

    @Test
    void content_that_is_not_what_was_approved_is_refused() {
        var engine = new Engine(dev.parvis.domain.networks.Publishes.Safety.RECONCILE, new Engine.Faults() {
            @Override
            public <P> P before(Class<P> port, P real) {
                return port == Posts.class ? port.cast(new Swapped((Posts) real).posts()) : real;
            }
        });
        var post = waiting(engine);
        decide(engine, post, Verdict.APPROVED);

        engine.ticks(8);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.MISSED);
        assertThat(engine.told)
                .extracting(Event::type)
                .containsExactly(Event.Type.POST_REFUSED, Event.Type.POST_MISSED);
    }

    /** A store that gives other words than were kept. */
    private record Swapped(Posts real) {
        Posts posts() {
            return (Posts) java.lang.reflect.Proxy.newProxyInstance(
                    Posts.class.getClassLoader(),
                    new Class<?>[] {Posts.class},
                    (_, method, arguments) -> method.getName().equals("content")
                            ? Optional.of(new Content("Autre chose", Optional.empty(), List.of(), "fr"))
                            : method.invoke(real, arguments));
        }
    }

    private static Target moved(Target target, Duration by, Duration wider) {
        return new Target(
                target.workspace(),
                target.post(),
                target.channel(),
                target.brand(),
                target.network(),
                target.revision(),
                target.state(),
                target.dueAt().plus(by),
                target.lateness().plus(wider),
                target.tries(),
                "",
                Optional.empty(),
                Optional.empty(),
                target.seal(),
                java.util.List.of(),
                target.left(),
                target.passes());
    }

    private static Engine.Faults afterReading(Runnable then) {
        return new Engine.Faults() {
            @Override
            public <P> P before(Class<P> port, P real) {
                return port != Posts.class
                        ? real
                        : port.cast(java.lang.reflect.Proxy.newProxyInstance(
                                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                                    var answer = method.invoke(real, arguments);
                                    if (method.getName().equals("content")) {
                                        then.run();
                                    }
                                    return answer;
                                }));
            }
        };
    }

    /** Dies at each call in turn, in the tick that finds it unapproved: told and written once. */
    @Test
    void wherever_a_worker_dies_an_unapproved_target_is_missed_and_told_under_one_id() {
        for (var call = 1; call <= 6; call++) {
            for (var after : new boolean[] {true, false}) {
                var left = new int[] {call};
                var engine = new Engine(dev.parvis.domain.networks.Publishes.Safety.RECONCILE, new Dying(left, after));
                var post = waiting(engine);

                engine.ticks(16);

                assertThat(engine.network.sends).isZero();
                assertThat(engine.now(post).state()).isEqualTo(TargetState.MISSED);
                assertThat(engine.told.stream().map(Event::id).distinct()).hasSize(1);
            }
        }
    }

    private record Dying(int[] left, boolean after) implements Engine.Faults {
        @Override
        public <P> P before(Class<P> port, P real) {
            return port.cast(java.lang.reflect.Proxy.newProxyInstance(
                    port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                        var mine = --left[0] == 0;
                        if (mine && !after) {
                            throw new ScriptedNetwork.Died();
                        }
                        var answer = method.invoke(real, arguments);
                        if (mine) {
                            throw new ScriptedNetwork.Died();
                        }
                        return answer;
                    }));
        }
    }
}
