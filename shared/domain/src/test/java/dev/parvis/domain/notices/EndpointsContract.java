package dev.parvis.domain.notices;

import java.net.URI;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.workspaces.WorkspaceId;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of endpoints holds. */
public abstract class EndpointsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();

    private Endpoints endpoints() {
        return stores.endpoints();
    }

    private Endpoint created() {
        return done(endpoints().create(Fixtures.endpoint(workspace)));
    }

    private static Endpoint at(Endpoint e, String url) {
        return new Endpoint(
                e.workspace(), e.id(), URI.create(url), e.events(), e.sealedSecret(), e.createdAt(), e.version());
    }

    @Test
    void endpoints_are_found_and_listed() {
        var first = created();
        var second = created();

        assertThat(endpoints().list(workspace)).containsExactly(first, second);
        assertThat(endpoints().find(workspace, first.id())).contains(first);
        assertThat(endpoints().find(Fixtures.workspaceId(), first.id())).isEmpty();
        assertThat(endpoints().list(Fixtures.workspaceId())).isEmpty();
    }

    @Test
    void an_endpoint_is_changed_and_deleted_by_version() {
        var endpoint = created();

        var second = done(endpoints().change(at(endpoint, "https://new.example/hook")));

        assertThat(second.version()).isEqualTo(2);
        assertThat(endpoints().find(workspace, endpoint.id())).contains(second);
        assertThat(conflict(endpoints().change(endpoint))).isEqualTo(second);
        assertThat(conflict(endpoints().delete(workspace, endpoint.id(), 1))).isEqualTo(second);
        missing(endpoints().delete(Fixtures.workspaceId(), endpoint.id(), 2));
        assertThat(done(endpoints().delete(workspace, endpoint.id(), 2))).isEqualTo(second);
        assertThat(endpoints().list(workspace)).isEmpty();
    }

    @Test
    void a_secret_before_its_own_signs_until_its_instant_and_three_at_most() {
        var endpoint = created();
        var now = Fixtures.NOON;

        var kept = done(endpoints().change(endpoint.rotated("bmV3", now.plusSeconds(60), now)));

        assertThat(endpoints().find(workspace, endpoint.id())).contains(kept);
        assertThat(kept.signing(now.plusSeconds(59))).containsExactly("bmV3", endpoint.sealedSecret());
        assertThat(kept.signing(now.plusSeconds(60))).containsExactly("bmV3");
        assertThat(kept.rotated("bmV4", now, now.plusSeconds(60)).retired()).isEmpty();
        var often = kept;
        for (var i = 0; i < 9; i++) {
            often = often.rotated("s" + i, now.plusSeconds(60), now);
        }
        assertThat(often.signing(now)).containsExactly("s8", "s7", "s6", "s5");
    }

    @Test
    void a_workspace_has_at_most_twenty_endpoints() {
        for (var i = 0; i < 20; i++) {
            created();
        }

        refused(endpoints().create(Fixtures.endpoint(workspace)));

        assertThat(endpoints().list(workspace)).hasSize(20);
    }
}
