package dev.parvis.networks.bluesky;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Above;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Publication;
import dev.parvis.fakes.http.Fault;
import dev.parvis.fakes.http.Response;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;

class BlueskyAnswersTest {
    private static final String PUT = "/xrpc/com.atproto.repo.putRecord";
    private static final String GET = "/xrpc/com.atproto.repo.getRecord";
    private static final Publishes.MediaReader NO_MEDIA = (id, most) -> {
        throw new AssertionError("no media is read");
    };

    private final BlueskyWorld world = new BlueskyWorld();
    private final Publishes publishes = world.bluesky.publishes().orElseThrow();

    @AfterEach
    void close() {
        world.close();
    }

    private static Answered answered(String uri) {
        return new Answered("i", ItemKind.REPLY, uri, "https://bsky.app/x", "bob.test");
    }

    private static Content text(String text) {
        return new Content(text, Optional.empty(), List.of(), "fr");
    }

    private Piece answer(String text, Answered item) {
        return Desk.answer(text(text), item, "key", world.clock.instant());
    }

    private Preparation prepare(Piece piece) {
        return publishes.prepare(world.alice, piece, NO_MEDIA);
    }

    private Sending send(Piece piece) {
        var ready = Desk.ready(prepare(piece));
        return publishes.send(
                world.alice, ready.payload(), Desk.attempt(piece.key(), ready, piece.createdAt(), piece.createdAt()));
    }

    private Json reply(String text) {
        return world.server.posts().stream()
                .map(post -> Json.of(post.record()))
                .filter(record -> record.at("text").textOr("").equals(text))
                .findFirst()
                .orElseThrow()
                .at("reply");
    }

    private Json strong(String uri) {
        var post = world.server.posts().stream()
                .filter(one -> one.uri().equals(uri))
                .findFirst()
                .orElseThrow();
        return Json.obj("uri", uri, "cid", post.cid());
    }

    @Test
    void an_answer_and_the_parts_that_follow_it_hang_under_the_root_of_what_it_answers() {
        var root = world.post(world.alice, "Demain");
        var theirs = world.reply(world.bob, root, "Quand ?");

        var first = (Sending.Published) send(answer("À 8 h", answered(theirs)));
        var own = new Publication(first.nativeId(), first.url(), first.firstByteAt(), false);
        var above = Optional.<Above>of(new Above.Own(own, own, Content.Kind.THREAD));
        var content = text("Et dimanche").answering(Optional.of(answered(theirs)));
        send(new Piece(content, "key.1", world.clock.instant().plusMillis(1), above));

        assertThat(reply("À 8 h")).isEqualTo(Json.obj("root", strong(root), "parent", strong(theirs)));
        assertThat(reply("Et dimanche")).isEqualTo(Json.obj("root", strong(root), "parent", strong(first.nativeId())));
    }

    @Test
    void what_answers_nothing_is_its_own_root() {
        var mention = world.post(world.bob, "Bonjour @alice.test");

        send(answer("Bonjour !", answered(mention)));

        assertThat(reply("Bonjour !")).isEqualTo(Json.obj("root", strong(mention), "parent", strong(mention)));
    }

    @Test
    void an_answer_that_was_cut_after_it_was_taken_is_found_and_sent_again_is_the_same() {
        var theirs = world.post(world.bob, "Bonjour @alice.test");
        var piece = answer("Bonjour !", answered(theirs));
        var ready = Desk.ready(prepare(piece));
        var attempt = Desk.attempt("key", ready, piece.createdAt(), piece.createdAt());
        world.server.faults().on("POST", PUT).cutAfterEffect();

        assertThat(publishes.send(world.alice, ready.payload(), attempt)).isInstanceOf(Sending.Uncertain.class);

        assertThat(publishes.reconcile(world.alice, attempt, Set.of())).isInstanceOf(Reconciliation.Found.class);
        assertThat(send(piece)).isInstanceOf(Sending.Published.class);
        assertThat(world.server.posts()).hasSize(2);
    }

    @Test
    void what_is_gone_is_answered_by_nobody_however_it_is_said() {
        var theirs = world.post(world.bob, "Bonjour @alice.test");
        publishes.delete(world.bob, theirs);
        assertGone(prepare(answer("Bonjour !", answered(theirs))));

        assertGone(prepare(answer("Bonjour !", answered("at://nobody"))));
        // As an AppView says it, which is asked for what lies on another server.
        var again = world.post(world.bob, "Encore");
        var body = Map.of("error", "InvalidRequest", "message", "Could not locate record: at://did:plc:x");
        world.server.faults().on("GET", GET).with(new Fault.Answer(Response.json(400, body)));
        assertGone(prepare(answer("Bonjour !", answered(again))));
    }

    private static void assertGone(Preparation preparation) {
        assertThat(preparation).isInstanceOfSatisfying(Preparation.Impossible.class, no -> assertThat(no.code())
                .isEqualTo("answered_gone"));
    }

    @Test
    void while_what_it_answers_cannot_be_read_it_waits() {
        var theirs = world.post(world.bob, "Bonjour @alice.test");
        world.server.faults().on("GET", GET).status(502);

        assertThat(prepare(answer("Bonjour !", answered(theirs)))).isInstanceOf(Preparation.Later.class);
    }

    @Test
    void a_message_cannot_be_answered_here() {
        var item = new Answered("i", ItemKind.MESSAGE, "at://x", "", "");

        assertThat(Checks.of(publishes, text("Oui").answering(Optional.of(item)), publishes.limits(world.alice)))
                .extracting(Violation::code)
                .containsExactly("not_answerable");
    }
}
