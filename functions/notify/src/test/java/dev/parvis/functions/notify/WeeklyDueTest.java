package dev.parvis.functions.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.approvals.Questions;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.calendar.Gaps;
import dev.parvis.domain.mail.Mailer.Mail;
import dev.parvis.domain.mail.Mailer.Mailing;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.series.Occurrences;
import dev.parvis.domain.series.PlainRules;
import dev.parvis.domain.sheets.Rhythm;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.weekly.Outlooks;
import dev.parvis.domain.weekly.WeeklyOrder;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

import static dev.parvis.domain.Fixtures.PARIS;
import static org.assertj.core.api.Assertions.assertThat;

/** A workspace with one brand and one channel; Monday 23 November 2026 comes at eight in Paris. */
class WeeklyDueTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);
    private PostOffice office = new PostOffice(Language.FR, "equipe@example.org");

    @AfterEach
    void close() {
        office.close();
    }

    private void ordered() {
        var order = WeeklyOrder.first(office.workspace, office.clock.instant(), PARIS);
        office.stores.agenda().add(Kind.WEEKLY, order, order.dueIn(PARIS));
    }

    private WeeklyDue.Summary run() {
        var stores = office.stores;
        var gaps = new Gaps(
                new Gaps.Stores(stores.channels(), stores.sheets(), stores.slots(), stores.posts(), stores.series()),
                new Occurrences(new PlainRules()),
                office.clock);
        var outlooks = new Outlooks(
                new Outlooks.Stores(stores.channels(), stores.media(), stores.posts()),
                gaps,
                new Questions(stores.posts(), office.clock),
                office.clock);
        return new WeeklyDue(
                        new WeeklyDue.Stores(stores.agenda(), stores.workspaces(), stores.brands()),
                        () -> outlooks,
                        () -> office::send,
                        office.clock,
                        new Log(System.out, office.clock))
                .run(Deadline.in(Duration.ofMinutes(5)));
    }

    private List<Mail> onMonday() {
        ordered();
        office.clock.set(MONDAY);
        run();
        return office.mails;
    }

    private Post scheduled(Instant at) {
        var post = Fixtures.post(office.workspace, office.brand, at);
        keep(post);
        return post;
    }

    private void keep(Post post) {
        assertThat(office.stores.posts().create(post, List.of(Fixtures.target(post, office.channel))))
                .isInstanceOf(Change.Done.class);
    }

    private void twoFullWeeks() {
        scheduled(MONDAY.plus(A_DAY));
        scheduled(MONDAY.plus(A_DAY.multipliedBy(8)));
    }

    private Media picture(String name, String lastDay) {
        var media = Fixtures.media(office.workspace, office.brand, Fixtures.NOON)
                .described(name, "alt")
                .with(new Rights("", "", "", "", "", Optional.of(new Rights.Expiry(LocalDate.parse(lastDay), PARIS))));
        office.stores.media().create(media);
        return media;
    }

    private void shown(Media media, Instant at) {
        var post = Fixtures.post(office.workspace, office.brand, at);
        var content = post.content();
        keep(post.with(new Content(
                content.text(),
                content.link(),
                List.of(new Content.Image(media.id().value(), "alt")),
                content.language())));
    }

    private void change(boolean weekly, Language language) {
        var there = office.stores.workspaces().find(office.workspace).orElseThrow();
        office.stores
                .workspaces()
                .change(new Workspace(
                        there.id(),
                        there.name(),
                        there.zone(),
                        language,
                        there.alertTo(),
                        weekly,
                        there.createdAt(),
                        there.version()));
    }

    @Test
    void empty_weeks_are_told_on_monday_at_eight_and_not_before() {
        ordered();
        office.clock.set(MONDAY.minusMillis(1));
        assertThat(run().orders()).isZero();

        office.clock.set(MONDAY);
        run();

        assertThat(office.mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("equipe@example.org");
            assertThat(mail.subject()).isEqualTo("[Boulangerie Lumière] Les semaines à venir\u00a0: 2 points à régler");
            assertThat(mail.text())
                    .contains("Boulangerie Lumière\n- Rien n’est prévu la semaine du lundi 23 novembre.\n  Prévoyez")
                    .contains(
                            "la semaine du lundi 30 novembre.",
                            "« Atelier <Lumière> »".replace(' ', '\u00a0').replace("Atelier\u00a0<", "Atelier <"));
            assertThat(mail.html())
                    .contains("<html lang=\"fr\">", "<strong>Rien n’est prévu", "Atelier &lt;Lumière&gt;");
        });
    }

    @Test
    void an_event_that_doubles_and_a_tick_an_hour_later_tell_nothing_again_until_next_monday() {
        onMonday();
        run();
        office.clock.advance(Duration.ofHours(1));
        run();
        assertThat(office.mails).hasSize(1);

        office.clock.set(MONDAY.plus(A_DAY.multipliedBy(7)));
        run();
        run();

        assertThat(office.mails).hasSize(2);
        assertThat(office.mails).extracting(Mail::key).doesNotHaveDuplicates();
    }

    @Test
    void where_nothing_is_to_be_said_there_is_no_mail_and_the_order_waits_for_the_next_week() {
        twoFullWeeks();

        assertThat(onMonday()).isEmpty();

        assertThat(office.stores
                        .agenda()
                        .claim(Kind.WEEKLY, MONDAY.plus(A_DAY.multipliedBy(7)), 5)
                        .claims())
                .singleElement()
                .satisfies(claim -> assertThat(claim.work().monday()).isEqualTo("2026-11-30"));
    }

    @Test
    void a_workspace_that_switched_it_off_is_told_nothing_and_switched_on_again_is_told_the_next() {
        change(false, Language.FR);
        assertThat(onMonday()).isEmpty();

        change(true, Language.FR);
        run();
        assertThat(office.mails).isEmpty();
        office.clock.set(MONDAY.plus(A_DAY.multipliedBy(7)));
        run();

        assertThat(office.mails).hasSize(1);
    }

    @Test
    void of_an_empty_week_no_channel_is_told_by_itself_and_of_another_what_it_lacks() {
        var aims = new Sheet.Aims(List.of(), List.of(), List.of(), List.of(new Rhythm(office.channel, 3)));
        office.stores
                .sheets()
                .replace(new Sheet(office.workspace, office.brand, Sheet.Voice.NONE, aims, Sheet.Names.NONE, 0));
        scheduled(MONDAY.plus(A_DAY));

        var mail = onMonday().getFirst();

        assertThat(mail.text())
                .contains("Semaine du lundi 23 novembre\u00a0: 1 publication sur 3 pour Sandbox @lumiere.")
                .contains("Rien n’est prévu la semaine du lundi 30 novembre.")
                .doesNotContain("0 publication");
    }

    @Test
    void rights_that_end_before_a_post_is_due_come_with_the_post_and_those_that_stop_nothing_in_a_line() {
        twoFullWeeks();
        var broken = picture("Four à bois", "2026-11-25");
        shown(broken, Instant.parse("2026-11-25T12:00:00Z"));
        shown(broken, Instant.parse("2026-11-26T08:30:00Z"));
        shown(broken, Instant.parse("2026-11-28T08:30:00Z"));
        picture("Vitrine", "2026-11-24");
        picture("Été", "2026-12-24");
        shown(picture("Équipe", "2026-11-29"), Instant.parse("2026-11-27T08:30:00Z"));

        var mail = onMonday().getFirst();

        assertThat(mail.text())
                .contains(
                        "Les droits de «\u00a0Four à bois\u00a0» finissent le mercredi 25 novembre\u202f; 2 publications "
                                + "prévues après l’utilisent et ne partiront pas, la première le 26 novembre 2026 à 09:30 (Europe/Paris).")
                .contains("Droits qui finissent bientôt\u00a0: «\u00a0Vitrine\u00a0» (mardi 24 novembre, inutilisé), "
                        + "«\u00a0Équipe\u00a0» (dimanche 29 novembre, une publication d’ici là).")
                .doesNotContain("Été");
        assertThat(mail.subject()).contains("2 points");
    }

    @Test
    void rights_that_have_ended_are_told_only_while_a_post_wants_them() {
        twoFullWeeks();
        picture("Vieille", "2026-11-20");
        shown(picture("Toujours", "2026-11-20"), Instant.parse("2026-11-28T08:30:00Z"));

        var mail = onMonday().getFirst();

        assertThat(mail.text())
                .contains(
                        "Les droits de «\u00a0Toujours\u00a0» ont pris fin le vendredi 20 novembre\u202f; une publication")
                .contains("Remplacez ce média ou prolongez les droits.")
                .doesNotContain("finissent", "Vieille");
    }

    @Test
    void rights_that_have_ended_are_told_in_the_past_in_english_too() {
        change(true, Language.EN);
        twoFullWeeks();
        shown(picture("Oven", "2026-11-20"), Instant.parse("2026-11-28T08:30:00Z"));

        var mail = onMonday().getFirst();

        assertThat(mail.text())
                .contains("The rights of “Oven” ended on Friday 20 November; a post due on")
                .contains("Put another in its place, or extend the rights.")
                .doesNotContain("end on");
    }

    @Test
    void posts_that_wait_for_the_client_and_lost_channels_are_told_with_what_to_do() {
        twoFullWeeks();
        var there = office.stores.brands().find(office.workspace, office.brand).orElseThrow();
        var brand = Fixtures.brand(office.workspace, office.brand, Approving.Policy.CLIENT);
        var post = Fixtures.post(office.workspace, there.id(), Instant.parse("2026-11-24T08:00:00Z"));
        var channel =
                office.stores.channels().find(office.workspace, office.channel).orElseThrow();
        var planned = Plan.of(post, brand, List.of(channel), Optional.empty());
        office.stores.posts().create(planned.post(), planned.targets());
        office.stores.channels().change(channel.disconnected("revoked"));

        var mail = onMonday().getFirst();

        assertThat(mail.text())
                .contains("- Le compte Sandbox @lumiere est déconnecté.\n  Reconnectez-le")
                .contains(
                        "Une publication attend un accord\u202f; elle est prévue le 24 novembre 2026 à 09:00 (Europe/Paris).")
                .contains("C’est au client\u00a0: relancez-le.");
    }

    @Test
    void it_is_said_in_english_too() {
        change(true, Language.EN);
        twoFullWeeks();
        shown(picture("Oven", "2026-11-25"), Instant.parse("2026-11-26T08:30:00Z"));

        var mail = onMonday().getFirst();

        assertThat(mail.subject()).isEqualTo("[Boulangerie Lumière] The weeks ahead: one thing to see to");
        assertThat(mail.text())
                .contains(
                        "The rights of “Oven” end on Wednesday 25 November; a post due on 26 November 2026 at 09:30 (Europe/Paris) uses "
                                + "it and will not go out.")
                .doesNotContain("publication");
        assertThat(mail.html()).contains("<html lang=\"en\">");
    }

    @Test
    void who_manages_no_brand_with_something_to_say_is_mailed_nothing() {
        admit("ana", Role.WRITER, "ana@example.org");
        admit("max", Role.MANAGER, "max@example.org");

        assertThat(onMonday()).extracting(Mail::to).containsExactlyInAnyOrder("equipe@example.org", "max@example.org");
    }

    private void admit(String subject, Role role, String email) {
        office.stores.workspaces().admit(new Member(office.workspace, subject, role, Map.of(), Optional.of(email)));
    }

    @Test
    void who_takes_over_tells_only_those_who_were_not_told() {
        admit("max", Role.MANAGER, "max@example.org");
        ordered();
        office.clock.set(MONDAY);
        office.dies = 2;

        assertThat(run().faults()).isEqualTo(1);
        assertThat(office.mails).extracting(Mail::to).containsExactly("equipe@example.org");
        office.clock.advance(PostOffice.LEASE);
        run();
        run();

        assertThat(office.mails).extracting(Mail::to).containsExactly("equipe@example.org", "max@example.org");
    }

    @Test
    void who_cannot_be_reached_now_is_tried_again_and_the_others_are_not() {
        admit("max", Role.MANAGER, "max@example.org");
        office.mailings.addAll(List.of(new Mailing.Later("busy"), new Mailing.Sent("m")));

        assertThat(onMonday()).extracting(Mail::to).containsExactly("max@example.org");
        office.clock.advance(Duration.ofMinutes(5));
        run();
        office.clock.advance(Duration.ofDays(1));
        run();

        assertThat(office.mails).extracting(Mail::to).containsExactly("max@example.org", "equipe@example.org");
    }

    @Test
    void an_address_that_is_refused_is_tried_no_more() {
        office.mailings.add(new Mailing.Refused("suppressed"));

        assertThat(onMonday()).isEmpty();
        office.clock.advance(Duration.ofDays(1));
        run();

        assertThat(office.mails).isEmpty();
    }

    @Test
    void a_workspace_whose_monday_comes_later_than_the_order_waits_for_it() {
        var order = WeeklyOrder.first(office.workspace, office.clock.instant(), PARIS);
        office.stores.agenda().add(Kind.WEEKLY, order, MONDAY.minus(Duration.ofHours(6)));
        office.clock.set(MONDAY.minus(Duration.ofHours(6)));
        run();
        assertThat(office.mails).isEmpty();

        office.clock.set(MONDAY);
        run();

        assertThat(office.mails).hasSize(1);
    }

    @Test
    void the_order_of_a_workspace_that_is_gone_leaves_the_agenda() {
        var gone = Fixtures.workspaceId();
        var order = WeeklyOrder.first(gone, office.clock.instant(), PARIS);
        office.stores.agenda().add(Kind.WEEKLY, order, MONDAY);
        office.clock.set(MONDAY);

        run();

        assertThat(office.mails).isEmpty();
        assertThat(office.stores.agenda().claimOne(Kind.WEEKLY, gone, order.id()))
                .isEmpty();
    }
}
