package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Content.Part;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Sighting;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;

import static org.assertj.core.api.Assertions.assertThat;

/** Which posts a look for a lost one must leave out, however long after their second they went out. */
class OwnedPostsTest {
    private static final Duration LATER = Duration.ofDays(5);
    private static final Publication FIRST = new Publication("n-1", "https://x.example/n-1", Engine.DUE, false);

    private final Engine engine = new Engine();
    private final OwnedPosts owned = new OwnedPosts(engine.stores.posts());

    /** A thread of two, whose second part failed. */
    private PostId halfOut() {
        var second = new Part(Content.Kind.THREAD, "Suite", Optional.empty(), List.of());
        var post = engine.schedule(new Content(
                "Bonjour",
                Optional.empty(),
                List.of(),
                "fr",
                Optional.empty(),
                Optional.empty(),
                List.of(second),
                Map.of()));
        var agenda = engine.stores.agenda();
        var claim = agenda.claim(Kind.TARGET, Engine.DUE, 1).claims().getFirst();
        agenda.finish(claim, claim.work().following(FIRST).without(TargetState.FAILED, "it was refused"), Next.never());
        return post;
    }

    private List<String> seenBy(PostId another, Instant attemptedAt) {
        return List.copyOf(owned.around(engine.now(another), attemptedAt).nativeIds());
    }

    @Test
    void what_went_half_out_and_is_wanted_again_days_later_is_seen_by_a_look_of_those_days() {
        var half = halfOut();
        var another = engine.schedule("Suite");
        var then = Engine.DUE.plus(LATER);
        assertThat(seenBy(another, then)).as("its own days are over").isEmpty();

        var version = engine.stores
                .posts()
                .find(engine.workspace, half)
                .orElseThrow()
                .post()
                .version();
        var settled =
                engine.stores.posts().settle(engine.workspace, half, engine.channel, version, new Sighting.Rest(then));

        assertThat(settled).isInstanceOf(Change.Done.class);
        assertThat(seenBy(another, then.plusSeconds(30))).containsExactly("n-1");
        assertThat(seenBy(another, Engine.DUE))
                .as("and by those of its own days")
                .containsExactly("n-1");
    }
}
