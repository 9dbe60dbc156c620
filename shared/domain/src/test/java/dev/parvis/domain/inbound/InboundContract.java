package dev.parvis.domain.inbound;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.inbound.Inbound.Arrival;
import dev.parvis.domain.inbound.Inbound.Body;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of deliveries holds. */
public abstract class InboundContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final ChannelId channel = Fixtures.channelId();

    private Inbound inbound() {
        return stores.inbound();
    }

    private Arrival arrival(String id, Body body) {
        return new Arrival(workspace, channel, id, NOON, body, 2, "");
    }

    @Test
    void a_delivery_is_kept_once() {
        var body = new Body.Here("{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(inbound().known(workspace, channel, "msg_1")).isFalse();

        assertThat(inbound().keep(arrival("msg_1", body))).isTrue();
        assertThat(inbound().keep(arrival("msg_1", body))).isFalse();

        assertThat(inbound().known(workspace, channel, "msg_1")).isTrue();
        assertThat(inbound().known(Fixtures.workspaceId(), channel, "msg_1")).isFalse();
        assertThat(inbound().known(workspace, Fixtures.channelId(), "msg_1")).isFalse();
    }

    @Test
    void a_body_of_any_length_comes_back_whole() {
        for (var length : new int[] {0, 1, 3_000, 3_001, 200_000}) {
            var bytes = new byte[length];
            java.util.Arrays.fill(bytes, (byte) 'x');
            inbound().keep(arrival("msg_" + length, new Body.Here(bytes)));

            var found = inbound().find(workspace, channel, "msg_" + length).orElseThrow();
            assertThat(((Body.Here) found.body()).bytes()).isEqualTo(bytes);
            assertThat(found.items()).isEqualTo(2);
            assertThat(found.receivedAt()).isEqualTo(NOON);
        }
    }

    @Test
    void a_body_in_a_file_is_named() {
        var arrival = new Arrival(
                workspace, channel, "msg_big", NOON, new Body.InFile("w/x/inbound/1", 300_000), 0, "not JSON");

        inbound().keep(arrival);

        assertThat(inbound().find(workspace, channel, "msg_big")).contains(arrival);
    }

    @Test
    void a_senders_id_may_be_long() {
        var id = "é".repeat(2_000);

        assertThat(inbound().keep(arrival(id, new Body.InFile("k", 1)))).isTrue();
        assertThat(inbound().keep(arrival(id, new Body.InFile("k", 1)))).isFalse();

        assertThat(inbound().find(workspace, channel, id).orElseThrow().deliveryId())
                .isEqualTo(id);
        assertThat(inbound().known(workspace, channel, "é".repeat(1_999))).isFalse();
    }

    @Test
    void a_delivery_is_forgotten_after_thirty_days_even_while_its_row_is_there() {
        inbound().keep(arrival("msg_1", new Body.InFile("k", 1)));

        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(inbound().known(workspace, channel, "msg_1")).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(inbound().known(workspace, channel, "msg_1")).isFalse();
        assertThat(inbound()
                        .keep(new Arrival(
                                workspace, channel, "msg_1", clock.instant(), new Body.InFile("k2", 1), 0, "")))
                .isTrue();
        assertThat(inbound().known(workspace, channel, "msg_1")).isTrue();
    }
}
