package dev.parvis.networks.mastodon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Content;
import dev.parvis.fakes.mastodon.MastodonOptions;
import dev.parvis.fakes.mastodon.MastodonServer;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class MastodonAnswersTest {
    private static final String STATUSES = "/api/v1/statuses";

    private final MastodonWorld world = new MastodonWorld(MastodonOptions.MASTODON);

    @AfterEach
    void close() {
        world.close();
    }

    private Answered said(String visibility) {
        var id = world.says(world.bobThere, "@alice Vous ouvrez quand ?", Optional.empty(), visibility);
        return answered(id, visibility.equals("direct") ? ItemKind.MESSAGE : ItemKind.MENTION, "bob");
    }

    private static Answered answered(String id, ItemKind kind, String handle) {
        return new Answered("i", kind, id, "https://social.example/@bob/" + id, handle);
    }

    private Piece answer(String text, Answered item) {
        return Desk.answer(MastodonWorld.text(text), item, "key", world.due);
    }

    private Preparation.Ready prepare(Piece piece) {
        return Desk.ready(world.publishes.prepare(world.alice, piece, MastodonWorld.PICTURES));
    }

    private MastodonServer.Post only() {
        return world.server.posts().stream()
                .filter(post -> post.text().contains("8 h"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_answer_names_who_it_answers_and_is_seen_by_no_more_than_what_it_answers() {
        for (var seen : List.of(
                tuple("public", "unlisted"),
                tuple("unlisted", "unlisted"),
                tuple("private", "private"),
                tuple("direct", "direct"))) {
            var item = said(seen.toList().getFirst().toString());
            var key = seen.toString();
            var piece = Desk.answer(MastodonWorld.text("À 8 h, " + key), item, key, world.due);
            var ready = prepare(piece);

            assertThat(world.publishes.send(
                            world.alice, ready.payload(), Desk.attempt(key, ready, world.due, world.due)))
                    .isInstanceOf(Sending.Published.class);

            assertThat(world.server.posts())
                    .extracting(
                            MastodonServer.Post::text, MastodonServer.Post::replyTo, MastodonServer.Post::visibility)
                    .contains(tuple(
                            "@bob À 8 h, " + key, item.nativeId(), seen.toList().get(1)));
        }
    }

    @Test
    void who_is_named_already_is_not_named_again_and_a_name_that_names_others_too_is_not_believed() {
        assertThat(shown("Merci @Bob !", "bob")).isEqualTo("Merci @Bob !");
        assertThat(shown("Merci @bob !", "bob@b.example")).isEqualTo("@bob@b.example Merci @bob !");
        assertThat(shown("Merci", "bob @everybody")).isEqualTo("Merci");
        assertThat(shown("Merci", "bob\n@eve")).isEqualTo("Merci");
        assertThat(shown("Merci", "")).isEqualTo("Merci");
        assertThat(shown("Merci bobby@bob", "bob")).isEqualTo("@bob Merci bobby@bob");
    }

    private String shown(String text, String handle) {
        return world.publishes.text(
                MastodonWorld.text(text).answering(Optional.of(answered("1", ItemKind.REPLY, handle))));
    }

    @Test
    void the_name_counts_without_its_server_and_says_nothing_by_itself() {
        var item = Optional.of(answered("1", ItemKind.REPLY, "bob@a.very.long.example"));
        var limits = world.publishes.limits(world.alice);
        var fits = MastodonWorld.text("é".repeat(limits.textLength() - "@bob ".length()))
                .answering(item);
        var long1 = MastodonWorld.text("é".repeat(limits.textLength() - "@bob ".length() + 1))
                .answering(item);

        assertThat(world.publishes.length(fits, limits)).isEqualTo(limits.textLength());
        assertThat(Checks.of(world.publishes, fits, limits)).isEmpty();
        assertThat(Checks.of(world.publishes, long1, limits))
                .extracting(Violation::code)
                .containsExactly("text_too_long");
        assertThat(Checks.of(world.publishes, MastodonWorld.text(" ").answering(item), limits))
                .extracting(Violation::code)
                .containsExactly("nothing_to_say");
    }

    @Test
    void what_cannot_be_answered_and_a_first_comment_in_an_answer_are_said_before() {
        var comment = List.of(new Content.Part(Content.Kind.COMMENT, "Le lien", Optional.empty(), List.of()));
        var content = new Content(
                        "Merci",
                        Optional.empty(),
                        List.of(),
                        "fr",
                        Optional.empty(),
                        Optional.empty(),
                        comment,
                        Map.of())
                .answering(Optional.of(answered("1", ItemKind.REVIEW, "bob")));

        assertThat(Checks.of(world.publishes, content, world.publishes.limits(world.alice)))
                .extracting(Violation::pointer, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("/answers", "not_answerable"), tuple("/parts/0/kind", "comment_in_answer"));
    }

    @Test
    void an_answer_that_was_cut_after_it_was_taken_is_found_by_its_looks_and_its_place() {
        var item = said("public");
        var ready = prepare(answer("À 8 h", item));
        world.server.faults().on("POST", STATUSES).cutAfterEffect();

        assertThat(world.send(ready)).isInstanceOf(Sending.Uncertain.class);

        assertThat(world.reconcile(ready))
                .isInstanceOfSatisfying(Reconciliation.Found.class, found -> assertThat(found.nativeId())
                        .isEqualTo(only().id()));
        assertThat(world.publishes.reconcile(
                        world.alice, Desk.attempt("key", ready, world.due, world.due), Set.of(only().id())))
                .isNotInstanceOf(Reconciliation.Found.class);
    }

    @Test
    void a_post_of_the_same_words_is_not_taken_for_an_answer_nor_an_answer_for_it() {
        var item = said("public");
        var answer = prepare(answer("À 8 h", item));
        var named = prepare(Desk.piece(MastodonWorld.text("@bob À 8 h"), "other", world.due));

        assertThat(answer.fingerprint()).isNotEqualTo(named.fingerprint());
        assertThat(world.send(named)).isInstanceOf(Sending.Published.class);
        assertThat(world.reconcile(answer)).isNotInstanceOf(Reconciliation.Found.class);
    }

    @Test
    void while_what_it_answers_cannot_be_looked_at_it_waits_and_once_it_is_gone_it_never_goes() {
        var item = said("public");
        world.server.faults().on("GET", STATUSES + "/" + item.nativeId()).status(503);
        assertThat(world.publishes.prepare(world.alice, answer("À 8 h", item), MastodonWorld.PICTURES))
                .isInstanceOf(Preparation.Later.class);

        assertThat(world.publishes.prepare(
                        world.alice,
                        answer("À 8 h", answered("404404", ItemKind.REPLY, "bob")),
                        MastodonWorld.PICTURES))
                .isInstanceOfSatisfying(Preparation.Impossible.class, no -> assertThat(no.code())
                        .isEqualTo("answered_gone"));
    }
}
