package dev.parvis.domain.idempotency;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.idempotency.Idempotency.Key;
import dev.parvis.domain.idempotency.Idempotency.Taken;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

import static org.assertj.core.api.Assertions.assertThat;

/** What every memory of answers holds. */
public abstract class IdempotencyContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final Key key = new Key(workspace, "lea POST /posts", "key-1", "hash-1");

    private Idempotency idempotency() {
        return stores.idempotency();
    }

    private Taken take(Key wanted) {
        return idempotency().take(wanted, clock.instant());
    }

    private String fresh(Key wanted) {
        var taken = take(wanted);
        assertThat(taken).isInstanceOf(Taken.Fresh.class);
        return ((Taken.Fresh) taken).id();
    }

    @Test
    void a_key_is_taken_once_and_answered_the_same() {
        var id = fresh(key);
        assertThat(new PostId(id).value()).isEqualTo(id);
        assertThat(take(key)).isEqualTo(new Taken.Busy());

        idempotency().complete(key, 201, "{\"id\":1}", "/posts/1");

        assertThat(take(key)).isEqualTo(new Taken.Answered(201, "{\"id\":1}", "/posts/1"));
    }

    @Test
    void another_request_under_the_key_is_a_mismatch() {
        fresh(key);
        var other = new Key(workspace, key.scope(), key.key(), "hash-2");

        assertThat(take(other)).isEqualTo(new Taken.Mismatch());
        idempotency().complete(other, 500, "", "");
        idempotency().release(other);

        assertThat(take(key)).isEqualTo(new Taken.Busy());
    }

    @Test
    void scopes_keys_and_workspaces_are_apart() {
        var ids = java.util.Set.of(
                fresh(key),
                fresh(new Key(workspace, "max POST /posts", "key-1", "hash-1")),
                fresh(new Key(workspace, key.scope(), "key-2", "hash-1")),
                fresh(new Key(Fixtures.workspaceId(), key.scope(), "key-1", "hash-1")));

        assertThat(ids).hasSize(4);
    }

    @Test
    void a_taking_never_completed_is_taken_over_under_the_same_id() {
        var id = fresh(key);

        clock.advance(Duration.ofSeconds(59));
        assertThat(take(key)).isEqualTo(new Taken.Busy());
        clock.advance(Duration.ofSeconds(1));
        assertThat(fresh(key)).isEqualTo(id);
        assertThat(take(key)).isEqualTo(new Taken.Busy());
    }

    @Test
    void a_key_given_back_is_free_and_an_answer_is_not_given_back() {
        fresh(key);
        idempotency().release(key);
        fresh(key);
        idempotency().complete(key, 201, "{}", "/posts/1");

        idempotency().release(key);

        assertThat(take(key)).isInstanceOf(Taken.Answered.class);
        idempotency().complete(new Key(workspace, "never", "taken", "h"), 200, "", "");
        fresh(new Key(workspace, "never", "taken", "h"));
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        fresh(key);
        idempotency().complete(key, 201, "{}", "/posts/1");

        clock.advance(Duration.ofHours(24));

        fresh(key);
    }
}
