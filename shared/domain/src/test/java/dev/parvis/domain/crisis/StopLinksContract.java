package dev.parvis.domain.crisis;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of links that stop holds. */
public abstract class StopLinksContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();

    private StopLinks links() {
        return stores.stopLinks();
    }

    private StopGrant grant(String subject, String serial) {
        return new StopGrant(workspace, subject, Optional.empty(), serial, "owner", NOON, NOON.plusSeconds(86_400));
    }

    @Test
    void a_member_has_one_link_the_last() {
        var first = grant("auth0|léa#1", "one");
        var second = new StopGrant(
                workspace,
                "auth0|léa#1",
                Optional.of(Fixtures.brandId()),
                "two",
                "auth0|léa#1",
                NOON,
                NOON.plusSeconds(60));

        links().put(first);
        assertThat(links().find(workspace, first.subject())).contains(first);
        links().put(second);

        assertThat(links().find(workspace, first.subject())).contains(second);
        assertThat(links().list(workspace)).containsExactly(second);
    }

    @Test
    void a_link_is_revoked_once_and_alone() {
        links().put(grant("lea", "one"));
        links().put(grant("tom", "two"));

        assertThat(links().revoke(workspace, "lea")).isTrue();
        assertThat(links().revoke(workspace, "lea")).isFalse();

        assertThat(links().find(workspace, "lea")).isEmpty();
        assertThat(links().list(workspace)).containsExactly(grant("tom", "two"));
    }

    @Test
    void links_are_their_workspaces_alone() {
        links().put(grant("lea", "one"));

        var elsewhere = Fixtures.workspaceId();

        assertThat(links().find(elsewhere, "lea")).isEmpty();
        assertThat(links().list(elsewhere)).isEmpty();
        assertThat(links().revoke(elsewhere, "lea")).isFalse();
        assertThat(links().list(workspace)).hasSize(1);
    }
}
