package dev.parvis.functions.notify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.mail.Mailer.Mail;
import dev.parvis.domain.mail.Mailer.Mailing;
import dev.parvis.domain.notices.Sent;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever wants to be told is told, once, for as long as three days; what cannot arrive is given up and said. */
class NotifyDueTest {
    private static final Duration DAYS = Duration.ofDays(30);
    private PostOffice office = new PostOffice(Language.FR, "lea@example.org", "max@example.org");

    @AfterEach
    void close() {
        office.close();
    }

    private void listening(Event.Type... types) {
        office.told(office.sink.endpoint(), types);
    }

    @Test
    void a_webhook_arrives_signed_once_and_says_what_happened_by_ids() {
        listening(Event.Type.POST_PUBLISHED);
        office.happened(Event.Type.POST_PUBLISHED);
        office.happened(Event.Type.POST_PUBLISHED);

        office.run();
        office.run();

        var received = office.sink.received();
        assertThat(received).hasSize(1);
        assertThat(received.getFirst().verified()).isTrue();
        assertThat(received.getFirst().type()).isEqualTo("post.published");
        var body = Json.parse(received.getFirst().body());
        assertThat(body.at("timestamp").textOr("")).isEqualTo("2026-11-21T12:00:00.000Z");
        assertThat(body.at("data", "workspace").textOr("")).isEqualTo(office.workspace.value());
        assertThat(body.at("data", "post").textOr("")).isEqualTo("01POST");
        assertThat(office.mails).as("nobody is mailed of good news").isEmpty();
        assertThat(office.logged()).doesNotContain("whsec_").doesNotContain("/hook");
    }

    @Test
    void while_a_secret_is_changed_over_the_one_before_signs_too_and_then_no_more() {
        listening(Event.Type.POST_PUBLISHED);
        var endpoint = office.stores
                .endpoints()
                .find(office.workspace, office.endpoint)
                .orElseThrow();
        var fresh = Base64.getEncoder()
                .encodeToString(
                        ("whsec_" + Base64.getEncoder().encodeToString(new byte[32])).getBytes(StandardCharsets.UTF_8));
        var until = office.clock.instant().plus(Duration.ofHours(1));
        office.stores.endpoints().change(endpoint.rotated(fresh, until, office.clock.instant()));

        office.happened(Event.Type.POST_PUBLISHED);
        office.run();
        office.clock.advance(Duration.ofHours(2));
        office.happened(Event.Type.POST_PUBLISHED, Map.of("channel", "c", "network", "sandbox", "stage", ".2"));
        office.run();

        assertThat(office.sink.received())
                .extracting(received -> received.verified())
                .as("the sink knows the one before")
                .containsExactly(true, false);
    }

    @Test
    void an_endpoint_is_told_only_of_what_it_asked_for() {
        listening(Event.Type.REPORT_READY);
        office.happened(Event.Type.POST_PUBLISHED);

        assertThat(office.run().deliveries()).isZero();
    }

    @Test
    void a_failure_is_mailed_to_each_address_by_itself() {
        office.mailings.add(new Mailing.Later("throttled"));
        office.happened(Event.Type.POST_FAILED);

        office.run();
        assertThat(office.mails).hasSize(1);
        office.clock.advance(Duration.ofSeconds(5));
        office.run();

        assertThat(office.mails).extracting(Mail::to).containsExactlyInAnyOrder("lea@example.org", "max@example.org");
        assertThat(office.mails.stream().map(Mail::key).collect(Collectors.toSet()))
                .hasSize(2);
        assertThat(office.mails).extracting(Mail::key).noneMatch(key -> key.contains("@"));
        assertThat(office.logged()).doesNotContain("@example.org");
        assertThat(office.somethingWaits(DAYS)).isFalse();
    }

    @Test
    void a_mail_that_is_refused_for_good_is_not_tried_again() {
        office.mailings.add(new Mailing.Refused("suppressed"));
        office.mailings.add(new Mailing.Refused("suppressed"));
        office.happened(Event.Type.SOURCE_BROKEN);

        office.run();

        assertThat(office.mails).isEmpty();
        assertThat(office.somethingWaits(DAYS)).isFalse();
        assertThat(office.logged()).contains("delivery.undeliverable").contains("suppressed");
    }

    @Test
    void the_mail_says_in_french_what_happened_to_whom_and_what_to_do() {
        office.happened(Event.Type.POST_MISSED);

        office.run();

        var mail = office.mails.getFirst();
        assertThat(mail.subject())
                .contains("Une publication a manqué son heure")
                .contains("Boulangerie Lumière");
        assertThat(mail.text())
                .contains("21 novembre 2026 à 13:00")
                .contains("reprogrammez-la ou supprimez-la")
                .contains("Sandbox @lumiere")
                .contains("Référence de la publication\u00a0: 01POST");
        assertThat(mail.html())
                .contains("<html lang=\"fr\">")
                .contains("Atelier &lt;Lumière&gt;")
                .doesNotContain("<Lumière>");
    }

    @Test
    void of_a_post_by_hand_nobody_is_told_that_it_could_not_go_out() {
        office.happened(Event.Type.POST_MISSED, Map.of("channel", office.channel.value(), "network", "assisted"));

        office.run();

        assertThat(office.mails.getFirst().subject()).contains("Une publication n’est pas confirmée");
        assertThat(office.mails.getFirst().text())
                .contains("publiée à la main", "Regardez si elle est en ligne.")
                .doesNotContain("n’a pas pu partir");
    }

    @Test
    void and_in_english_where_the_workspace_speaks_it() {
        office.close();
        office = new PostOffice(Language.EN, "lea@example.org");
        office.happened(Event.Type.CHANNEL_DISCONNECTED);

        office.run();

        var mail = office.mails.getFirst();
        assertThat(mail.subject()).contains("An account is disconnected");
        assertThat(mail.text()).contains("Connect the account again").contains("Sandbox @lumiere");
        assertThat(mail.html()).contains("<html lang=\"en\">");
    }

    @Test
    void a_crisis_stop_is_mailed_to_all_with_what_it_covers_and_what_becomes_of_posts() {
        office.happened(Event.Type.HOLD_STARTED, Map.of("scope", "workspace", "way", "link"));
        office.happened(Event.Type.HOLD_RELEASED, Map.of("scope", "network", "network", "bluesky"));

        office.run();

        assertThat(office.mails).hasSize(4);
        assertThat(office.mails)
                .filteredOn(mail -> mail.subject().contains("Arrêt d’urgence en place"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.text())
                        .contains("tout l’espace", "21 novembre 2026 à 13:00", "par un lien d’arrêt d’urgence")
                        .contains("Seul un gérant ou un propriétaire peut lever l’arrêt"));
        assertThat(office.mails)
                .filteredOn(mail -> mail.subject().contains("Arrêt d’urgence levé"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.text())
                        .contains("le réseau Bluesky", "Décidez de chaque publication suspendue"));
    }

    @Test
    void a_crisis_stop_of_a_brand_is_told_in_english_too_and_to_an_endpoint() {
        office.close();
        office = new PostOffice(Language.EN, "lea@example.org");
        office.told(office.sink.endpoint(), Event.Type.HOLD_STARTED, Event.Type.HOLD_RELEASED);
        office.happened(Event.Type.HOLD_STARTED, Map.of("scope", "brand", "way", "api"));
        office.happened(Event.Type.HOLD_RELEASED, Map.of("scope", "brand"));

        office.run();

        assertThat(office.mails)
                .extracting(Mail::text)
                .anySatisfy(text -> assertThat(text)
                        .contains("Nothing goes out for the brand Boulangerie Lumière")
                        .doesNotContain("link"))
                .anySatisfy(text -> assertThat(text).contains("Decide on each suspended post"));
        assertThat(office.sink.received())
                .extracting(received -> Json.parse(received.body()).at("type").textOr(""))
                .containsExactlyInAnyOrder("hold.started", "hold.released");
    }

    @Test
    void an_endpoint_that_fails_is_tried_nine_times_more_over_three_days_and_then_given_up() {
        listening(Event.Type.POST_PUBLISHED);
        office.sink.faults().onAny().always().status(500);
        office.happened(Event.Type.POST_PUBLISHED);
        var waits = List.of(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24));

        office.run();
        for (var wait : waits) {
            office.clock.advance(wait.minusSeconds(1));
            assertThat(office.run().deliveries()).as("before " + wait).isZero();
            office.clock.advance(Duration.ofSeconds(1));
            assertThat(office.run().deliveries()).as("after " + wait).isEqualTo(1);
        }

        assertThat(office.sink.log().count("POST", "/hook")).isEqualTo(10);
        assertThat(office.somethingWaits(DAYS)).isFalse();
        var ids = office.sink.log().requests().stream()
                .map(request -> request.header("webhook-id").orElse(""))
                .distinct();
        assertThat(ids).as("the id is the same at every try").hasSize(1);
    }

    @Test
    void it_comes_through_when_the_endpoint_is_back_signed_at_that_time() {
        listening(Event.Type.POST_PUBLISHED);
        office.sink.faults().onAny().next(2).status(503);
        office.happened(Event.Type.POST_PUBLISHED);

        office.run();
        office.clock.advance(Duration.ofSeconds(5));
        office.run();
        office.clock.advance(Duration.ofMinutes(5));
        office.run();

        assertThat(office.sink.received()).hasSize(1);
        assertThat(office.sink.received().getFirst().verified()).isTrue();
    }

    @Test
    void an_endpoint_says_how_long_it_wants_to_be_left_alone() {
        listening(Event.Type.POST_PUBLISHED);
        office.sink.faults().onAny().next(1).status(429, "Retry-After", "3600");
        office.happened(Event.Type.POST_PUBLISHED);

        office.run();
        office.clock.advance(Duration.ofSeconds(3599));
        assertThat(office.run().deliveries()).isZero();
        office.clock.advance(Duration.ofSeconds(1));

        assertThat(office.run().deliveries()).isEqualTo(1);
        assertThat(office.sink.received()).hasSize(1);
    }

    @Test
    void what_an_endpoint_answered_is_kept_and_a_replay_comes_once_under_the_same_id() {
        office.told(office.sink.endpoint(), Event.Type.POST_FAILED);
        office.happened(Event.Type.POST_FAILED);
        office.run();
        var endpoint =
                office.stores.endpoints().list(office.workspace).getFirst().id();
        var before = office.stores
                .sent()
                .list(office.workspace, endpoint, PageRequest.first(9))
                .items()
                .getFirst();

        office.stores.agenda().add(Kind.DELIVERY, before.replay(), office.clock.instant());
        office.stores.agenda().add(Kind.DELIVERY, before.replay(), office.clock.instant());
        office.run();
        office.run();

        var after = office.stores
                .sent()
                .find(office.workspace, endpoint, before.id())
                .orElseThrow();
        assertThat(before.outcome()).isEqualTo(Sent.Outcome.ARRIVED);
        assertThat(after.tries())
                .extracting(Sent.Try::answer)
                .containsOnly("status 204")
                .hasSize(2);
        assertThat(office.sink.received()).hasSize(2);
        assertThat(office.sink.received().stream()
                        .map(received -> received.id())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void gone_means_never_again() {
        listening(Event.Type.POST_PUBLISHED);
        office.sink.faults().onAny().always().status(410);
        office.happened(Event.Type.POST_PUBLISHED);

        office.run();

        assertThat(office.sink.log().count("POST", "/hook")).isEqualTo(1);
        assertThat(office.somethingWaits(DAYS)).isFalse();
    }

    @Test
    void a_redirect_is_a_failure_and_is_not_followed() {
        listening(Event.Type.POST_PUBLISHED);
        office.sink
                .faults()
                .onAny()
                .next(1)
                .status(307, "Location", office.sink.endpoint().resolve("/hook").toString());
        office.happened(Event.Type.POST_PUBLISHED);

        office.run();

        assertThat(office.sink.log().count("POST", "/hook")).isEqualTo(1);
        assertThat(office.sink.received()).isEmpty();
        office.clock.advance(Duration.ofSeconds(5));
        office.run();
        assertThat(office.sink.received()).hasSize(1);
    }

    @Test
    void an_answer_that_is_lost_is_asked_for_again_under_the_same_id() {
        listening(Event.Type.POST_PUBLISHED);
        office.sink.faults().onAny().next(1).cutAfterEffect();
        office.happened(Event.Type.POST_PUBLISHED);

        office.run();
        office.clock.advance(Duration.ofSeconds(5));
        office.run();

        assertThat(office.sink.received()).hasSize(2);
        assertThat(office.sink.received().stream()
                        .map(received -> received.id())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_private_address_is_not_called() {
        office.told(URI.create("http://169.254.169.254/latest/meta-data"), Event.Type.POST_PUBLISHED);
        office.happened(Event.Type.POST_PUBLISHED);

        assertThat(office.run().deliveries()).isEqualTo(1);

        assertThat(office.logged()).contains("delivery.later").contains("not sent");
    }

    @Test
    void an_endpoint_that_was_removed_is_told_nothing_more() {
        listening(Event.Type.POST_PUBLISHED);
        office.happened(Event.Type.POST_PUBLISHED);
        office.stores.endpoints().delete(office.workspace, office.endpoint, 1);

        office.run();

        assertThat(office.sink.log().count("POST", "/hook")).isZero();
        assertThat(office.somethingWaits(DAYS)).isFalse();
    }

    @Test
    void one_that_breaks_does_not_hold_up_the_others() {
        office.happened(Event.Type.POST_FAILED);
        office.told(office.sink.endpoint(), Event.Type.POST_UNCERTAIN);
        office.happened(Event.Type.POST_UNCERTAIN);
        office.mailings.add(new Mailing.Later("down"));

        office.run();

        assertThat(office.sink.received()).hasSize(1);
        assertThat(office.mails).hasSize(3);
    }

    @Test
    void a_post_at_risk_is_mailed_channel_by_channel_with_what_to_do() {
        var channel = office.channel.value();
        office.happened(
                Event.Type.POST_AT_RISK,
                Map.of("stage", "day", "problems", channel + ":media.missing " + channel + ":text_too_long"));
        office.happened(
                Event.Type.POST_AT_RISK,
                Map.of("stage", "hour", "problems", "01JD0000000000000000009999:channel.removed"));

        office.run();

        assertThat(office.mails).as("each to two people").hasSize(4);
        var day = office.mails.stream()
                .filter(mail -> !mail.subject().contains("URGENT"))
                .findFirst()
                .orElseThrow();
        assertThat(day.subject()).contains("À corriger\u00a0: une publication va échouer");
        assertThat(day.text())
                .contains("– Sandbox @lumiere\u00a0: une image ou une vidéo manque. Envoyez-la de nouveau")
                .contains("le texte est trop long pour ce réseau. Raccourcissez-le.")
                .doesNotContain("text_too_long");
        assertThat(day.html()).contains(">– Sandbox @lumiere");
        var hour = office.mails.stream()
                .filter(mail -> mail.subject().contains("URGENT"))
                .findFirst()
                .orElseThrow();
        assertThat(hour.text()).contains("un compte supprimé\u00a0: le compte a été retiré");
    }
}
