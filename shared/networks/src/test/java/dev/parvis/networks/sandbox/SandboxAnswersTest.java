package dev.parvis.networks.sandbox;

import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Answered;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SandboxAnswersTest {
    private final SandboxWorld world = new SandboxWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private Preparation.Ready prepare(String text, String id, ItemKind kind) {
        var item = new Answered("i", kind, id, "", "lea");
        return Desk.ready(world.publishes.prepare(
                world.cafe, Desk.answer(SandboxWorld.content(text), item, text, world.due), SandboxWorld.NO_MEDIA));
    }

    @Test
    void a_comment_and_a_mention_are_answered_where_they_stand() {
        var post = world.publish("Bonjour");
        var comment = world.server.comment(post.nativeId(), "lea", "Quand ?", "fr");
        var mention = world.server.mention("cafe", "sam", "J'aime le café", "fr");

        world.send(prepare("À 8 h", comment, ItemKind.COMMENT), "À 8 h");
        world.send(prepare("Merci", mention, ItemKind.MENTION), "Merci");

        assertThat(world.server.posts())
                .extracting("text", "replyTo")
                .contains(tuple("À 8 h", comment), tuple("Merci", mention));
    }

    @Test
    void an_answer_that_was_taken_unseen_is_found_and_one_sent_twice_is_there_once() {
        var comment = world.server.comment(world.publish("Bonjour").nativeId(), "lea", "Quand ?", "fr");
        var ready = prepare("À 8 h", comment, ItemKind.COMMENT);
        world.server.faults().on("POST", "/sandbox/v1/posts").cutAfterEffect();

        assertThat(world.send(ready, "À 8 h")).isInstanceOf(Sending.Uncertain.class);

        assertThat(world.publishes.reconcile(world.cafe, world.attempt(ready, "À 8 h"), Set.of()))
                .isInstanceOf(Reconciliation.Found.class);
        assertThat(world.send(ready, "À 8 h")).isInstanceOf(Sending.Published.class);
        assertThat(world.server.posts()).hasSize(2);
    }

    @Test
    void what_nobody_said_is_not_answered() {
        assertThat(world.send(prepare("À 8 h", "c_nobody", ItemKind.COMMENT), "À 8 h"))
                .isInstanceOfSatisfying(
                        Sending.Refused.class, no -> assertThat(no.code()).isEqualTo("reply_unknown"));
        assertThat(world.server.posts()).isEmpty();
    }
}
