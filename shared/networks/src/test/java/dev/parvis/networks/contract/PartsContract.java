package dev.parvis.networks.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Above;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Removal;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Content.Kind;
import dev.parvis.domain.posts.Publication;
import dev.parvis.networks.Desk;
import dev.parvis.networks.videos.Filmed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** What holds of a thread, a comment, a poll and a video on every server of a network. */
public abstract class PartsContract extends NetworkContract {
    /** A post of an account, as the network tells it to whoever reads: its native id, its text, what it answers or empty. */
    protected record Shown(String id, String text, String above) {}

    /** How many bytes of pictures a film has, none of which is held here; the server's own limit may make it shorter. */
    protected int pictures() {
        return 2_000;
    }

    private Publishes.MediaReader film() {
        var most = publishes
                .limits(us)
                .videos()
                .map(taken -> taken.bytes() - 2_000)
                .orElse(2_000L);
        return Filmed.CLIP.filming((int) Math.min(pictures(), most));
    }

    /** The account's own newest posts, its answers to itself among them. */
    protected abstract List<Shown> own(Connection by);

    /** Whether the server tells us that somebody has deleted what we have read. */
    protected boolean tellsWhatIsGone() {
        return true;
    }

    private enum Part {
        FIRST("Un", Optional.empty()),
        SECOND("Deux", Optional.of(Kind.THREAD)),
        THIRD("Trois", Optional.of(Kind.THREAD)),
        COMMENT("Le lien", Optional.of(Kind.COMMENT));

        private final String says;
        private final Optional<Kind> kind;

        Part(String says, Optional<Kind> kind) {
            this.says = says;
            this.kind = kind;
        }
    }

    /** One part made ready, and its attempt as the engine writes it. */
    private record Made(Piece piece, Preparation.Ready ready, Attempt attempt) {}

    @Test
    void a_thread_and_its_comment_stand_in_their_order_and_can_be_deleted() {
        var out = new ArrayList<Publication>();
        for (var part : Part.values()) {
            var made = make(part, out);
            out.add(at(published(publishes.send(us, made.ready().payload(), made.attempt()))));
        }

        assertThat(above(out)).isEqualTo(expected(out));
        out.reversed().forEach(part -> assertThat(publishes.delete(us, part.nativeId()))
                .isEqualTo(new Removal.Removed()));
        until("all deleted", () -> Optional.of(ours()).filter(List::isEmpty));
    }

    @Test
    void a_part_whose_answer_was_lost_is_found_and_none_is_there_twice() {
        var out = new ArrayList<Publication>();
        for (var part : Part.values()) {
            var made = make(part, out);
            publishes.send(us, made.ready().payload(), made.attempt());

            var found = until("part " + part, () -> looked(made, out));

            assertThat(ids(out)).doesNotContain(found.nativeId());
            out.add(new Publication(
                    found.nativeId(), found.url(), made.attempt().startedAt(), true));
        }

        assertThat(ours()).hasSize(Part.values().length);
        assertThat(above(out)).isEqualTo(expected(out));
        out.reversed().forEach(this::delete);
    }

    @Test
    void a_part_that_never_left_is_absent_whatever_stands_above_it() {
        var first = make(Part.FIRST, List.of());
        var out = List.of(at(published(publishes.send(us, first.ready().payload(), first.attempt()))));
        var second = make(Part.SECOND, out);
        var longAgo = now().minus(Duration.ofMinutes(3));
        var attempt = Desk.attempt(
                second.piece().key(), second.ready(), second.piece().createdAt(), longAgo);

        assertThat(publishes.reconcile(us, second.attempt(), ids(out))).isInstanceOf(Reconciliation.Undecided.class);
        assertThat(publishes.reconcile(us, attempt, ids(out))).isInstanceOf(Reconciliation.Absent.class);
        delete(out.getFirst());
    }

    @Test
    void an_answer_stands_under_what_was_written_and_its_second_part_under_its_first_and_who_wrote_is_told() {
        var post = make(content("Ouvert demain " + mark, Optional.empty(), Optional.empty()));
        var own = at(published(publishes.send(us, post.ready().payload(), post.attempt())));
        var item = written(own, "À quelle heure ? ");
        var toThem = cursor(them);
        var says = content("À 8 heures " + mark, Optional.empty(), Optional.empty());
        var first = make(Desk.answer(says, item, mark + "a", now()));

        publishes.send(us, first.ready().payload(), first.attempt());
        var found = until("the answer", () -> looked(first, List.of(own)));
        var under = new Publication(found.nativeId(), found.url(), now(), true);
        var more = content("Et dimanche aussi " + mark, Optional.empty(), Optional.empty())
                .answering(Optional.of(item));
        var second = make(new Piece(
                more, mark + "a.1", now().plusMillis(1), Optional.of(new Above.Own(under, under, Kind.THREAD))));
        var last = at(published(publishes.send(us, second.ready().payload(), second.attempt())));

        assertThat(above(List.of(under, last))).containsExactly(item.nativeId(), under.nativeId());
        assertThat(listen(them, toThem, told -> told.text().contains("À 8 heures " + mark))
                        .found()
                        .parent())
                .isPresent();
        List.of(last, under, own).forEach(this::delete);
    }

    @Test
    void what_is_gone_is_answered_by_nobody() {
        assumeThat(tellsWhatIsGone()).isTrue();
        var post = make(content("Dites " + mark, Optional.empty(), Optional.empty()));
        var own = at(published(publishes.send(us, post.ready().payload(), post.attempt())));
        var before = cursor(us);
        var theirs = reply(them, own.nativeId(), "Je retire " + mark);
        var item = Desk.answered(
                us,
                listen(us, before, told -> told.text().contains("retire " + mark))
                        .found());
        until(
                "their deletion",
                () -> publishes.delete(them, theirs) instanceof Removal.Removed removed
                        ? Optional.of(removed)
                        : Optional.empty());
        var answer =
                Desk.answer(content("Dommage " + mark, Optional.empty(), Optional.empty()), item, mark + "g", now());

        var no = until(
                "a refusal",
                () -> publishes.prepare(us, answer, film()) instanceof Preparation.Impossible impossible
                        ? Optional.of(impossible)
                        : Optional.empty());

        assertThat(no.code()).isEqualTo("answered_gone");
        delete(own);
    }

    /** What somebody answers to a post of ours, as we have heard of it. */
    private Answered written(Publication post, String words) {
        var before = cursor(us);
        reply(them, post.nativeId(), words + mark);
        return Desk.answered(
                us,
                listen(us, before, told -> told.text().contains(words + mark)).found());
    }

    @Test
    void a_poll_goes_out_where_the_server_has_polls() {
        assumeThat(publishes.limits(us).polls()).isPresent();
        var poll = new Content.Poll(List.of("Oui", "Non", "Peut-être"), Duration.ofDays(1), false);
        var made = make(content("Alors ? " + mark, Optional.empty(), Optional.of(poll)));

        var sent = published(publishes.send(us, made.ready().payload(), made.attempt()));

        assertThat(publishes.reconcile(us, made.attempt(), Set.of()))
                .isEqualTo(new Reconciliation.Found(sent.nativeId(), sent.url()));
        delete(at(sent));
    }

    @Test
    void a_video_goes_out_where_the_server_takes_them() {
        assumeThat(publishes.limits(us).videos()).isPresent();
        var film = new Content.Video("v", "Le marché du samedi");
        var made = make(content("Voyez " + mark, Optional.of(film), Optional.empty()));

        var sent = published(publishes.send(us, made.ready().payload(), made.attempt()));

        assertThat(publishes.reconcile(us, made.attempt(), Set.of()))
                .isEqualTo(new Reconciliation.Found(sent.nativeId(), sent.url()));
        delete(at(sent));
    }

    private static Content content(String text, Optional<Content.Video> video, Optional<Content.Poll> poll) {
        return new Content(text, Optional.empty(), List.of(), "fr", video, poll, List.of(), Map.of());
    }

    private Made make(Content content) {
        return make(new Piece(content, mark, now(), Optional.empty()));
    }

    private Made make(Part part, List<Publication> out) {
        var above = part.kind.<Above>map(
                kind -> new Above.Own(out.getFirst(), kind == Kind.COMMENT ? out.getFirst() : out.getLast(), kind));
        var content = content(part.says + " " + mark, Optional.empty(), Optional.empty());
        var key = out.isEmpty() ? mark : mark + "." + out.size();
        return make(new Piece(content, key, now().plusMillis(out.size()), above));
    }

    private Made make(Piece piece) {
        var ready = Desk.ready(publishes.prepare(us, piece, film()));
        return new Made(piece, ready, Desk.attempt(piece.key(), ready, piece.createdAt(), now()));
    }

    private void delete(Publication part) {
        until(
                "deletion",
                () -> publishes.delete(us, part.nativeId()) instanceof Removal.Removed removed
                        ? Optional.of(removed)
                        : Optional.empty());
    }

    private static Publication at(Sending.Published sent) {
        return new Publication(sent.nativeId(), sent.url(), sent.firstByteAt(), false);
    }

    private Optional<Reconciliation.Found> looked(Made made, List<Publication> out) {
        return publishes.reconcile(us, made.attempt(), ids(out)) instanceof Reconciliation.Found found
                ? Optional.of(found)
                : Optional.empty();
    }

    private static Set<String> ids(List<Publication> out) {
        return out.stream().map(Publication::nativeId).collect(Collectors.toUnmodifiableSet());
    }

    private List<Shown> ours() {
        return own(us).stream().filter(post -> post.text().contains(mark)).toList();
    }

    /** What each part answers, by the network's own words, in the order in which they went out. */
    private List<String> above(List<Publication> out) {
        var shown = ours();
        return out.stream()
                .map(part -> shown.stream()
                        .filter(post -> post.id().equals(part.nativeId()))
                        .findFirst()
                        .orElseThrow()
                        .above())
                .toList();
    }

    private static List<String> expected(List<Publication> out) {
        var first = out.getFirst().nativeId();
        return List.of("", first, out.get(1).nativeId(), first);
    }
}
