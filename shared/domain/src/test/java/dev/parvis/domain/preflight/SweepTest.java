package dev.parvis.domain.preflight;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.networks.Connects.Renewal;
import dev.parvis.domain.networks.Connects.Standing;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.networks.Terms;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.reasons.Reasons;
import dev.parvis.domain.workspaces.Language;

import static org.assertj.core.api.Assertions.assertThat;

/** A post that will not go out is told of a day and an hour before its time, and never twice of the same. */
class SweepTest {
    private static final Duration TICK = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);

    private final Watched watched = new Watched();

    private void ticks(Duration during) {
        var until = watched.clock.instant().plus(during);
        while (watched.clock.instant().isBefore(until)) {
            watched.clock.advance(TICK);
            watched.sweep();
        }
    }

    @Test
    void a_post_that_is_well_is_looked_at_twice_and_nobody_is_told() {
        var post = watched.post(DAY.plus(HOUR), watched.channel(Instant.MAX));

        ticks(DAY);

        assertThat(watched.network.asked).isEqualTo(2);
        assertThat(watched.told).isEmpty();
        assertThat(watched.findings(post)).isEmpty();
        assertThat(watched.faults).isEmpty();
    }

    @Test
    void a_disconnected_channel_is_told_a_day_before_and_once_more_an_hour_before() {
        var id = watched.channel(Instant.MAX);
        watched.post(DAY.plus(HOUR), id);
        var channel = watched.stores.channels().find(watched.workspace, id).orElseThrow();
        watched.stores.channels().change(channel.disconnected("revoked"));

        ticks(DAY.plus(HOUR));

        assertThat(watched.problems()).containsExactly("day channel.disconnected", "hour channel.disconnected");
    }

    @Test
    void what_was_mended_after_a_day_is_not_told_again() {
        watched.network.violations = List.of(new Violation("/text", "text_too_long", "300 at most"));
        watched.post(DAY.plus(HOUR), watched.channel(Instant.MAX));

        ticks(HOUR.multipliedBy(4));
        watched.network.violations = List.of();
        ticks(DAY);

        assertThat(watched.problems()).containsExactly("day text_too_long");
    }

    @Test
    void a_check_that_wake_ups_missed_is_made_late() {
        watched.network.violations = List.of(new Violation("/text", "text_too_long", "300 at most"));
        watched.sweep();
        watched.post(DAY.plus(HOUR), watched.channel(Instant.MAX));
        watched.clock.advance(HOUR.multipliedBy(20));

        watched.sweep();
        watched.sweep();

        assertThat(watched.problems()).containsExactly("day text_too_long");
    }

    @Test
    void a_sweep_that_has_no_time_is_taken_up_by_the_next_one() {
        watched.sweep();
        for (var i = 0; i < 3; i++) {
            watched.post(DAY.plus(TICK), watched.channel(Instant.MAX));
        }
        watched.clock.advance(TICK.multipliedBy(2));
        var before = watched.stores.checks().swept();
        var looks = new int[] {2};

        var first = watched.sweep(() -> looks[0]-- > 0);
        var half = watched.stores.checks().swept();
        var second = watched.sweep();

        assertThat(first.posts()).isEqualTo(2);
        assertThat(half).isEqualTo(before);
        assertThat(second.posts()).isEqualTo(1);
        assertThat(watched.stores.checks().swept())
                .contains(watched.clock.instant().plus(DAY));
    }

    @Test
    void a_sweep_that_meets_nothing_writes_nothing() {
        watched.sweep();
        var first = watched.stores.checks().swept();

        ticks(Duration.ofDays(2));

        assertThat(watched.stores.checks().swept()).isEqualTo(first);
    }

    @Test
    void a_post_made_half_an_hour_before_its_time_is_looked_at_once() {
        watched.network.standing = new Standing.Narrow(List.of("write:media"));
        watched.post(Duration.ofMinutes(30), watched.channel(Instant.MAX));

        ticks(Duration.ofMinutes(30));

        assertThat(watched.problems()).containsExactly("hour scope.missing");
    }

    @Test
    void a_cancelled_post_is_not_looked_at_and_one_that_was_moved_is_looked_at_anew() {
        watched.network.violations = List.of(new Violation("/text", "text_too_long", "300 at most"));
        var channel = watched.channel(Instant.MAX);
        var cancelled = watched.post(DAY.plus(HOUR), channel);
        watched.stores.posts().cancel(watched.workspace, cancelled.id(), cancelled.version());
        var moved = watched.post(Duration.ofMinutes(50), channel);
        watched.sweep();

        watched.move(moved, DAY.multipliedBy(2));
        ticks(DAY.multipliedBy(2));

        assertThat(watched.problems()).containsExactly("hour text_too_long", "day text_too_long", "hour text_too_long");
    }

    @Test
    void of_a_post_that_is_edited_while_it_is_looked_at_nothing_is_told_nor_kept() {
        watched.network.violations = List.of(new Violation("/text", "text_too_long", "300 at most"));
        var post = watched.post(Duration.ofMinutes(50), watched.channel(Instant.MAX));
        watched.network.whileAsked = () -> watched.move(post, DAY.multipliedBy(3));

        watched.sweep();

        assertThat(watched.told).isEmpty();
        assertThat(watched.stores.checks().find(watched.workspace, post.id())).isEmpty();
    }

    @Test
    void a_dead_credential_is_renewed_and_only_the_final_word_puts_the_post_at_risk() {
        var id = watched.channel(Instant.MAX);
        watched.post(Duration.ofMinutes(50), id);
        watched.network.standing = new Standing.Dead();
        watched.network.renewal = new Renewal.Renewed(new Credential(Map.of("token", "new")), Instant.MAX);
        watched.network.whileAsked = () -> {
            watched.network.standing = watched.network.asked == 1 ? new Standing.Dead() : new Standing.Good();
        };
        watched.sweep();
        assertThat(watched.problems()).isEmpty();

        watched.post(Duration.ofMinutes(50), id);
        watched.network.whileAsked = () -> {};
        watched.network.standing = new Standing.Dead();
        watched.network.renewal = new Renewal.Revoked("the app was removed");
        watched.sweep();

        assertThat(watched.problems()).containsExactly("hour channel.disconnected");
        assertThat(watched.stores
                        .channels()
                        .find(watched.workspace, id)
                        .orElseThrow()
                        .state())
                .isEqualTo(ChannelState.DISCONNECTED);
    }

    @Test
    void a_network_that_does_not_answer_is_asked_again_and_nobody_is_alarmed() {
        var post = watched.post(Duration.ofMinutes(50), watched.channel(Instant.MAX));
        watched.network.standing = new Standing.Unreachable("it does not answer");

        watched.sweep();
        assertThat(watched.findings(post)).extracting(Finding::weight).containsExactly(Finding.Weight.UNASKED);
        watched.network.standing = new Standing.Good();
        watched.sweep();
        watched.sweep();

        assertThat(watched.findings(post)).isEmpty();
        assertThat(watched.problems()).isEmpty();
        assertThat(watched.network.asked).isEqualTo(2);
    }

    @Test
    void a_credential_that_dies_first_is_a_risk_only_where_nobody_renews_it() {
        var id = watched.channel(watched.clock.instant().plus(HOUR.multipliedBy(2)));
        var renewed = watched.post(DAY.minus(HOUR), id);
        watched.sweep();
        watched.network.renews = false;
        var not = watched.post(DAY.minus(HOUR), id);
        watched.stores.checks().swept(watched.clock.instant());
        watched.sweep();

        assertThat(watched.findings(renewed)).isEmpty();
        assertThat(watched.findings(not)).extracting(Finding::code).containsExactly("credential.expires");
    }

    @Test
    void pictures_must_be_there_whole_and_of_a_shape_that_is_taken() {
        var id = watched.channel(Instant.MAX);
        var good = watched.image(123_456);
        var cut = watched.image(7);
        var yesterday = new Rights.Expiry(LocalDate.of(2026, 11, 20), Fixtures.PARIS);
        var expired = watched.image(123_456, new Rights("", "", "", "", "", Optional.of(yesterday)));
        var gone = new Content.Image(Fixtures.id(), "");
        var content = new Content("Du pain", Optional.empty(), List.of(good, cut, expired, gone), "fr");
        var post = watched.post(content, Duration.ofMinutes(50), id);
        watched.network.terms = new Terms(Optional.of(new Terms.Shape(0.8, 1.91)), Optional.empty(), Optional.empty());
        watched.sweep();
        watched.ratio = 2;
        var wide =
                watched.post(new Content("Du pain", Optional.empty(), List.of(good), "fr"), Duration.ofMinutes(50), id);
        watched.sweep();

        assertThat(watched.findings(post))
                .extracting(Finding::code)
                .containsExactly("media.type", "media.rights_expired", "media.missing");
        assertThat(watched.findings(wide)).extracting(Finding::code).containsExactly("media.shape");
    }

    @Test
    void a_picture_that_will_stand_still_is_said_in_both_languages_and_nobody_is_woken_for_it() {
        var id = watched.channel(Instant.MAX);
        watched.motion = Duration.ofSeconds(2);
        var content = new Content("Du pain", Optional.empty(), List.of(watched.image(123_456)), "fr");
        var post = watched.post(content, Duration.ofMinutes(50), id);

        watched.sweep();
        watched.sweep();

        assertThat(watched.findings(post)).singleElement().satisfies(finding -> {
            assertThat(finding.weight()).isEqualTo(Finding.Weight.WARNS);
            assertThat(finding.code()).isEqualTo("animation_lost");
            assertThat(finding.stops()).isFalse();
            assertThat(Reasons.of(finding.detail(), Language.FR))
                    .contains("animée")
                    .contains("figée");
        });
        assertThat(watched.problems()).isEmpty();
        assertThat(watched.network.asked).as("it is settled").isOne();
    }

    @Test
    void what_the_network_charges_is_told_with_its_source_and_nobody_is_woken_for_it() {
        var id = watched.channel(Instant.MAX);
        var price = new Terms.Price("USD", new BigDecimal("0.015"), new BigDecimal("0.200"), "https://prix.example");
        watched.network.terms = new Terms(Optional.empty(), Optional.empty(), Optional.of(price));
        var content = new Content("Voir https://helios.example", Optional.empty(), List.of(), "fr");
        var post = watched.post(content, Duration.ofMinutes(50), id);

        watched.sweep();

        assertThat(watched.findings(post)).singleElement().satisfies(finding -> {
            assertThat(finding.weight()).isEqualTo(Finding.Weight.TELLS);
            assertThat(finding.code()).isEqualTo("cost");
            assertThat(finding.detail())
                    .isEqualTo("The network charges USD 0.200 for this post, as https://prix.example says.");
            assertThat(Reasons.of(finding.detail(), Language.FR))
                    .isEqualTo("le réseau facture cette publication 0,200 USD, selon https://prix.example");
        });
        assertThat(watched.problems()).isEmpty();
    }

    @Test
    void own_posts_of_the_last_day_count_against_a_quota() {
        var id = watched.channel(Instant.MAX);
        watched.network.terms = new Terms(Optional.empty(), Optional.of(new Terms.Quota(2, DAY)), Optional.empty());
        watched.post(Duration.ofMinutes(10), id);
        watched.post(Duration.ofMinutes(20), id);
        var third = watched.post(Duration.ofMinutes(30), id);

        watched.sweep();

        assertThat(watched.findings(third)).extracting(Finding::code).containsExactly("quota.exceeded");
        assertThat(watched.problems()).hasSize(1);
    }

    @Test
    void a_fault_on_one_post_stops_no_other_and_is_met_again() {
        watched.network.violations = List.of(new Violation("/text", "text_too_long", "300 at most"));
        watched.post(DAY.minus(HOUR), watched.channel(Instant.MAX));
        watched.post(DAY.minus(HOUR), watched.channel(Instant.MAX));
        watched.network.whileAsked = () -> {
            if (watched.network.asked == 1) {
                throw new IllegalStateException("broken");
            }
        };

        var first = watched.sweep();
        var second = watched.sweep();

        assertThat(first.faults()).isEqualTo(1);
        assertThat(first.posts()).isEqualTo(1);
        assertThat(second.posts()).isEqualTo(1);
        assertThat(watched.problems()).hasSize(2);
    }
}
