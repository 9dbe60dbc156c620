package dev.parvis.functions.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;
import dev.parvis.functions.publish.ScriptedNetwork.Act;

import static org.assertj.core.api.Assertions.assertThat;

/** Rights that end, or are taken back, while a post is on its way: what was prepared a minute ago does not go out. */
class WithdrawnMediaTest {
    private static final LocalDate DAY = Engine.DUE.atZone(ZoneOffset.UTC).toLocalDate();

    @Test
    void rights_that_are_cut_after_it_was_prepared_stop_a_post_and_it_says_whose_and_what_to_do() {
        var engine = new Engine();
        var media = engine.uploaded();
        var post = showing(engine, media);
        engine.network.onRead = () -> until(engine, media, DAY.minusDays(1), ZoneOffset.UTC);

        engine.ticks(3);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(post).attempt()).isEmpty();
        assertThat(engine.now(post).reason())
                .isEqualTo("the rights of “a.png” (media " + media.id() + ") ended on " + DAY.minusDays(1)
                        + ": renew them, or put another media in its place, and schedule the post again");
        assertThat(engine.told).singleElement().satisfies(event -> assertThat(event.detail())
                .containsEntry("code", "media.rights_expired"));
    }

    @Test
    void a_media_that_is_deleted_after_it_was_prepared_stops_a_post() {
        var engine = new Engine();
        var media = engine.uploaded();
        var post = showing(engine, media);
        engine.network.onRead = () -> {
            var now = engine.stores.media().find(engine.workspace, media.id()).orElseThrow();
            assertThat(engine.stores.media().delete(engine.workspace, media.id(), now.version()))
                    .isInstanceOf(Change.Done.class);
        };

        engine.ticks(3);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(post).reason()).contains(media.id().value()).contains("was deleted");
    }

    @Test
    void rights_are_judged_at_the_second_it_goes_out_on_the_clock_of_the_place_they_name() {
        var engine = new Engine();
        var over = engine.uploaded();
        var there = engine.uploaded();
        var expired = showing(engine, over);
        var valid = showing(engine, there);
        engine.network.onRead = () -> {
            // Twelve hours behind, the second it is due is the first of the next day; the last look comes five before.
            until(engine, over, DAY.minusDays(1), ZoneId.of("Etc/GMT+12"));
            until(engine, there, DAY, ZoneId.of("Etc/GMT+12"));
        };

        engine.ticks(3);

        assertThat(engine.now(valid).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(engine.now(expired).state()).isEqualTo(TargetState.FAILED);
    }

    @Test
    void a_thread_is_not_begun_that_could_not_be_ended() {
        var engine = new Engine();
        var media = engine.uploaded();
        var post = engine.schedule(thread(media, media));
        engine.network.onRead = () -> until(engine, media, DAY.minusDays(1), ZoneOffset.UTC);

        engine.ticks(3);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
    }

    @Test
    void a_part_of_a_thread_whose_picture_was_taken_back_meanwhile_stays_here() {
        var engine = new Engine();
        var first = engine.uploaded();
        var second = engine.uploaded();
        var post = engine.schedule(thread(first, second));
        engine.network.onRead = () -> {
            if (engine.network.sends == 1) {
                until(engine, second, DAY.minusDays(1), ZoneOffset.UTC);
            }
        };

        engine.ticks(3);

        assertThat(engine.network.posted).hasSize(1);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(post).reason()).contains(second.id().value());
        assertThat(engine.now(post).out()).hasSize(1);
    }

    @Test
    void what_was_put_off_is_judged_at_the_second_it_was_put_off_to() {
        var engine = new Engine(Act.CUT_BEFORE, Act.TAKE);
        var media = engine.uploaded();
        var post = showing(engine, media);
        engine.network.onRead = () -> {
            if (engine.network.sends == 1) {
                until(engine, media, DAY.minusDays(1), ZoneOffset.UTC);
            }
        };

        engine.ticks(5);

        assertThat(engine.network.posted).isEmpty();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
    }

    @Test
    void what_was_proven_not_to_have_gone_out_is_not_sent_again() {
        var engine = new Engine(Act.LOST, Act.TAKE);
        var media = engine.uploaded();
        var post = showing(engine, media);
        engine.network.onRead = () -> {
            if (engine.network.sends == 1) {
                until(engine, media, DAY.minusDays(1), ZoneOffset.UTC);
            }
        };

        engine.ticks(8);

        assertThat(engine.network.sends).isEqualTo(1);
        assertThat(engine.network.posted).isEmpty();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
    }

    @Test
    void from_the_last_five_seconds_on_it_is_on_its_way() {
        var cut = new Runnable[] {() -> {}};
        var engine = new Engine(Safety.RECONCILE, before(Holds.class, "stops", () -> cut[0].run()));
        var media = engine.uploaded();
        var post = showing(engine, media);
        cut[0] = () -> {
            assertThat(engine.now(post).state()).isEqualTo(TargetState.SENDING);
            until(engine, media, DAY.minusDays(1), ZoneOffset.UTC);
        };

        engine.ticks(3);

        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void a_post_without_media_reads_nothing_of_the_library() {
        var read = new int[1];
        var engine = new Engine(Safety.RECONCILE, before(MediaLibrary.class, "", () -> read[0]++));
        var post = engine.schedule("Bonjour");

        engine.ticks(2);

        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(read[0]).isZero();
    }

    private static PostId showing(Engine engine, Media media) {
        return engine.schedule("Vitrine", List.of(new Content.Image(media.id().value(), "")));
    }

    private static Content thread(Media first, Media second) {
        return new Content(
                "Un",
                Optional.empty(),
                List.of(new Content.Image(first.id().value(), "")),
                "fr",
                Optional.empty(),
                Optional.empty(),
                List.of(new Content.Part(
                        Content.Kind.THREAD,
                        "Deux",
                        Optional.empty(),
                        List.of(new Content.Image(second.id().value(), "")))),
                Map.of());
    }

    private static void until(Engine engine, Media media, LocalDate lastDay, ZoneId zone) {
        var now = engine.stores.media().find(engine.workspace, media.id()).orElseThrow();
        var rights = new Rights("© Marie", "", "", "", "", Optional.of(new Rights.Expiry(lastDay, zone)));
        assertThat(engine.stores.media().change(now.with(rights))).isInstanceOf(Change.Done.class);
    }

    /** @param method empty for any of the port */
    private static Engine.Faults before(Class<?> which, String method, Runnable what) {
        return new Engine.Faults() {
            @Override
            public <P> P before(Class<P> port, P real) {
                if (!port.equals(which)) {
                    return real;
                }
                return port.cast(
                        Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, called, with) -> {
                            if (method.isEmpty() || called.getName().equals(method)) {
                                what.run();
                            }
                            try {
                                return called.invoke(real, with);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        }));
            }
        };
    }
}
