package dev.parvis.domain.evergreen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of queues holds. */
public abstract class QueuesContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId here = Fixtures.channelId();

    private Queues queues() {
        return stores.queues();
    }

    private Queue created() {
        return done(queues().create(EvergreenFixtures.queue(workspace, brand, 2, here), NOON));
    }

    private List<Claim<Queue>> claims() {
        return stores.agenda().claim(Kind.QUEUE, clock.instant(), 10).claims();
    }

    @Test
    void a_queue_is_found_by_who_knows_its_brand_and_waits_on_the_agenda() {
        var queue = created();

        assertThat(queues().find(workspace, brand, queue.queue())).contains(queue);
        assertThat(queues().find(workspace, Fixtures.brandId(), queue.queue())).isEmpty();
        assertThat(queues().find(Fixtures.workspaceId(), brand, queue.queue())).isEmpty();
        assertThat(queues().list(workspace, brand, PageRequest.first(5)).items())
                .containsExactly(queue);
        assertThat(queues().list(Fixtures.workspaceId(), brand, PageRequest.first(5))
                        .items())
                .isEmpty();
        assertThat(conflict(queues().create(queue, NOON))).isEqualTo(queue);
        assertThat(claims()).extracting(Claim::work).containsExactly(queue);
    }

    @Test
    void a_change_makes_it_due_and_fences_off_who_holds_it() {
        var queue = created();
        var old = claims().getFirst();
        var paused = new Queue(
                workspace,
                queue.queue(),
                brand,
                "Astuces",
                List.of(here, Fixtures.channelId()),
                7,
                3,
                true,
                queue.createdBy(),
                queue.createdAt(),
                1);

        var now = done(queues().change(paused, NOON));

        assertThat(now.version()).isEqualTo(2);
        assertThat(queues().find(workspace, brand, queue.queue())).contains(now);
        assertThat(now.name()).isEqualTo("Astuces");
        assertThat(now.channels()).hasSize(2);
        assertThat(stores.agenda().finish(old, old.work(), Next.never())).isEqualTo(Written.FENCED_OFF);
        assertThat(conflict(queues().change(paused, NOON))).isEqualTo(now);
        missing(queues().change(EvergreenFixtures.queue(workspace, brand, 1, here), NOON));
    }

    @Test
    void entries_come_by_id_and_a_stranger_sees_none() {
        var queue = created();
        var one = done(queues().add(EvergreenFixtures.entry(queue, "Un")));
        var two = done(queues().add(EvergreenFixtures.entry(queue, "Deux")));

        assertThat(queues().entries(workspace, queue.queue())).containsExactlyInAnyOrder(one, two);
        assertThat(queues().entry(workspace, queue.queue(), one.id())).contains(one);
        assertThat(queues().entries(Fixtures.workspaceId(), queue.queue())).isEmpty();
        assertThat(queues().entries(workspace, created().queue())).isEmpty();
        assertThat(conflict(queues().add(one))).isEqualTo(one);
    }

    @Test
    void what_was_said_is_noted_once_and_an_edit_does_not_forget_it() {
        var queue = created();
        var entry = done(queues().add(EvergreenFixtures.entry(queue, "Un")));

        assertThat(queues().said(entry, NOON)).isTrue();
        assertThat(queues().said(entry, NOON.plusSeconds(60))).isFalse();
        var edited = new Entry(
                workspace,
                queue.queue(),
                entry.id(),
                Fixtures.content("Un, mieux"),
                Labels.NONE,
                Optional.of(LocalDate.parse("2026-12-24")),
                0,
                Optional.empty(),
                true,
                1);
        var now = done(queues().change(edited));

        assertThat(now.times()).isEqualTo(1);
        assertThat(now.last()).contains(NOON);
        assertThat(now.until()).contains(LocalDate.parse("2026-12-24"));
        assertThat(now.paused()).isTrue();
        assertThat(now.content()).isEqualTo(Fixtures.content("Un, mieux"));
        assertThat(now.version()).isEqualTo(2);
        assertThat(queues().entry(workspace, queue.queue(), entry.id())).contains(now);
        assertThat(conflict(queues().change(edited))).isEqualTo(now);
        missing(queues().change(EvergreenFixtures.entry(queue, "Deux")));
        assertThat(queues().said(EvergreenFixtures.entry(queue, "Deux"), NOON)).isFalse();
    }

    @Test
    void the_post_that_was_made_last_is_known_and_the_time_of_the_one_before() {
        var queue = created();
        var entry = done(queues().add(EvergreenFixtures.entry(queue, "Un")));
        queues().said(entry, NOON);
        var once = queues().entry(workspace, queue.queue(), entry.id()).orElseThrow();

        queues().said(once, NOON.plusSeconds(60));

        var twice = queues().entry(workspace, queue.queue(), entry.id()).orElseThrow();
        assertThat(once.made()).contains(new Entry.Made(entry.next(), Optional.empty()));
        assertThat(twice.made()).contains(new Entry.Made(once.next(), Optional.of(NOON)));
        queues().said(twice.unsaid(), NOON.plusSeconds(90));
        assertThat(queues().entry(workspace, queue.queue(), entry.id()))
                .contains(twice.unsaid().said(NOON.plusSeconds(90)));
    }

    @Test
    void a_full_queue_takes_no_more() {
        var queue = created();
        for (var i = 0; i < Queue.MOST_ENTRIES; i++) {
            queues().add(EvergreenFixtures.entry(queue, "Texte " + i));
        }

        assertThat(queues().add(EvergreenFixtures.entry(queue, "De trop"))).isInstanceOf(Change.Refused.class);
    }

    @Test
    void a_queue_goes_with_its_entries() {
        var queue = created();
        var entry = done(queues().add(EvergreenFixtures.entry(queue, "Un")));
        var other = done(queues().add(EvergreenFixtures.entry(queue, "Deux")));

        assertThat(conflict(queues().remove(workspace, queue.queue(), entry.id(), 9)))
                .isEqualTo(entry);
        done(queues().remove(workspace, queue.queue(), entry.id(), 1));
        missing(queues().remove(workspace, queue.queue(), entry.id(), 1));
        assertThat(queues().entries(workspace, queue.queue())).containsExactly(other);
        assertThat(conflict(queues().delete(workspace, brand, queue.queue(), 9)))
                .isEqualTo(queue);
        done(queues().delete(workspace, brand, queue.queue(), 1));

        assertThat(queues().find(workspace, brand, queue.queue())).isEmpty();
        assertThat(queues().entries(workspace, queue.queue())).isEmpty();
        missing(queues().delete(workspace, brand, queue.queue(), 1));
    }
}
