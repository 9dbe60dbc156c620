package dev.parvis.domain.sources;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store of sources holds. */
public abstract class SourcesContract extends StoreContract {
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final WorkspaceId workspace = Fixtures.workspaceId();

    private Sources sources() {
        return stores.sources();
    }

    private Source created() {
        return done(sources().create(Fixtures.feed(workspace, EVERY), NOON));
    }

    private static Source in(Source s, SourceState state) {
        return new Source(
                s.workspace(),
                s.source(),
                s.brand(),
                s.name(),
                s.origin(),
                s.every(),
                state,
                s.failures(),
                s.reason(),
                s.createdAt(),
                s.version());
    }

    private int due() {
        return stores.agenda().claim(Kind.SOURCE, clock.instant(), 50).claims().size();
    }

    @Test
    void a_source_of_drafts_comes_back_as_it_was_made_and_stays_one_when_it_moves() {
        var drafting = new Drafting("{title} : {link}", "Carte", List.of(Fixtures.channelId(), Fixtures.channelId()));
        var feed = new Origin.Drafts(URI.create("https://blog.example/a.xml"), drafting);
        var source = done(sources().create(Fixtures.feed(workspace, EVERY).movedTo(feed), NOON));

        var there = feed.movedTo(URI.create("https://blog.example/b.xml"));

        assertThat(sources().find(workspace, source.source()).orElseThrow().origin())
                .isEqualTo(feed);
        assertThat(there).isEqualTo(new Origin.Drafts(URI.create("https://blog.example/b.xml"), drafting));
    }

    @Test
    void what_was_drafted_is_remembered_by_source() {
        var source = created();
        var other = created();

        sources().drafted(workspace, source.source(), "abc", NOON);
        sources().drafted(workspace, source.source(), "abc", NOON);

        assertThat(sources().isDrafted(workspace, source.source(), "abc")).isTrue();
        assertThat(sources().isDrafted(workspace, source.source(), "abd")).isFalse();
        assertThat(sources().isDrafted(workspace, other.source(), "abc")).isFalse();
        assertThat(sources().isDrafted(Fixtures.workspaceId(), source.source(), "abc"))
                .isFalse();
    }

    @Test
    void a_source_is_found_and_due_at_its_first_poll() {
        var source = Fixtures.feed(workspace, EVERY);

        assertThat(done(sources().create(source, NOON.plusSeconds(9)))).isEqualTo(source);

        assertThat(sources().find(workspace, source.source())).contains(source);
        assertThat(sources().find(Fixtures.workspaceId(), source.source())).isEmpty();
        assertThat(sources().list(workspace, PageRequest.first(5)).items()).containsExactly(source);
        assertThat(due()).isZero();
        clock.advance(Duration.ofSeconds(9));
        assertThat(due()).isEqualTo(1);
    }

    @Test
    void a_taken_id_shows_what_is_there() {
        var source = created();

        assertThat(conflict(sources().create(source.movedTo(new Origin.Feed(URI.create("https://x.example"))), NOON)))
                .isEqualTo(source);
    }

    @Test
    void a_paused_source_leaves_the_agenda_and_comes_back_when_it_listens() {
        var source = created();

        var paused = done(sources().change(in(source, SourceState.PAUSED), NOON));
        assertThat(paused.version()).isEqualTo(2);
        assertThat(sources().find(workspace, source.source())).contains(paused);
        assertThat(due()).isZero();

        done(sources().change(in(paused, SourceState.LISTENING), NOON));
        assertThat(due()).isEqualTo(1);
    }

    @Test
    void an_edit_fences_off_the_worker_that_polls_and_a_stale_edit_conflicts() {
        var source = created();
        var claim = stores.agenda().claim(Kind.SOURCE, NOON, 5).claims().getFirst();

        var paused = done(sources().change(in(source, SourceState.PAUSED), NOON));

        var failed = claim.work().with(SourceState.LISTENING, 1, "503");
        assertThat(stores.agenda().finish(claim, failed, Next.at(NOON))).isEqualTo(Written.FENCED_OFF);
        assertThat(conflict(sources().change(in(source, SourceState.BROKEN), NOON)))
                .isEqualTo(paused);
        missing(sources().change(Fixtures.feed(workspace, EVERY), NOON));
    }

    @Test
    void a_cursor_is_moved_and_read() {
        var source = created();

        assertThat(sources().cursor(workspace, source.source())).isEmpty();
        sources().moveCursor(workspace, source.source(), "etag-1");
        sources().moveCursor(workspace, source.source(), "etag-2");

        assertThat(sources().cursor(workspace, source.source())).contains("etag-2");
        assertThat(sources().cursor(Fixtures.workspaceId(), source.source())).isEmpty();
        assertThat(sources().find(workspace, source.source())).contains(source);
    }

    @Test
    void a_cursor_of_more_than_100_KB_is_refused() {
        var source = created();

        assertThatThrownBy(() -> sources().moveCursor(workspace, source.source(), "x".repeat(100_001)))
                .isInstanceOf(IllegalArgumentException.class);
        sources().moveCursor(workspace, source.source(), "x".repeat(100_000));
    }

    @Test
    void deleting_takes_source_and_cursor_off() {
        var source = created();
        sources().moveCursor(workspace, source.source(), "etag-1");

        assertThat(conflict(sources().delete(workspace, source.source(), 4))).isEqualTo(source);
        missing(sources().delete(Fixtures.workspaceId(), source.source(), 1));
        assertThat(done(sources().delete(workspace, source.source(), 1))).isEqualTo(source);

        assertThat(sources().find(workspace, source.source())).isEmpty();
        assertThat(sources().cursor(workspace, source.source())).isEmpty();
        assertThat(due()).isZero();
    }
}
