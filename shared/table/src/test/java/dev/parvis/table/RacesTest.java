package dev.parvis.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.imports.Import;
import dev.parvis.domain.imports.ImportId;
import dev.parvis.domain.items.Answer;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Sighting;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** A worker goes on under its lease between a person's reading and writing: what it has done since is not undone. */
@Tag("backend")
class RacesTest {
    private final LocalTable local = new LocalTable();
    private final MutableClock clock = new MutableClock(NOON);
    private final InBetween person = new InBetween();
    private final ParvisTable people = local.open(clock, person);
    private final ParvisTable workers = local.open(clock);
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final Post post = Fixtures.post(workspace, Fixtures.brandId(), NOON);

    /** Lets somebody else write between a reading and the next write. */
    private static final class InBetween implements ExecutionInterceptor {
        private final AtomicReference<Optional<Runnable>> next = new AtomicReference<>(Optional.empty());

        void does(Runnable write) {
            next.set(Optional.of(write));
        }

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof PutItemRequest || context.request() instanceof TransactWriteItemsRequest) {
                next.getAndSet(Optional.empty()).ifPresent(Runnable::run);
            }
        }
    }

    @AfterEach
    void close() {
        local.close();
    }

    private <W extends Work> Claim<W> claimed(Kind<W> kind) {
        return workers.agenda().claim(kind, clock.instant(), 5).claims().getFirst();
    }

    private <W extends Work> void progress(Claim<W> claim, W now) {
        assertThat(workers.agenda().progress(claim, now)).isEqualTo(Written.DONE);
    }

    private Claim<Target> scheduled() {
        assertThat(people.posts().create(post, List.of(Fixtures.target(post, Fixtures.channelId()))))
                .isInstanceOf(Change.Done.class);
        return claimed(Kind.TARGET);
    }

    private static Attempt attempt(Target target, Instant at) {
        return new Attempt(target.partKey(), "print", target.partAt(), at, at, "");
    }

    private Change<PostWithTargets> edited(Claim<Target> claim) {
        var there = people.posts().find(workspace, post.id()).orElseThrow();
        var other = there.post().with(new Content("Autre", Optional.empty(), List.of(), "fr"));
        return people.posts().change(other, List.of(claim.work()));
    }

    @Test
    void a_part_that_went_out_while_its_post_was_edited_is_not_forgotten() {
        var claim = scheduled();
        var ready = claim.work().prepared("container");
        progress(claim, ready);
        var out = new Publication("n-1", "https://example.org/n-1", NOON, false);
        person.does(() -> {
            progress(claim, ready.sending(attempt(ready, NOON)));
            progress(claim, ready.sending(attempt(ready, NOON)).following(out));
        });

        var change = edited(claim);

        assertThat(change).isInstanceOf(Change.Refused.class);
        var target = people.posts()
                .find(workspace, post.id())
                .orElseThrow()
                .targets()
                .getFirst();
        assertThat(target.out()).containsExactly(out);
        assertThat(target.revision()).isEqualTo(1);
    }

    @Test
    void who_says_that_it_is_not_out_says_nothing_of_a_call_that_came_since() {
        var claim = scheduled();
        var doubted = claim.work().sending(attempt(claim.work(), NOON)).uncertain("cut");
        progress(claim, doubted);
        var again =
                new Attempt(claim.work().partKey(), "print", claim.work().partAt(), NOON, NOON.plusSeconds(600), "");
        person.does(() -> {
            progress(claim, doubted.sending(again));
            progress(claim, doubted.sending(again).uncertain("cut again"));
        });

        var change = people.posts()
                .settle(
                        workspace,
                        post.id(),
                        claim.work().channel(),
                        post.version(),
                        new Sighting.NotOut(NOON.plusSeconds(300)));

        assertThat(change).isInstanceOf(Change.Refused.class);
        assertThat(people.posts().find(workspace, post.id()).orElseThrow().targets())
                .extracting(Target::state)
                .containsExactly(TargetState.UNCERTAIN);
    }

    @Test
    void an_answer_that_a_rule_begins_while_somebody_answers_is_shown() {
        var item = Fixtures.item(workspace, "n-1", "Bonjour", NOON);
        var interaction = Fixtures.interaction(item, Fixtures.brandId(), Fixtures.channelId());
        people.items().keep(interaction);
        var claim = claimed(Kind.INTERACTION);
        var begun = interaction.having(List.of(Answer.begun("auto-1", NOON)));
        person.does(() -> progress(claim, begun));

        var change = people.items().decide(interaction.answering("01KPOST1", NOON, ""));

        assertThat(change).isEqualTo(new Change.Conflict<Interaction>(begun));
    }

    @Test
    void an_import_that_is_taken_back_knows_how_far_it_was() {
        var id = new ImportId(Fixtures.id());
        var made = new Import(workspace, id, post.brand(), 300, 0, 0, 0, 0, 0, "me", NOON);
        workers.imports().create(made, List.of(), List.of(), NOON);
        var claim = claimed(Kind.IMPORT);
        var further = new Import(workspace, id, post.brand(), 300, 0, 100, 100, 0, 0, "me", NOON);
        person.does(() -> progress(claim, further));

        people.imports().undo(workspace, id, NOON);

        assertThat(people.imports().find(workspace, id)).contains(further.undoing());
        assertThat(workers.agenda().finish(claim, further, Next.never())).isEqualTo(Written.FENCED_OFF);
    }
}
