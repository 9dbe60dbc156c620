package dev.parvis.functions.notify;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.approvals.Comment;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.mail.Mailer.Mail;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.workspaces.Language;

import static org.assertj.core.api.Assertions.assertThat;

/** What mails tell of the post that they are about. */
class PostMailsTest {
    private PostOffice office = new PostOffice(Language.FR, "team@example.com");

    @AfterEach
    void close() {
        office.close();
    }

    private Post post(Content content) {
        return Fixtures.post(office.workspace, office.brand, Fixtures.NOON).with(content);
    }

    private Target kept(Post post, Target target) {
        office.stores.posts().create(post, List.of(target));
        return target;
    }

    private Mail told(Event.Type type, Post post, Map<String, String> more) {
        var detail = new java.util.HashMap<>(more);
        detail.put("brand", office.brand.value());
        detail.put("post", post.id().value());
        detail.put("channel", office.channel.value());
        detail.put("network", "sandbox");
        var id = more.getOrDefault("event", "event-1");
        new Notices(office.stores.agenda(), office.stores.endpoints(), _ -> true, office.clock)
                .tell(new Event(id, type, office.workspace, Fixtures.NOON, detail));
        office.run();
        office.run();
        assertThat(office.mails).hasSize(1);
        return office.mails.getFirst();
    }

    @Test
    void a_french_mail_says_why_in_french_and_quotes_what_the_network_said() {
        var post = post(Fixtures.content("Une annonce «\u00a0belle\u00a0»  \n et longue " + "é".repeat(200)));
        kept(
                post,
                Fixtures.target(post, office.channel)
                        .without(TargetState.FAILED, "Validation failed: too long (HTTP 422)"));

        var mail = told(Event.Type.POST_FAILED, post, Map.of("code", "http_422"));

        assertThat(mail.subject()).isEqualTo("[Boulangerie Lumière] Une publication a échoué");
        assertThat(mail.text())
                .contains("21 novembre 2026 à 13:00 (Europe/Paris) sur Sandbox @lumiere n’a pas pu être publiée.")
                .contains("«\u00a0Une annonce")
                .contains("…\u00a0»")
                .contains("Pourquoi\u00a0: le réseau a répondu «\u00a0Validation failed: too long\u00a0» (HTTP 422).")
                .contains("Corrigez-la et reprogrammez-la")
                .doesNotContain("http_422", "é".repeat(120));
    }

    @Test
    void whoever_decides_is_told_how_much_is_out_already() {
        var parts = List.of(part("Deux"), part("Trois"));
        var content = new Content(
                "Un", Optional.empty(), List.of(), "fr", Optional.empty(), Optional.empty(), parts, Map.of());
        var post = post(content);
        var out = new Publication("p_1", "https://sandbox.example/p_1", Fixtures.NOON, false);
        kept(
                post,
                Fixtures.target(post, office.channel)
                        .following(out)
                        .without(
                                TargetState.MISSED,
                                "it was too late to be wanted: the server is in trouble (HTTP 503)"));

        var mail = told(Event.Type.POST_MISSED, post, Map.of());

        assertThat(mail.text())
                .contains("Attention\u00a0: la première partie, sur 3, est déjà en ligne.")
                .contains("demandez la suite, ou annulez-la")
                .doesNotContain("reprogrammez-la")
                .contains("il était trop tard\u202f; au dernier essai, le serveur est en difficulté (HTTP 503)");
    }

    private static Content.Part part(String text) {
        return new Content.Part(Content.Kind.THREAD, text, Optional.empty(), List.of());
    }

    @Test
    void a_reason_that_an_edit_has_overtaken_is_not_told() {
        var post = post(Fixtures.content("Du pain"));
        kept(post, Fixtures.target(post, office.channel));

        assertThat(told(Event.Type.POST_FAILED, post, Map.of("code", "x")).text())
                .contains("«\u00a0Du pain\u00a0»")
                .doesNotContain("Pourquoi");
    }

    @Test
    void what_the_client_wrote_is_in_the_mail_that_tells_of_it() {
        var post = post(Fixtures.content("Du pain"));
        kept(post, Fixtures.target(post, office.channel));
        office.stores
                .comments()
                .add(new Comment(
                        office.workspace,
                        post.id(),
                        "c1",
                        Fixtures.NOON,
                        Approval.Part.CLIENT,
                        "claire",
                        "Plutôt <demain>, non ?"));

        var mail = told(Event.Type.POST_COMMENTED, post, Map.of("by", "client", "event", "c1.commented"));

        assertThat(mail.text()).contains("Le client a commenté une publication", "Plutôt <demain>, non\u202f?");
        assertThat(mail.html()).contains("Plutôt &lt;demain&gt;").doesNotContain("<demain>");
    }

    @Test
    void a_source_that_answers_no_more_is_named_with_the_reason() {
        var source = Fixtures.feed(office.workspace, java.time.Duration.ofHours(1))
                .with(
                        dev.parvis.domain.sources.SourceState.BROKEN,
                        9,
                        "this is no feed that can be read: it is a web page");
        office.stores.sources().create(source, Fixtures.NOON);

        office.happened(Event.Type.SOURCE_BROKEN, Map.of("source", source.id()));
        office.run();
        office.run();

        assertThat(office.mails).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains(source.name() + " (https://")
                .contains("Pourquoi\u00a0: ce n’est pas un flux lisible\u00a0: c’est une page web."));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_subject_is_short_enough_to_be_read_on_a_phone(Language language) {
        office.close();
        for (var type : Event.Type.values()) {
            office = new PostOffice(language, "team@example.com");
            office.happened(type, Map.of("channel", office.channel.value(), "stage", "hour", "code", "not_approved"));
            office.run();
            office.run();
            assertThat(office.mails).extracting(Mail::subject).as("of %s", type).allSatisfy(subject -> assertThat(
                            subject.substring(subject.indexOf(']') + 2))
                    .hasSizeLessThanOrEqualTo(40));
            office.close();
        }
    }
}
