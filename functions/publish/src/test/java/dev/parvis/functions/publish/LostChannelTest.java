package dev.parvis.functions.publish;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.posts.TargetState;

import static org.assertj.core.api.Assertions.assertThat;

/** Between the day a post was scheduled and its second its account was lost: nothing goes out, and a person is told why, once. */
class LostChannelTest {
    @Test
    void a_channel_that_was_removed_fails_its_post_without_a_call() {
        var engine = new Engine();
        var post = engine.schedule("Bonjour");
        engine.stores.channels().delete(engine.workspace, engine.channel, 1);

        engine.ticks(5);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(post).reason()).isEqualTo("the channel was removed");
        assertThat(engine.told).extracting(Event::type).containsExactly(Event.Type.POST_FAILED);
    }

    @Test
    void a_channel_that_was_disconnected_fails_its_post_with_what_the_network_said() {
        var engine = new Engine();
        var post = engine.schedule("Bonjour");
        var channel =
                engine.stores.channels().find(engine.workspace, engine.channel).orElseThrow();
        engine.stores.channels().change(channel.disconnected("the app was withdrawn"));

        engine.ticks(5);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(post).reason()).contains("the app was withdrawn");
        assertThat(engine.told).extracting(Event::type).containsExactly(Event.Type.POST_FAILED);
    }

    @Test
    void a_credential_that_was_revoked_by_the_second_fails_its_post_and_disconnects_the_channel() {
        var engine = new Engine();
        var post = engine.schedule("Bonjour");
        engine.network.expired = true;
        engine.network.revoked = true;

        engine.ticks(5);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.network.refreshes).as("asked once").isEqualTo(1);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(post).reason()).contains("the owner has withdrawn it");
        assertThat(engine.stores
                        .channels()
                        .find(engine.workspace, engine.channel)
                        .orElseThrow()
                        .state())
                .isEqualTo(ChannelState.DISCONNECTED);
        assertThat(engine.told)
                .extracting(Event::type)
                .contains(Event.Type.POST_FAILED)
                .doesNotHaveDuplicates();
    }
}
