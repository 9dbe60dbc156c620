package dev.parvis.functions.tokens;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.channels.Renewed;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.networks.Connects.Renewal;

import static org.assertj.core.api.Assertions.assertThat;

/** Credentials are renewed before they die, one worker at a time, and only the network's final word disconnects. */
class RefreshDueTest {
    private static final Duration LIFE = Duration.ofHours(2);

    private final Keyring keys = new Keyring();

    private void renewed() {
        keys.issuer.next = () -> new Renewal.Renewed(
                new Credential(Map.of("token", "new")), keys.clock.instant().plus(LIFE));
    }

    @Test
    void nothing_is_renewed_before_half_of_its_life() {
        keys.channel(LIFE);
        keys.clock.advance(LIFE.dividedBy(2).minusSeconds(1));

        assertThat(keys.run().renewed()).isZero();
        assertThat(keys.issuer.asked).isEmpty();
    }

    @Test
    void a_due_credential_is_renewed_and_due_again_at_50_to_80_per_cent_of_its_new_life() {
        var channel = keys.channel(LIFE);
        keys.clock.advance(LIFE.dividedBy(2));
        renewed();

        var summary = keys.run();

        assertThat(summary.renewed()).isEqualTo(1);
        assertThat(keys.token(channel)).isEqualTo("new");
        assertThat(keys.isDueBy(keys.clock.instant().plus(LIFE.dividedBy(2)).minusSeconds(1)))
                .isFalse();
        assertThat(keys.isDueBy(keys.clock.instant().plus(Duration.ofMinutes(97))))
                .isTrue();
        assertThat(keys.logged())
                .contains("token.renewed")
                .doesNotContain("\"new\"")
                .doesNotContain("\"old\"");
    }

    @Test
    void a_revoked_credential_disconnects_the_channel_and_tells_once() {
        var channel = keys.channel(LIFE);
        keys.clock.advance(LIFE.dividedBy(2));
        keys.issuer.next = () -> new Renewal.Revoked("the app was removed");

        var summary = keys.run();
        keys.clock.advance(Duration.ofDays(1));
        keys.run();

        assertThat(summary.lost()).isEqualTo(1);
        assertThat(keys.channel(channel).state()).isEqualTo(ChannelState.DISCONNECTED);
        assertThat(keys.channel(channel).reason()).isEqualTo("the app was removed");
        assertThat(keys.told).extracting(Event::type).containsExactly(Event.Type.CHANNEL_DISCONNECTED);
        assertThat(keys.issuer.asked).hasSize(1);
    }

    @Test
    void a_network_that_is_down_is_asked_again_after_waits_that_double_and_nobody_is_disconnected() {
        var channel = keys.channel(LIFE);
        keys.clock.advance(LIFE.dividedBy(2));
        keys.issuer.next = () -> new Renewal.Later("it does not answer");

        assertThat(keys.run().later()).isEqualTo(1);
        keys.clock.advance(Duration.ofSeconds(59));
        assertThat(keys.run().later()).as("the first wait is a minute").isZero();
        keys.clock.advance(Duration.ofSeconds(1));
        assertThat(keys.run().later()).isEqualTo(1);
        keys.clock.advance(Duration.ofSeconds(119));
        assertThat(keys.run().later()).as("the second is two").isZero();
        for (var hour = 0; hour < 24; hour++) {
            keys.clock.advance(Duration.ofHours(1));
            assertThat(keys.run().later()).as("never more than an hour").isEqualTo(1);
        }

        assertThat(keys.channel(channel).state()).isEqualTo(ChannelState.CONNECTED);
        assertThat(keys.token(channel)).isEqualTo("old");
        renewed();
        keys.clock.advance(Duration.ofHours(1));
        assertThat(keys.run().renewed()).isEqualTo(1);
    }

    @Test
    void of_many_workers_who_find_the_same_credential_expired_one_renews() throws Exception {
        var channel = keys.channel(LIFE);
        renewed();
        var stale = keys.ready(channel);
        Callable<Renewed> worker = () -> keys.renewals().renew(stale);

        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var renewed : workers.invokeAll(java.util.Collections.nCopies(8, worker))) {
                assertThat(renewed.get()).isInstanceOfAny(Renewed.Fresh.class, Renewed.Later.class);
            }
        }

        assertThat(keys.issuer.asked).hasSize(1);
        assertThat(keys.renewals().renew(stale)).isInstanceOfSatisfying(Renewed.Fresh.class, fresh -> assertThat(
                        fresh.ready().connection().credential().need("token"))
                .isEqualTo("new"));
        assertThat(keys.issuer.asked).hasSize(1);
    }

    @Test
    void a_worker_that_died_is_followed_by_another_when_its_lease_ends() {
        var channel = keys.channel(LIFE);
        keys.clock.advance(LIFE.dividedBy(2));
        keys.issuer.next = () -> {
            throw new IllegalStateException("died");
        };

        assertThat(keys.run().faults()).isEqualTo(1);
        renewed();
        assertThat(keys.run().renewed()).isZero();
        keys.clock.advance(Keyring.LEASE);

        assertThat(keys.run().renewed()).isEqualTo(1);
        assertThat(keys.token(channel)).isEqualTo("new");
    }

    @Test
    void one_account_that_fails_does_not_hold_up_the_others() {
        var first = keys.channel(LIFE);
        var second = keys.channel(LIFE);
        keys.clock.advance(LIFE.dividedBy(2));
        keys.issuer.next = () -> {
            if (keys.issuer.asked.getLast().equals(first)) {
                throw new IllegalStateException("broken");
            }
            return new Renewal.Renewed(
                    new Credential(Map.of("token", "new")), keys.clock.instant().plus(LIFE));
        };

        var summary = keys.run();

        assertThat(summary.faults()).isEqualTo(1);
        assertThat(summary.renewed()).isEqualTo(1);
        assertThat(keys.token(second)).isEqualTo("new");
    }

    @Test
    void a_lasting_credential_stands_as_long_as_the_network_takes_it() {
        var channel = keys.channel(LIFE);
        keys.clock.advance(LIFE.dividedBy(2));

        assertThat(keys.run().renewed()).isEqualTo(1);

        assertThat(keys.channel(channel).state()).isEqualTo(ChannelState.CONNECTED);
    }

    /** A token of Mastodon has no end of its own: what the network refuses was revoked. */
    @Test
    void a_lasting_credential_that_the_network_refuses_was_revoked() {
        var channel = keys.channel(LIFE);
        keys.clock.advance(LIFE.dividedBy(2));
        keys.run();

        var renewed = keys.renewals().renew(keys.ready(channel));

        assertThat(renewed).isInstanceOf(Renewed.Lost.class);
        assertThat(keys.channel(channel).state()).isEqualTo(ChannelState.DISCONNECTED);
        assertThat(keys.told).extracting(Event::type).containsExactly(Event.Type.CHANNEL_DISCONNECTED);
    }

    @Test
    void a_channel_that_is_connected_again_is_renewed_again() {
        var channel = keys.channel(LIFE);
        keys.clock.advance(LIFE.dividedBy(2));
        keys.issuer.next = () -> new Renewal.Revoked("revoked");
        keys.run();
        var there = keys.channel(channel);
        var due = keys.clock.instant().plus(LIFE.dividedBy(2));
        keys.stores
                .channels()
                .change(new dev.parvis.domain.channels.Channel(
                        there.workspace(),
                        there.id(),
                        there.brand(),
                        there.network(),
                        there.server(),
                        there.account(),
                        there.handle(),
                        ChannelState.CONNECTED,
                        "",
                        keys.clock.instant(),
                        there.version()));

        var order = new Refresh(keys.workspace, channel, due.plus(LIFE), 0, false);
        assertThat(keys.stores.agenda().add(Kind.REFRESH, order, due)).isFalse();
        assertThat(keys.stores.agenda().hasten(Kind.REFRESH, order, due)).isTrue();
        renewed();
        keys.clock.set(due);

        assertThat(keys.run().renewed()).isEqualTo(1);
    }

    @Test
    void a_channel_that_was_removed_is_asked_for_no_more() {
        var channel = keys.channel(LIFE);
        keys.stores.channels().delete(keys.workspace, channel, 1);
        keys.clock.advance(LIFE);

        keys.run();

        assertThat(keys.issuer.asked).isEmpty();
        assertThat(keys.isDueBy(keys.clock.instant().plus(Duration.ofDays(365))))
                .isFalse();
    }
}
