package dev.parvis.functions.publish;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.assisted.HandOver;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Sighting;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;
import dev.parvis.kernel.secret.SignedToken;
import dev.parvis.networks.assisted.Assisted;
import dev.parvis.vault.SealedTokens;

import static dev.parvis.functions.publish.Engine.DUE;
import static org.assertj.core.api.Assertions.assertThat;

/** A target that a person posts goes through the states of all others, and nobody is asked twice the same. */
class ByPersonTest {
    private static final ChannelId CHANNEL = Fixtures.channelId();

    private final Engine engine = engine(Engine.Faults.NONE);

    private static Engine engine(Engine.Faults faults) {
        var engine = new Engine(Safety.RECONCILE, faults);
        engine.stores
                .channels()
                .create(new Channel(
                        engine.workspace,
                        CHANNEL,
                        engine.brand,
                        Assisted.ID,
                        URI.create("https://snapchat.example"),
                        "snapchat/lumiere",
                        "Snapchat @lumiere",
                        ChannelState.CONNECTED,
                        "",
                        DUE.minusSeconds(3600),
                        1));
        engine.credentials()
                .replace(
                        engine.workspace,
                        CHANNEL,
                        new Credential(Map.of(
                                "url", "https://snapchat.example/lumiere",
                                "person", "lea@example.org",
                                "backup", "max@example.org",
                                "language", "fr")),
                        Instant.MAX,
                        0);
        return engine;
    }

    @Test
    void nobody_is_asked_or_reminded_to_show_what_may_not_be_shown() {
        var media = engine.uploaded();
        var id = new PostId(Fixtures.id());
        var shows = new Content(
                "Vitrine",
                Optional.empty(),
                List.of(new Content.Image(media.id().value(), "")),
                "fr");
        engine.stores.posts().create(post(engine, id, shows, 1), List.of(target(engine, id)));
        engine.clock.set(DUE);
        engine.tick();
        assertThat(mails(engine)).containsExactly("0 lea@example.org");

        var over = new Rights.Expiry(DUE.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1), ZoneOffset.UTC);
        engine.stores.media().change(media.with(new Rights("", "", "", "", "", Optional.of(over))));
        engine.ticks(60);

        assertThat(mails(engine)).containsExactly("0 lea@example.org");
        assertThat(engine.now(id).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(id).reason()).contains(media.id().value());
    }

    private static PostId post(Engine engine) {
        var id = new PostId(Fixtures.id());
        engine.stores.posts().create(post(engine, id, "Du pain frais", 1), List.of(target(engine, id)));
        return id;
    }

    private static Post post(Engine engine, PostId id, String text, long version) {
        return post(engine, id, Fixtures.content(text), version);
    }

    private static Post post(Engine engine, PostId id, Content content, long version) {
        var schedule = new Schedule(DUE.atZone(ZoneOffset.UTC).toLocalDateTime(), ZoneOffset.UTC, DUE);
        return new Post(
                engine.workspace,
                id,
                engine.brand,
                content,
                Optional.of(schedule),
                1,
                "me",
                DUE.minusSeconds(3600),
                version);
    }

    private static Target target(Engine engine, PostId id) {
        return new Target(
                engine.workspace,
                id,
                CHANNEL,
                engine.brand,
                Assisted.ID,
                1,
                TargetState.SCHEDULED,
                DUE,
                Duration.ofMinutes(15),
                0,
                "",
                Optional.empty(),
                Optional.empty());
    }

    /** The mails that wait to be sent: step and address. */
    private static List<String> mails(Engine engine) {
        return engine
                .stores
                .agenda()
                .all(Kind.DELIVERY, engine.workspace, work -> work.recipient().startsWith(Delivery.HELPER))
                .stream()
                .map(work -> work.event().detail().get("step") + " "
                        + handOver(engine, work).helper().email())
                .sorted()
                .toList();
    }

    private static HandOver handOver(Engine engine, Delivery work) {
        var token = work.event().detail().getOrDefault("link", "");
        var opened = new SealedTokens(new Engine.Open(), engine.clock).open(HandOver.PURPOSE, token);
        return HandOver.parse(((SignedToken.Opened.Valid) opened).payload()).orElseThrow();
    }

    private Change<PostWithTargets> say(PostId post, Sighting sighting) {
        var version = engine.stores
                .posts()
                .find(engine.workspace, post)
                .orElseThrow()
                .post()
                .version();
        return engine.stores.posts().settle(engine.workspace, post, CHANNEL, version, sighting);
    }

    private Sighting done(long revision) {
        var now = engine.clock.instant();
        return new Sighting.ByHand(new Publication("", "https://snapchat.example/p/1", now, false), revision, now);
    }

    private long told(Event.Type type) {
        return engine.told.stream()
                .filter(event -> event.type() == type)
                .map(Event::id)
                .distinct()
                .count();
    }

    @Test
    void it_is_handed_over_once_reminded_twice_and_then_missed() {
        var post = post(engine);

        engine.ticks(3);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PREPARED);
        assertThat(mails(engine)).containsExactly("0 lea@example.org");

        engine.ticks(130);
        assertThat(mails(engine))
                .containsExactly(
                        "0 lea@example.org",
                        "1 lea@example.org",
                        "1 max@example.org",
                        "2 lea@example.org",
                        "2 max@example.org");
        assertThat(engine.now(post).state()).isEqualTo(TargetState.MISSED);
        assertThat(told(Event.Type.POST_HANDED_OVER)).isEqualTo(3);
        assertThat(told(Event.Type.POST_MISSED)).isEqualTo(1);
    }

    @Test
    void what_is_told_to_others_holds_no_link() {
        post(engine);

        engine.ticks(3);

        assertThat(engine.told).isNotEmpty().allSatisfy(event -> assertThat(event.detail())
                .doesNotContainKey("link"));
    }

    @Test
    void done_is_counted_once_told_by_a_worker_and_nobody_is_reminded() {
        var post = post(engine);
        engine.ticks(3);

        assertThat(say(post, done(1))).isInstanceOf(Change.Done.class);
        assertThat(say(post, done(1))).isInstanceOf(Change.Refused.class);
        engine.ticks(200);

        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(engine.now(post).publication().orElseThrow().url()).isEqualTo("https://snapchat.example/p/1");
        assertThat(told(Event.Type.POST_PUBLISHED)).isEqualTo(1);
        assertThat(told(Event.Type.POST_MISSED)).isZero();
        assertThat(mails(engine)).hasSize(1);
    }

    @Test
    void not_today_asks_the_team_and_done_may_still_be_said() {
        var post = post(engine);
        engine.ticks(3);

        say(post, new Sighting.Declined(1, engine.clock.instant()));
        engine.ticks(20);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.MISSED);
        assertThat(told(Event.Type.POST_MISSED)).isEqualTo(1);
        assertThat(mails(engine)).hasSize(1);

        assertThat(say(post, done(1))).isInstanceOf(Change.Done.class);
        engine.ticks(2);
        assertThat(told(Event.Type.POST_PUBLISHED)).isEqualTo(1);
    }

    @Test
    void an_edit_voids_what_was_handed_over_and_hands_over_anew() {
        var post = post(engine);
        engine.ticks(3);
        var whole = engine.stores.posts().find(engine.workspace, post).orElseThrow();
        var edited = post(engine, post, "Du pain chaud", whole.post().version());
        engine.stores.posts().change(edited, List.of(target(engine, post)));

        assertThat(say(post, done(1))).isInstanceOf(Change.Refused.class);
        engine.ticks(3);

        assertThat(engine.now(post).state()).isEqualTo(TargetState.PREPARED);
        assertThat(mails(engine)).containsExactly("0 lea@example.org", "0 lea@example.org");
        assertThat(say(post, done(2))).isInstanceOf(Change.Done.class);
    }

    @Test
    void nobody_says_done_of_what_was_cancelled() {
        var post = post(engine);
        engine.ticks(3);
        var whole = engine.stores.posts().find(engine.workspace, post).orElseThrow();
        engine.stores.posts().cancel(engine.workspace, post, whole.post().version());

        assertThat(say(post, done(1))).isInstanceOf(Change.Refused.class);
        engine.ticks(100);

        assertThat(engine.now(post).state()).isEqualTo(TargetState.CANCELLED);
        assertThat(mails(engine)).hasSize(1);
    }

    @Test
    void a_stop_keeps_it_from_being_handed_over_and_from_being_reminded() {
        engine.stores
                .holds()
                .put(engine.workspace, new Hold(Hold.Scope.WORKSPACE, "", "crise", "me", engine.clock.instant()));
        var held = post(engine);

        engine.ticks(5);

        assertThat(engine.now(held).state()).isEqualTo(TargetState.HELD);
        assertThat(mails(engine)).isEmpty();

        assertThat(engine.stores.posts().find(engine.workspace, held)).isPresent();
    }

    @Test
    void a_stop_after_it_was_handed_over_ends_the_reminders_and_what_is_out_is_out() {
        var handed = post(engine);
        engine.ticks(2);
        engine.stores
                .holds()
                .put(engine.workspace, new Hold(Hold.Scope.WORKSPACE, "", "crise", "me", engine.clock.instant()));
        engine.ticks(40);

        assertThat(engine.now(handed).state()).isEqualTo(TargetState.HELD);
        assertThat(mails(engine)).containsExactly("0 lea@example.org");
        assertThat(say(handed, done(1))).as("what is out is out").isInstanceOf(Change.Done.class);
    }

    /** The worker dies before each write of the agenda in turn: the mails are those of a worker that lived. */
    @Test
    void wherever_a_worker_dies_each_is_asked_once_at_each_step() {
        for (var write = 1; write <= 12; write++) {
            var deaths = new DiesBefore(write);
            var mortal = engine(deaths);
            var post = post(mortal);

            mortal.ticks(140);

            assertThat(mails(mortal))
                    .as("died before write " + write)
                    .containsExactly(
                            "0 lea@example.org",
                            "1 lea@example.org",
                            "1 max@example.org",
                            "2 lea@example.org",
                            "2 max@example.org");
            assertThat(mortal.now(post).state()).isEqualTo(TargetState.MISSED);
            assertThat(deaths.died()).isTrue();
        }
    }

    /** Fails one write of the agenda, as if the process had ended there: nothing of that claim is written any more. */
    private static final class DiesBefore implements Engine.Faults {
        private final int write;
        private int seen;

        DiesBefore(int write) {
            this.write = write;
        }

        boolean died() {
            return seen >= write;
        }

        @Override
        public <P> P before(Class<P> port, P real) {
            return port == Agenda.class
                    ? port.cast(java.lang.reflect.Proxy.newProxyInstance(
                            port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
                                var writes =
                                        List.of("progress", "finish", "add").contains(method.getName());
                                if (writes && ++seen == write) {
                                    throw new IllegalStateException("died before write " + write);
                                }
                                return method.invoke(real, args);
                            }))
                    : real;
        }
    }
}
