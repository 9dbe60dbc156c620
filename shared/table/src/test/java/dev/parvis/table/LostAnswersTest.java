package dev.parvis.table;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.channels.SealedCredential;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** DynamoDB did what it was asked, the answer was lost, and the SDK asked again: our own success is a success. */
@Tag("backend")
class LostAnswersTest {
    private final LocalTable local = new LocalTable();
    private final DroppedAnswers http = new DroppedAnswers();
    private final MutableClock clock = new MutableClock(NOON);
    private final ParvisTable table = new ParvisTable(local.client(http), local.name(), clock, LocalTable.SETTINGS);
    private final WorkspaceId workspace = Fixtures.workspaceId();

    @AfterEach
    void close() {
        assertThat(http.dropped()).isEqualTo(1);
        local.close();
    }

    private Refresh added() {
        var refresh = Fixtures.refresh(workspace);
        table.agenda().add(Kind.REFRESH, refresh, NOON);
        return refresh;
    }

    private List<Claim<Refresh>> claims() {
        return table.agenda().claim(Kind.REFRESH, clock.instant(), 10).claims();
    }

    @Test
    void a_claim_whose_answer_was_lost_is_ours() {
        var refresh = added();
        http.dropNext("UpdateItem");

        var claims = claims();

        assertThat(claims).hasSize(1);
        assertThat(claims.getFirst().work()).isEqualTo(refresh);
        assertThat(claims.getFirst().lease().claims()).isEqualTo(1);
        assertThat(table.agenda().finish(claims.getFirst(), refresh, Next.never()))
                .isEqualTo(Written.DONE);
    }

    @Test
    void a_finish_whose_answer_was_lost_is_done() {
        added();
        var claim = claims().getFirst();
        http.dropNext("PutItem");

        assertThat(table.agenda().finish(claim, claim.work().told(), Next.never()))
                .isEqualTo(Written.DONE);

        clock.advance(Duration.ofDays(1));
        assertThat(claims()).isEmpty();
    }

    @Test
    void an_addition_whose_answer_was_lost_was_made() {
        http.dropNext("PutItem");

        assertThat(table.agenda().add(Kind.REFRESH, Fixtures.refresh(workspace), NOON))
                .isTrue();

        assertThat(claims()).hasSize(1);
    }

    @Test
    void hastening_whose_answer_was_lost_was_done() {
        var refresh = Fixtures.refresh(workspace);
        table.agenda().add(Kind.REFRESH, refresh, NOON.plusSeconds(60));
        http.dropNext("UpdateItem");

        assertThat(table.agenda().hasten(Kind.REFRESH, refresh, NOON)).isTrue();

        assertThat(claims()).hasSize(1);
    }

    @Test
    void a_post_whose_answer_was_lost_was_created_once() {
        var post = Fixtures.post(workspace, Fixtures.brandId(), NOON);
        var target = Fixtures.target(post, Fixtures.channelId());
        http.dropNext("TransactWriteItems");

        assertThat(table.posts().create(post, List.of(target))).isInstanceOf(Change.Done.class);

        assertThat(table.agenda().claim(Kind.TARGET, NOON, 5).claims()).hasSize(1);
    }

    @Test
    void an_interaction_whose_answer_was_lost_is_new() {
        var item = Fixtures.item(workspace, "n-1", "Bonjour", NOON);
        http.dropNext("PutItem");

        assertThat(table.items().keep(Fixtures.interaction(item, Fixtures.brandId(), Fixtures.channelId())))
                .isTrue();
    }

    @Test
    void a_change_whose_answer_was_lost_is_no_conflict() {
        var rule = Fixtures.rule(workspace, Fixtures.brandId(), 1);
        table.rules().create(rule);
        http.dropNext("PutItem");

        assertThat(table.rules().change(rule)).isInstanceOf(Change.Done.class);
    }

    @Test
    void a_credential_whose_answer_was_lost_is_stored() {
        var channel = Fixtures.channelId();
        http.dropNext("PutItem");

        assertThat(table.credentials().put(workspace, channel, new SealedCredential(new byte[] {1}, NOON, 1)))
                .isTrue();
    }
}
