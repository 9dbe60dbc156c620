package dev.parvis.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every chain of seals holds. */
public abstract class SealsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();

    private Seal seal(long number, int entries) {
        return new Seal(
                workspace,
                number,
                NOON.plusMillis(number),
                NOON,
                Seal.NONE,
                IntStream.range(0, entries)
                        .mapToObj(i -> new SealedEntry(
                                NOON.plusMillis(i),
                                "post.é#" + i,
                                new Digest("d").add(i).hex()))
                        .toList());
    }

    @Test
    void a_link_is_there_as_it_was_added_and_is_never_changed() {
        var first = seal(1, Seal.MOST);

        assertThat(stores.seals().append(first)).isTrue();
        assertThat(stores.seals().append(seal(1, 2))).isFalse();
        assertThat(stores.seals().append(first)).isFalse();

        assertThat(stores.seals().find(workspace, 1)).contains(first);
        assertThat(stores.seals().find(workspace, 2)).isEmpty();
        assertThat(stores.seals().find(Fixtures.workspaceId(), 1)).isEmpty();
    }

    @Test
    void the_latest_link_has_the_highest_number() {
        assertThat(stores.seals().latest(workspace)).isEmpty();
        for (var number : List.of(1L, 2L, 9L, 10L)) {
            stores.seals().append(seal(number, 1));
        }

        assertThat(stores.seals().latest(workspace)).map(Seal::number).contains(10L);
        assertThat(stores.seals().latest(Fixtures.workspaceId())).isEmpty();
    }

    @Test
    void the_order_to_seal_comes_back_with_where_the_chain_ends() {
        var order = SealOrder.first(workspace, NOON);
        stores.agenda().add(Kind.SEAL, order, NOON);
        var claim = stores.agenda().claim(Kind.SEAL, NOON, 5).claims().getFirst();
        var now = order.after(seal(1, 3));

        assertThat(claim.work()).isEqualTo(order);
        assertThat(stores.agenda().finish(claim, now, Next.at(NOON.plus(Duration.ofDays(1)))))
                .isEqualTo(Written.DONE);

        assertThat(stores.agenda().claim(Kind.SEAL, NOON, 5).claims()).isEmpty();
        Instant tomorrow = NOON.plus(Duration.ofDays(1));
        assertThat(stores.agenda()
                        .claim(Kind.SEAL, tomorrow, 5)
                        .claims()
                        .getFirst()
                        .work())
                .isEqualTo(now);
    }
}
