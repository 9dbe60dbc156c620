package dev.parvis.functions.notify;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.approvals.ApprovalLink;
import dev.parvis.domain.approvals.Requests;
import dev.parvis.domain.brands.Approver;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.Approving.Policy;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.mail.Mailer.Mail;
import dev.parvis.domain.mail.Mailer.Mailing;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.kernel.secret.SignedToken.Opened;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** Who is asked to approve, when, how often, and by which link. */
class ApprovalMailsTest {
    private static final Instant DUE = Instant.parse("2026-11-27T08:10:00Z");
    private static final Duration LONG = Duration.ofDays(30);

    private final PostOffice office = new PostOffice(Language.FR, "lea@example.org");

    @AfterEach
    void close() {
        office.close();
    }

    private Brand asking(Policy policy, Approver... approvers) {
        var now = office.stores.brands().find(office.workspace, office.brand).orElseThrow();
        var changed = new Brand(
                now.workspace(),
                now.id(),
                now.name(),
                now.zone(),
                now.watch(),
                now.reporting(),
                now.lateness(),
                new Approving(policy, List.of(approvers)),
                now.createdAt(),
                now.version());
        office.stores.brands().change(changed);
        return changed;
    }

    private static Approver claire() {
        return new Approver("Claire <Client>", "claire@client.example", Language.FR);
    }

    private static Approver colin() {
        return new Approver("Colin", "colin@client.example", Language.EN);
    }

    /** As the API does: asks, then keeps. */
    private Post scheduled(Brand brand, Instant at) {
        var post = Fixtures.post(office.workspace, brand.id(), at);
        var channel = Fixtures.channel(office.workspace, brand.id(), office.channel);
        var planned = Plan.of(post, brand, List.of(channel), Optional.empty());
        requests().ask(planned.post());
        assertThat(office.stores.posts().create(planned.post(), planned.targets()))
                .isInstanceOf(Change.Done.class);
        return planned.post();
    }

    private Requests requests() {
        return new Requests(office.stores.agenda(), office.clock);
    }

    private void afterTheQuarter() {
        office.clock.advance(Requests.TOGETHER.plus(Requests.KEPT_BY));
        office.run();
    }

    private ApprovalLink link(Mail mail) {
        var at = mail.text().indexOf("https://parvis.example/a/");
        var url = mail.text().substring(at, mail.text().indexOf('\n', at));
        assertThat(mail.html()).contains("href=\"" + url + "\"");
        var token = URI.create(url).getPath().substring("/a/".length());
        assertThat(office.tokens.open(ApprovalLink.PURPOSE, token)).isInstanceOf(Opened.Valid.class);
        var valid = (Opened.Valid) office.tokens.open(ApprovalLink.PURPOSE, token);
        assertThat(valid.expires()).isEqualTo(office.clock.instant().plus(LONG));
        return ApprovalLink.parse(valid.payload()).orElseThrow();
    }

    @Test
    void a_burst_of_posts_is_asked_for_by_one_mail_to_each_approver_in_their_language() {
        var brand = asking(Policy.CLIENT, claire(), colin());
        for (var i = 0; i < 5; i++) {
            scheduled(brand, DUE.plus(Duration.ofHours(3L * i)));
        }

        office.run();
        assertThat(office.mails).as("not before the quarter of an hour is over").isEmpty();
        afterTheQuarter();
        office.run();

        assertThat(office.mails)
                .extracting(Mail::to)
                .containsExactlyInAnyOrder("claire@client.example", "colin@client.example");
        var french = mailTo("claire@client.example");
        assertThat(french.subject()).isEqualTo("[Boulangerie Lumière] 5 publications à approuver");
        assertThat(french.text())
                .contains("Bonjour Claire <Client>,", "5 publications", "27 novembre 2026", "09:10")
                .contains("Sans votre accord", "Ne le transférez pas");
        assertThat(french.html())
                .contains("<html lang=\"fr\">", "Claire &lt;Client&gt;")
                .doesNotContain("<Client>");
        assertThat(mailTo("colin@client.example").text())
                .contains("Hello Colin,", "5 posts", "27 November 2026")
                .doesNotContain("Bonjour");
        var link = link(french);
        assertThat(link.post()).isEmpty();
        assertThat(link.brand()).isEqualTo(office.brand);
        assertThat(link.month()).hasToString("2026-11");
        assertThat(link.isFor(brand)).contains(claire());
        assertThat(office.logged()).doesNotContain("@client.example").doesNotContain("/a/");
    }

    private Mail mailTo(String address) {
        return office.mails.stream()
                .filter(mail -> mail.to().equals(address))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_single_post_has_a_link_of_its_own() {
        var post = scheduled(asking(Policy.CLIENT, claire()), DUE);

        afterTheQuarter();

        assertThat(office.mails).hasSize(1);
        assertThat(office.mails.getFirst().subject()).isEqualTo("[Boulangerie Lumière] une publication à approuver");
        assertThat(link(office.mails.getFirst()).post()).contains(post.id());
    }

    @Test
    void a_reminder_comes_once_a_day_before_for_what_still_waits() {
        var brand = asking(Policy.CLIENT, claire());
        scheduled(brand, DUE);
        scheduled(brand, DUE.plusSeconds(600));
        scheduled(brand, DUE.plus(Duration.ofDays(2)));
        afterTheQuarter();
        office.mails.clear();

        office.clock.set(Instant.parse("2026-11-26T07:59:00Z"));
        office.run();
        assertThat(office.mails).isEmpty();
        office.clock.set(Instant.parse("2026-11-26T08:00:00Z"));
        office.run();
        office.clock.advance(Duration.ofHours(1));
        office.run();

        assertThat(office.mails).hasSize(1);
        assertThat(office.mails.getFirst().subject())
                .isEqualTo("[Boulangerie Lumière] Rappel\u00a0: 2 publications à approuver");
    }

    @Test
    void nobody_is_asked_or_reminded_of_what_was_decided_cancelled_or_never_kept() {
        var brand = asking(Policy.CLIENT, claire());
        var refused = scheduled(brand, DUE);
        var cancelled = scheduled(brand, DUE.plusSeconds(60));
        requests()
                .ask(Plan.of(
                                Fixtures.post(office.workspace, brand.id(), DUE),
                                brand,
                                List.of(Fixtures.channel(office.workspace, brand.id(), office.channel)),
                                Optional.empty())
                        .post());
        office.stores.posts().cancel(office.workspace, cancelled.id(), 1);
        decide(refused, Approval.Verdict.REFUSED);

        afterTheQuarter();
        office.clock.set(DUE.minus(Requests.REMINDER));
        office.run();

        assertThat(office.mails).isEmpty();
        assertThat(office.somethingWaits(LONG)).isFalse();
    }

    private void decide(Post post, Approval.Verdict verdict) {
        PostWithTargets there =
                office.stores.posts().find(office.workspace, post.id()).orElseThrow();
        var approval = there.post()
                .approval()
                .orElseThrow()
                .decided(Approval.Part.CLIENT, new Approval.Decision(verdict, "approver/ab", NOON));
        var now = Plan.decided(there.post(), there.targets(), approval, "");
        assertThat(office.stores.posts().change(now.post(), now.targets())).isInstanceOf(Change.Done.class);
    }

    @Test
    void the_team_is_asked_at_the_workspaces_own_addresses_and_without_a_link() {
        scheduled(asking(Policy.INTERNAL), DUE);

        afterTheQuarter();

        assertThat(office.mails).extracting(Mail::to).containsExactly("lea@example.org");
        assertThat(office.mails.getFirst().subject()).contains("Des publications attendent votre accord");
        assertThat(office.mails.getFirst().text())
                .contains("Boulangerie Lumière")
                .doesNotContain("/a/");
    }

    @Test
    void where_both_are_asked_the_client_is_not_asked_before_the_team_has_agreed() {
        scheduled(asking(Policy.BOTH, claire()), DUE);

        afterTheQuarter();

        assertThat(office.mails).extracting(Mail::to).containsExactly("lea@example.org");
    }

    @Test
    void an_approver_removed_before_the_mail_is_sent_is_not_asked() {
        scheduled(asking(Policy.CLIENT, claire(), colin()), DUE);
        office.mailings.add(new Mailing.Later("throttled"));
        office.mailings.add(new Mailing.Later("throttled"));
        afterTheQuarter();
        asking(Policy.CLIENT, colin());

        office.clock.advance(Duration.ofMinutes(10));
        office.run();

        assertThat(office.mails).extracting(Mail::to).containsExactly("colin@client.example");
        assertThat(office.somethingWaits(Duration.ofMinutes(30))).isFalse();
    }
}
