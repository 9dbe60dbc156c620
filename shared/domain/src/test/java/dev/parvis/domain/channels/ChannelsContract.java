package dev.parvis.domain.channels;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static dev.parvis.domain.Fixtures.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of channels and of their credentials holds. */
public abstract class ChannelsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();

    private Channels channels() {
        return stores.channels();
    }

    private CredentialStore credentials() {
        return stores.credentials();
    }

    @BeforeEach
    void makeBrand() {
        done(stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea")));
        done(stores.brands().create(Fixtures.brand(workspace, brand)));
    }

    private Channel created() {
        return done(channels().create(Fixtures.channel(workspace, brand, Fixtures.channelId())));
    }

    private static Channel on(Channel c, String account, String handle) {
        return new Channel(
                c.workspace(),
                c.id(),
                c.brand(),
                c.network(),
                c.server(),
                account,
                handle,
                c.state(),
                c.reason(),
                c.connectedAt(),
                c.version());
    }

    @Test
    void a_channel_is_found_by_id_and_by_account() {
        var channel = Fixtures.channel(workspace, brand, Fixtures.channelId());

        assertThat(done(channels().create(channel))).isEqualTo(channel);

        assertThat(channels().find(workspace, channel.id())).contains(channel);
        assertThat(channels().byAccount(workspace, SANDBOX, channel.account())).contains(channel);
        assertThat(channels().byAccount(workspace, new NetworkId("bluesky"), channel.account()))
                .isEmpty();
        assertThat(channels().list(workspace, PageRequest.first(10)).items()).containsExactly(channel);
    }

    @Test
    void another_workspace_reaches_no_channel_and_may_connect_the_same_account() {
        var channel = created();
        var other = Fixtures.workspaceId();
        done(stores.workspaces().create(Fixtures.workspace(other), Fixtures.owner(other, "max")));
        done(stores.brands().create(Fixtures.brand(other, brand)));

        assertThat(channels().find(other, channel.id())).isEmpty();
        assertThat(channels().byAccount(other, SANDBOX, channel.account())).isEmpty();
        missing(channels().delete(other, channel.id(), 1));
        done(channels().create(on(Fixtures.channel(other, brand, Fixtures.channelId()), channel.account(), "@b")));
        assertThat(channels().find(workspace, channel.id())).contains(channel);
    }

    @Test
    void an_account_is_connected_once_in_a_workspace() {
        var channel = created();

        refused(channels()
                .create(on(Fixtures.channel(workspace, brand, Fixtures.channelId()), channel.account(), "@b")));
        assertThat(conflict(channels().create(on(channel, channel.account(), "@b"))))
                .isEqualTo(channel);
        refused(channels().create(Fixtures.channel(workspace, Fixtures.brandId(), Fixtures.channelId())));

        assertThat(channels().list(workspace, PageRequest.first(10)).items()).containsExactly(channel);
    }

    @Test
    void a_change_raises_the_version_and_never_moves_the_account() {
        var channel = created();

        var second = done(channels().change(channel.disconnected("le mot de passe a changé")));

        assertThat(second.version()).isEqualTo(2);
        assertThat(channels().find(workspace, channel.id())).contains(second);
        assertThat(conflict(channels().change(channel))).isEqualTo(second);
        refused(channels().change(on(second, "another", "@b")));
        missing(channels().change(Fixtures.channel(workspace, brand, Fixtures.channelId())));
    }

    @Test
    void deleting_takes_account_token_and_agenda_rows_along() {
        var channel = created();
        var id = channel.id();
        var source = new Source(
                workspace,
                new SourceId(id.value()),
                brand,
                "",
                new Origin.Notifications(id),
                Duration.ofMinutes(5),
                SourceState.LISTENING,
                0,
                "",
                NOON,
                1);
        credentials().put(workspace, id, new SealedCredential(new byte[] {1}, Instant.MAX, 1));
        done(stores.sources().create(source, NOON));
        stores.agenda().add(Kind.SNAPSHOT, new SnapshotOrder(workspace, id, brand, 0), NOON);
        stores.agenda().add(Kind.REFRESH, new Refresh(workspace, id, NOON, 0, false), NOON);

        assertThat(conflict(channels().delete(workspace, id, 9))).isEqualTo(channel);
        assertThat(done(channels().delete(workspace, id, 1))).isEqualTo(channel);

        assertThat(channels().find(workspace, id)).isEmpty();
        assertThat(credentials().find(workspace, id, true)).isEmpty();
        assertThat(stores.sources().find(workspace, source.source())).isEmpty();
        assertThat(stores.agenda().claim(Kind.SOURCE, NOON, 9).claims()).isEmpty();
        assertThat(stores.agenda().claim(Kind.SNAPSHOT, NOON, 9).claims()).isEmpty();
        assertThat(stores.agenda().claim(Kind.REFRESH, NOON, 9).claims()).isEmpty();
        done(channels().create(on(Fixtures.channel(workspace, brand, Fixtures.channelId()), channel.account(), "@b")));
    }

    @Test
    void a_server_is_kept_as_it_was_given() {
        var channel = created();

        assertThat(channels().find(workspace, channel.id()).orElseThrow().server())
                .isEqualTo(URI.create("https://sandbox.example"));
    }

    @Test
    void a_credential_is_replaced_only_over_the_version_that_was_read() {
        var id = Fixtures.channelId();
        var first = new SealedCredential(new byte[] {1, 2}, NOON, 1);

        assertThat(credentials().put(workspace, id, new SealedCredential(new byte[0], NOON, 2)))
                .isFalse();
        assertThat(credentials().put(workspace, id, first)).isTrue();
        assertThat(credentials().put(workspace, id, first)).isFalse();
        assertThat(credentials().put(workspace, id, new SealedCredential(new byte[] {3}, Instant.MAX, 2)))
                .isTrue();
        assertThat(credentials().put(workspace, id, new SealedCredential(new byte[] {4}, NOON, 2)))
                .isFalse();

        for (var latest : new boolean[] {true, false}) {
            var stored = credentials().find(workspace, id, latest).orElseThrow();
            assertThat(stored.sealed()).containsExactly(3);
            assertThat(stored.expiresAt()).isEqualTo(Instant.MAX);
            assertThat(stored.version()).isEqualTo(2);
        }
        assertThat(credentials().find(Fixtures.workspaceId(), id, true)).isEmpty();
        credentials().delete(workspace, id);
        assertThat(credentials().find(workspace, id, true)).isEmpty();
    }
}
