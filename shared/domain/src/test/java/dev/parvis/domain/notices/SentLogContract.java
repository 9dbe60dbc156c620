package dev.parvis.domain.notices;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Sent.Outcome;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every log of what was sent to endpoints holds. */
public abstract class SentLogContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final EndpointId here = new EndpointId(Fixtures.id());
    private final EndpointId there = new EndpointId(Fixtures.id());

    private SentLog log() {
        return stores.sent();
    }

    private Sent sent(String event, Instant at, EndpointId endpoint) {
        return Sent.first(
                new Event(event, Event.Type.POST_FAILED, workspace, at, Map.of("post", "01P", "code", "refused")),
                endpoint);
    }

    @Test
    void what_was_sent_is_found_as_it_stands_now() {
        var first = sent("01P.01C.1.failed", NOON, here).tried(new Sent.Try(NOON, "status 503"), Outcome.UNDER_WAY);
        log().keep(first);
        var second = first.tried(new Sent.Try(NOON.plusSeconds(5), "status 200"), Outcome.ARRIVED);
        log().keep(second);

        assertThat(log().find(workspace, here, second.id())).contains(second);
        assertThat(log().list(workspace, here, PageRequest.first(9)).items()).containsExactly(second);
        assertThat(log().find(workspace, there, second.id())).isEmpty();
        assertThat(log().find(Fixtures.workspaceId(), here, second.id())).isEmpty();
        for (var nonsense : List.of("", ".", "x", "1.", "99999999999999999999.a", "-1.a", second.id() + "x")) {
            assertThat(log().find(workspace, here, nonsense)).as(nonsense).isEmpty();
        }
    }

    @Test
    void an_endpoints_events_are_listed_newest_first_in_pages() {
        var old = sent("c", NOON, here);
        var middle = sent("b", NOON.plusSeconds(1), here);
        var young = sent("a", NOON.plusSeconds(2), here);
        List.of(old, young, middle, sent("d", NOON.plusSeconds(3), there)).forEach(log()::keep);

        var page = log().list(workspace, here, PageRequest.first(2));
        var rest = log().list(workspace, here, new PageRequest(2, page.next()));

        assertThat(page.items()).containsExactly(young, middle);
        assertThat(rest.items()).containsExactly(old);
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void only_the_last_tries_are_kept_and_all_are_counted() {
        var sent = sent("a", NOON, here);
        for (var i = 0; i < 25; i++) {
            sent = sent.tried(new Sent.Try(NOON.plusSeconds(i), "status 500"), Outcome.UNDER_WAY);
        }
        log().keep(sent);

        var found = log().find(workspace, here, sent.id()).orElseThrow();

        assertThat(found.tries()).hasSize(Sent.MOST_TRIES);
        assertThat(found.count()).isEqualTo(25);
        assertThat(found.tries().getLast().at()).isEqualTo(NOON.plusSeconds(24));
    }
}
