package dev.parvis.functions.notify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.assisted.HandOver;
import dev.parvis.domain.assisted.Helper;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.mail.Mailer.Mailing;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.workspaces.Language;

import static org.assertj.core.api.Assertions.assertThat;

/** Who posts by hand is asked for what is wanted now, and for nothing else. */
class HelperMailsTest {
    private final PostOffice office = new PostOffice(Language.FR, "equipe@example.org");
    private final Post post = Fixtures.post(office.workspace, office.brand, Fixtures.NOON.plusSeconds(90));

    @AfterEach
    void close() {
        office.close();
    }

    private void handedOver(String step, Language language) {
        var target = Fixtures.target(post, office.channel).prepared();
        office.stores.posts().create(post, List.of(target));
        var helper = new Helper("lea@example.org", language);
        var link = office.tokens.issue(
                HandOver.PURPOSE, HandOver.of(target, helper).payload(), Fixtures.NOON.plus(Duration.ofDays(30)));
        var event = new Event(
                target.toldKey() + ".handed_over." + step,
                Event.Type.POST_HANDED_OVER,
                office.workspace,
                target.dueAt(),
                Map.of("post", post.id().value(), "step", step, "link", link));
        var recipient = Delivery.HELPER + helper.digest(office.workspace);
        office.stores
                .agenda()
                .add(
                        Kind.DELIVERY,
                        new Delivery(office.workspace, event, recipient, 0, Optional.empty()),
                        Fixtures.NOON);
    }

    @Test
    void the_person_is_mailed_the_text_the_minute_and_their_own_link() {
        handedOver("0", Language.FR);

        office.run();
        office.run();

        assertThat(office.mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("lea@example.org");
            assertThat(mail.subject()).isEqualTo("[Boulangerie Lumière] à publier sur @lumiere");
            assertThat(mail.text()).contains("Du pain frais", "21 novembre 2026 à 13:01", "https://parvis.example/h/");
            assertThat(mail.html()).contains("Du pain frais", "https://parvis.example/h/");
        });
        assertThat(office.logged()).doesNotContain("lea@example.org").doesNotContain("/h/");
    }

    @Test
    void a_reminder_says_that_it_is_one_in_the_persons_language() {
        handedOver("1", Language.EN);

        office.run();

        assertThat(office.mails.getFirst().subject()).contains("Reminder: to be posted on");
    }

    @Test
    void a_mail_that_is_tried_again_has_the_same_key() {
        handedOver("0", Language.FR);
        office.mailings.add(new Mailing.Later("busy"));

        office.run();
        assertThat(office.mails).isEmpty();
        office.clock.advance(Duration.ofMinutes(1));
        office.run();

        assertThat(office.mails).singleElement().satisfies(mail -> assertThat(mail.key())
                .contains(".handed_over.0.helper-"));
    }

    @Test
    void nobody_is_asked_for_what_was_cancelled() {
        handedOver("0", Language.FR);
        office.stores.posts().cancel(office.workspace, post.id(), post.version());

        office.run();

        assertThat(office.mails).isEmpty();
    }

    @Test
    void nobody_is_asked_while_a_stop_holds() {
        handedOver("0", Language.FR);
        office.stores
                .holds()
                .put(office.workspace, new Hold(Hold.Scope.BRAND, office.brand.value(), "crise", "me", Fixtures.NOON));

        office.run();

        assertThat(office.mails).isEmpty();
    }
}
