package dev.parvis.networks.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Removal;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Content;
import dev.parvis.fakes.sandbox.SandboxServer;
import dev.parvis.networks.Desk;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.images.Drawn;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxPublishesTest {
    private static final String POSTS = "/sandbox/v1/posts";
    private static final String KEY = "01JD0000000000000000000007.01JD0000000000000000000003.1";

    private final SandboxWorld world = new SandboxWorld();
    private final SandboxServer server = world.server;
    private final Publishes publishes = world.publishes;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_text_goes_out_with_its_link_and_is_found_by_its_key() {
        var link = new Content.Link("https://parvis.example/a", "", "");
        var content = new Content("Bonjour, la place !", Optional.of(link), List.of(), "fr");
        var ready =
                Desk.ready(publishes.prepare(world.cafe, Desk.piece(content, KEY, world.due), SandboxWorld.NO_MEDIA));

        var sent = (Sending.Published) world.send(ready, KEY);

        assertThat(server.posts()).singleElement().satisfies(post -> {
            assertThat(post.id()).isEqualTo(sent.nativeId());
            assertThat(post.text()).isEqualTo("Bonjour, la place !\n\nhttps://parvis.example/a");
        });
        assertThat(sent.url()).startsWith(server.uri().toString());
        assertThat(publishes.nativeId(world.cafe.channel(), URI.create(sent.url())))
                .contains(sent.nativeId());
        assertThat(publishes.nativeId(world.cafe.channel(), URI.create("https://elsewhere.example/cafe/p-1")))
                .isEmpty();
        assertThat(reconcile(ready)).isEqualTo(new Reconciliation.Found(sent.nativeId(), sent.url()));
    }

    @Test
    void images_go_out_with_what_they_show() {
        var images = List.of(new Content.Image("m", "Rouge puis bleu"), new Content.Image("n", ""));
        var content = new Content("", Optional.empty(), images, "");
        Publishes.MediaReader media = (id, most) -> id.equals("m")
                ? Drawn.redThenBlue(120, 80).png()
                : Drawn.noise(40, 30).jpeg();
        var ready = Desk.ready(publishes.prepare(world.cafe, Desk.piece(content, KEY, world.due), media));

        assertThat(world.send(ready, KEY)).isInstanceOf(Sending.Published.class);

        assertThat(ready.payload()).contains("Rouge puis bleu");
        assertThat(Desk.ready(publishes.prepare(world.cafe, Desk.piece(content, KEY, world.due), media)))
                .isEqualTo(ready);
    }

    @Test
    void sending_twice_posts_once() {
        var ready = world.prepare("Bonjour", KEY);

        var first = (Sending.Published) world.send(ready, KEY);
        var second = (Sending.Published) world.send(ready, KEY);

        assertThat(second.nativeId()).isEqualTo(first.nativeId());
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void cut_before_it_is_read_it_did_not_go_out_and_goes_out_once_after_the_quiet_time() {
        server.faults().on("POST", POSTS).cutBeforeRead();
        var ready = world.prepare("Bonjour", KEY);

        assertThat(world.send(ready, KEY)).isInstanceOf(Sending.Uncertain.class);
        assertThat(reconcile(ready)).isInstanceOf(Reconciliation.Undecided.class);
        world.pass(Duration.ofSeconds(120));
        assertThat(reconcile(ready)).isInstanceOf(Reconciliation.Absent.class);

        assertThat(world.send(ready, KEY)).isInstanceOf(Sending.Published.class);
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void cut_before_the_effect_it_did_not_go_out() {
        server.faults().on("POST", POSTS).cutBeforeEffect();
        var ready = world.prepare("Bonjour", KEY);

        assertThat(world.send(ready, KEY)).isInstanceOf(Sending.Uncertain.class);

        world.pass(Duration.ofSeconds(120));
        assertThat(reconcile(ready)).isInstanceOf(Reconciliation.Absent.class);
        assertThat(server.posts()).isEmpty();
    }

    @Test
    void cut_after_the_effect_or_in_the_answer_it_is_found_and_a_repeat_does_not_double_it() {
        server.faults().on("POST", POSTS).cutAfterEffect();
        var one = world.prepare("Un", "one.1");
        assertThat(world.send(one, "one.1")).isInstanceOf(Sending.Uncertain.class);
        server.faults().on("POST", POSTS).cutMidAnswer();
        var two = world.prepare("Deux", "two.1");
        assertThat(world.send(two, "two.1")).isInstanceOf(Sending.Uncertain.class);

        assertThat(publishes.reconcile(world.cafe, world.attempt(one, "one.1"), Set.of()))
                .isInstanceOf(Reconciliation.Found.class);
        assertThat(publishes.reconcile(world.cafe, world.attempt(two, "two.1"), Set.of()))
                .isInstanceOf(Reconciliation.Found.class);
        world.send(one, "one.1");
        world.send(two, "two.1");
        assertThat(server.posts()).extracting(SandboxServer.Published::text).containsExactlyInAnyOrder("Un", "Deux");
    }

    @Test
    void an_error_after_the_effect_and_an_unreadable_answer_are_doubts() {
        server.faults().on("POST", POSTS).statusAfterEffect(502);
        assertThat(world.send(world.prepare("Un", "one"), "one")).isInstanceOf(Sending.Uncertain.class);

        server.faults().on("POST", POSTS).garbage();
        assertThat(world.send(world.prepare("Deux", "two"), "two")).isInstanceOf(Sending.Uncertain.class);

        assertThat(server.posts()).hasSize(2);
    }

    @Test
    void another_content_at_the_same_key_is_a_doubt_and_never_a_second_post() {
        world.send(world.prepare("Un", KEY), KEY);

        var other = world.prepare("Deux", KEY);

        assertThat(world.send(other, KEY)).isInstanceOf(Sending.Uncertain.class);
        assertThat(reconcile(other)).isInstanceOf(Reconciliation.Found.class);
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void a_post_deleted_since_is_not_made_again() {
        var ready = world.prepare("Un", KEY);
        var sent = (Sending.Published) world.send(ready, KEY);

        assertThat(publishes.delete(world.cafe, sent.nativeId())).isEqualTo(new Removal.Removed());
        assertThat(publishes.delete(world.cafe, sent.nativeId())).isEqualTo(new Removal.Removed());

        assertThat(world.send(ready, KEY)).isInstanceOf(Sending.Refused.class);
        assertThat(server.posts()).isEmpty();
    }

    @Test
    void a_server_that_is_not_there_did_not_take_it() {
        var ready = world.prepare("Un", KEY);
        server.close();

        var fresh = new Sandbox(Desk.outbound(server.uri()), world.clock, Quiet.DEFAULT);

        assertThat(fresh.publishes().orElseThrow().send(world.cafe, ready.payload(), world.attempt(ready, KEY)))
                .isInstanceOf(Sending.NotTaken.class);
    }

    @Test
    void too_many_calls_wait_as_tooLongas_the_server_says() {
        server.faults().on("POST", POSTS).status(429, "Retry-After", "37");

        assertThat(world.send(world.prepare("Un", KEY), KEY))
                .isInstanceOfSatisfying(Sending.NotTaken.class, not -> assertThat(not.notBefore())
                        .isEqualTo(Duration.ofSeconds(37)));
    }

    @Test
    void a_token_is_renewed_before_it_dies_in_the_middle_and_a_dead_one_says_so() {
        var ready = world.prepare("Un", KEY);

        world.pass(Duration.ofMinutes(12));
        assertThat(publishes.prepare(
                        world.cafe, Desk.piece(SandboxWorld.content("Un"), KEY, world.due), SandboxWorld.NO_MEDIA))
                .isEqualTo(new Preparation.Expired());
        world.pass(Duration.ofMinutes(4));

        assertThat(world.send(ready, KEY)).isEqualTo(new Sending.Expired());
        assertThat(publishes.reconcile(world.cafe, world.attempt(ready, KEY), Set.of()))
                .isEqualTo(new Reconciliation.Expired());
    }

    @Test
    void what_cannot_be_sent_is_said_before_it_is_sent() {
        var limits = publishes.limits(world.cafe);
        var tooLong = new Content("é".repeat(501), Optional.empty(), List.of(), "");
        var badLink = new Content("x", Optional.of(new Content.Link("ftp://x", "", "")), List.of(), "");

        assertThat(publishes.check(SandboxWorld.content("é".repeat(500)), limits))
                .isEmpty();
        assertThat(publishes.check(tooLong, limits)).extracting("code").containsExactly("text_too_long");
        assertThat(publishes.check(SandboxWorld.content(" "), limits))
                .extracting("code")
                .containsExactly("nothing_to_say");
        assertThat(publishes.check(badLink, limits)).extracting("code").containsExactly("not_a_url");
        assertThat(publishes.prepare(world.cafe, Desk.piece(tooLong, KEY, world.due), SandboxWorld.NO_MEDIA))
                .isInstanceOf(Preparation.Impossible.class);
    }

    @Test
    void the_key_is_the_same_for_a_revision_and_another_for_the_next() {
        assertThat(world.prepare("Un", KEY).trace())
                .isEqualTo(world.prepare("Deux", KEY).trace());
        assertThat(world.prepare("Un", KEY).trace())
                .isNotEqualTo(world.prepare("Un", KEY.replace(".1", ".2")).trace());
        assertThat(world.prepare("Un", KEY).trace()).matches("[0-9a-f]{40}");
    }

    private Reconciliation reconcile(Preparation.Ready ready) {
        return publishes.reconcile(world.cafe, world.attempt(ready, KEY), Set.of());
    }
}
