package dev.parvis.domain.posts;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of stops holds. */
public abstract class HoldsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();

    private Holds holds() {
        return stores.holds();
    }

    private static Hold hold(Hold.Scope scope, String id, String reason) {
        return new Hold(scope, id, reason, "lea", NOON);
    }

    @Test
    void a_workspace_without_stops_has_none() {
        assertThat(holds().in(workspace)).isEmpty();

        holds().release(workspace, Hold.Scope.WORKSPACE, "");

        assertThat(holds().in(workspace)).isEmpty();
    }

    @Test
    void stops_of_several_scopes_stand_beside_each_other() {
        var all = hold(Hold.Scope.WORKSPACE, "", "crise");
        var brand = hold(Hold.Scope.BRAND, "b-1_X.x".replace('.', '-'), "deuil");
        var near = hold(Hold.Scope.BRAND, "b_1-X_x", "autre");
        var network = hold(Hold.Scope.NETWORK, "bluesky", "panne");

        for (var each : new Hold[] {all, brand, near, network}) {
            holds().put(workspace, each);
        }

        assertThat(holds().in(workspace)).containsExactlyInAnyOrder(all, brand, near, network);
        assertThat(holds().in(Fixtures.workspaceId())).isEmpty();
    }

    @Test
    void a_stop_is_replaced_and_lifted_alone() {
        holds().put(workspace, hold(Hold.Scope.WORKSPACE, "", "un"));
        holds().put(workspace, hold(Hold.Scope.NETWORK, "bluesky", "panne"));

        holds().put(workspace, hold(Hold.Scope.WORKSPACE, "", "deux"));
        assertThat(holds().in(workspace)).extracting(Hold::reason).containsExactlyInAnyOrder("deux", "panne");

        holds().release(workspace, Hold.Scope.WORKSPACE, "");
        assertThat(holds().in(workspace)).extracting(Hold::reason).containsExactly("panne");
    }
}
