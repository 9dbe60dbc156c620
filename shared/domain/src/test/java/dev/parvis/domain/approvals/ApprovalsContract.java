package dev.parvis.domain.approvals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.brands.Approving.Policy;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Approval.Part;
import dev.parvis.domain.posts.Approval.Verdict;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Seal;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who decides what about a post, over any store. */
public abstract class ApprovalsContract extends StoreContract {
    private static final Instant DUE = NOON.plus(Duration.ofDays(3));
    private static final String LEA = "auth0|lea";
    private static final String CLIENT = "approver/ab";

    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final List<Event> told = new ArrayList<>();

    private Approvals approvals() {
        return approvals(stores.posts(), stores.audit(), stores.agenda());
    }

    private Approvals approvals(Posts posts, Audit audit, Agenda agenda) {
        var notices = new Notices(agenda, stores.endpoints(), told::add, clock);
        return new Approvals(posts, audit, notices, new Requests(agenda, clock), clock);
    }

    private Requests requests() {
        return new Requests(stores.agenda(), clock);
    }

    private PostWithTargets planned(Policy policy) {
        var brand = Fixtures.brand(workspace, Fixtures.brandId(), policy);
        return Plan.of(Fixtures.post(workspace, brand.id(), DUE), brand, channels(brand), Optional.empty());
    }

    private List<Channel> channels(Brand brand) {
        return List.of(
                Fixtures.channel(workspace, brand.id(), Fixtures.channelId()),
                Fixtures.channel(workspace, brand.id(), Fixtures.channelId()));
    }

    private PostWithTargets kept(Policy policy) {
        var planned = planned(policy);
        return done(stores.posts().create(planned.post(), planned.targets()));
    }

    private static Ballot ballot(PostWithTargets on, Part part, Verdict verdict) {
        var seal = on.post().approval().orElseThrow().seal();
        return new Ballot(on.post().workspace(), on.post().id(), seal, part, verdict, part == Part.TEAM ? LEA : CLIENT);
    }

    private PostWithTargets now(PostWithTargets post) {
        return stores.posts().find(workspace, post.post().id()).orElseThrow();
    }

    private static PostWithTargets counted(Decided decided) {
        assertThat(decided).isInstanceOf(Decided.Counted.class);
        return ((Decided.Counted) decided).now();
    }

    private List<AuditEntry> audited() {
        return stores.audit()
                .list(workspace, java.time.YearMonth.of(2026, 11), PageRequest.first(100))
                .items();
    }

    private List<Delivery> deliveries() {
        return stores.agenda().claim(Kind.DELIVERY, DUE.plus(Duration.ofDays(9)), 50).claims().stream()
                .map(claim -> claim.work())
                .toList();
    }

    @Test
    void a_post_that_takes_approval_is_kept_as_it_was_planned_and_is_not_due_at_its_time() {
        var planned = planned(Policy.BOTH);

        var kept = done(stores.posts().create(planned.post(), planned.targets()));

        assertThat(kept).isEqualTo(planned);
        assertThat(now(kept)).isEqualTo(planned);
        assertThat(kept.targets()).extracting(Target::state).containsOnly(TargetState.APPROVAL);
        assertThat(stores.agenda().claim(Kind.TARGET, DUE.plusSeconds(150), 10).claims())
                .as("nobody who looks 150 seconds ahead meets it before its time")
                .isEmpty();
        assertThat(stores.agenda()
                        .claim(Kind.TARGET, DUE.plus(Target.EXPIRES_AFTER), 10)
                        .claims())
                .hasSize(2);
    }

    @Test
    void a_target_that_could_go_out_unapproved_is_never_kept() {
        var planned = planned(Policy.INTERNAL);
        var cleared = planned.targets().stream()
                .map(target -> target.cleared(Seal.of(planned.post().content(), target)))
                .toList();

        assertThatThrownBy(() -> stores.posts().create(planned.post(), cleared))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stores.posts().find(workspace, planned.post().id())).isEmpty();
    }

    @Test
    void the_teams_word_clears_every_target_with_its_own_seal() {
        var post = kept(Policy.INTERNAL);

        var after = counted(approvals().decide(ballot(post, Part.TEAM, Verdict.APPROVED)));

        assertThat(now(post)).isEqualTo(after);
        assertThat(after.post().revision()).isEqualTo(1);
        assertThat(after.targets())
                .allSatisfy(target -> assertThat(target.state()).isEqualTo(TargetState.SCHEDULED))
                .allSatisfy(target ->
                        assertThat(target.seal()).isEqualTo(Seal.of(post.post().content(), target)))
                .extracting(Target::seal)
                .doesNotHaveDuplicates();
        assertThat(stores.agenda().claim(Kind.TARGET, DUE, 10).claims()).hasSize(2);
        assertThat(told).extracting(Event::type).containsExactly(Event.Type.POST_APPROVED);
        assertThat(audited()).extracting(AuditEntry::action).containsExactly("post.approved");
        assertThat(audited()).extracting(AuditEntry::actor).containsExactly(LEA);
    }

    @Test
    void where_both_are_asked_the_client_comes_second_and_only_then_does_it_go_out() {
        var post = kept(Policy.BOTH);

        assertThat(approvals().decide(ballot(post, Part.CLIENT, Verdict.APPROVED)))
                .isInstanceOf(Decided.NotAsked.class);
        var team = counted(approvals().decide(ballot(post, Part.TEAM, Verdict.APPROVED)));
        assertThat(team.targets()).extracting(Target::state).containsOnly(TargetState.APPROVAL);
        assertThat(told).extracting(Event::type).containsExactly(Event.Type.APPROVAL_REQUESTED);
        assertThat(deliveries())
                .as("now the client is asked, and reminded")
                .extracting(Delivery::recipient)
                .containsExactly(Delivery.APPROVERS, Delivery.APPROVERS);
        var both = counted(approvals().decide(ballot(post, Part.CLIENT, Verdict.APPROVED)));

        assertThat(both.targets()).extracting(Target::state).containsOnly(TargetState.SCHEDULED);
        assertThat(told)
                .extracting(Event::type)
                .containsExactly(Event.Type.APPROVAL_REQUESTED, Event.Type.POST_APPROVED);
    }

    @Test
    void a_part_that_the_brand_does_not_ask_has_no_say() {
        var forClient = kept(Policy.CLIENT);
        var forTeam = kept(Policy.INTERNAL);

        assertThat(approvals().decide(ballot(forClient, Part.TEAM, Verdict.APPROVED)))
                .isInstanceOf(Decided.NotAsked.class);
        assertThat(approvals().decide(ballot(forTeam, Part.CLIENT, Verdict.APPROVED)))
                .isInstanceOf(Decided.NotAsked.class);
        assertThat(now(forClient)).isEqualTo(forClient);
        assertThat(now(forTeam)).isEqualTo(forTeam);
    }

    @Test
    void deciding_the_same_twice_changes_nothing_and_tells_nothing_new() {
        var post = kept(Policy.CLIENT);
        var first = counted(approvals().decide(ballot(post, Part.CLIENT, Verdict.APPROVED)));
        clock.advance(Duration.ofMinutes(5));

        var second = counted(approvals().decide(ballot(post, Part.CLIENT, Verdict.APPROVED)));

        assertThat(second).isEqualTo(first);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).isEqualTo(told.getLast());
        assertThat(audited()).hasSize(1);
    }

    @Test
    void a_later_refusal_takes_the_approval_back_and_fences_off_who_was_about_to_send() {
        var post = kept(Policy.CLIENT);
        counted(approvals().decide(ballot(post, Part.CLIENT, Verdict.APPROVED)));
        var claim = stores.agenda().claim(Kind.TARGET, DUE, 1).claims().getFirst();

        var after = counted(approvals().decide(ballot(post, Part.CLIENT, Verdict.REFUSED)));

        assertThat(after.targets()).extracting(Target::state).containsOnly(TargetState.APPROVAL);
        assertThat(after.targets()).extracting(Target::seal).containsOnly("");
        assertThat(stores.agenda().progress(claim, sending(claim.work()))).isEqualTo(Written.FENCED_OFF);
        assertThat(told).extracting(Event::type).containsExactly(Event.Type.POST_APPROVED, Event.Type.POST_REFUSED);
    }

    @Test
    void what_is_being_sent_can_be_neither_refused_nor_approved() {
        var post = kept(Policy.CLIENT);
        counted(approvals().decide(ballot(post, Part.CLIENT, Verdict.APPROVED)));
        var claim = stores.agenda().claim(Kind.TARGET, DUE, 1).claims().getFirst();
        stores.agenda().progress(claim, sending(claim.work()));

        assertThat(approvals().decide(ballot(post, Part.CLIENT, Verdict.REFUSED)))
                .isInstanceOf(Decided.TooLate.class);
        assertThat(stores.agenda().finish(claim, sending(claim.work()), Next.never()))
                .isEqualTo(Written.DONE);
    }

    @Test
    void a_refusal_is_the_last_word_until_the_post_is_saved_again() {
        var post = kept(Policy.CLIENT);
        var refused = counted(approvals().decide(ballot(post, Part.CLIENT, Verdict.REFUSED)));

        assertThat(approvals().decide(ballot(post, Part.CLIENT, Verdict.APPROVED)))
                .isInstanceOf(Decided.Refused.class);
        var approval = refused.post().approval();
        assertThat(approval.orElseThrow().waitsFor()).isEmpty();
        var brand = Fixtures.brand(workspace, post.post().brand(), Policy.CLIENT);
        var channels = post.targets().stream()
                .map(target -> Fixtures.channel(workspace, brand.id(), target.channel()))
                .toList();
        var again = Plan.of(refused.post(), brand, channels, approval);
        done(stores.posts().change(again.post(), again.targets()));

        counted(approvals().decide(ballot(post, Part.CLIENT, Verdict.APPROVED)));
    }

    @Test
    void an_edit_makes_the_old_question_void() {
        var post = kept(Policy.CLIENT);
        var brand = Fixtures.brand(workspace, post.post().brand(), Policy.CLIENT);
        var channels = post.targets().stream()
                .map(target -> Fixtures.channel(workspace, brand.id(), target.channel()))
                .toList();
        var approved = counted(approvals().decide(ballot(post, Part.CLIENT, Verdict.APPROVED)));
        var fewer = Plan.of(
                approved.post(), brand, channels.subList(0, 1), approved.post().approval());
        done(stores.posts().change(fewer.post(), fewer.targets()));

        assertThat(approvals().decide(ballot(post, Part.CLIENT, Verdict.APPROVED)))
                .isInstanceOf(Decided.Changed.class);
        assertThat(now(post).targets()).extracting(Target::state).containsExactly(TargetState.APPROVAL);
    }

    @Test
    void an_approval_at_its_time_is_too_late_and_a_refusal_is_not() {
        var post = kept(Policy.CLIENT);
        clock.set(DUE);

        assertThat(approvals().decide(ballot(post, Part.CLIENT, Verdict.APPROVED)))
                .isInstanceOf(Decided.TooLate.class);
        assertThat(now(post)).isEqualTo(post);
        counted(approvals().decide(ballot(post, Part.CLIENT, Verdict.REFUSED)));
    }

    @Test
    void nobody_is_asked_about_what_was_cancelled() {
        var waiting = kept(Policy.CLIENT);

        var cancelled = done(stores.posts().cancel(workspace, waiting.post().id(), 1));

        assertThat(cancelled.post().approval()).isEmpty();
        assertThat(cancelled.targets()).extracting(Target::state).containsOnly(TargetState.CANCELLED);
        assertThat(now(waiting)).isEqualTo(cancelled);
        assertThat(approvals().decide(ballot(waiting, Part.CLIENT, Verdict.APPROVED)))
                .isInstanceOf(Decided.NotAsked.class);
    }

    @Test
    void a_ballot_from_elsewhere_reaches_nothing() {
        var post = kept(Policy.CLIENT);
        var here = ballot(post, Part.CLIENT, Verdict.APPROVED);
        var elsewhere =
                new Ballot(Fixtures.workspaceId(), here.post(), here.seal(), here.part(), here.verdict(), here.by());

        assertThat(approvals().decide(elsewhere)).isInstanceOf(Decided.NotAsked.class);
        assertThat(now(post)).isEqualTo(post);
    }

    /** At each call of a port in turn, before and after it took: the same click again heals whatever was left. */
    @Test
    void who_dies_while_deciding_is_healed_by_deciding_again() {
        for (var dead = 1; dead <= 12; dead++) {
            for (var afterwards : List.of(true, false)) {
                told.clear();
                var post = kept(Policy.CLIENT);
                var breaking = new Breaking(dead, afterwards);
                var ballot = ballot(post, Part.CLIENT, Verdict.APPROVED);
                dies(breaking, ballot);

                var after = counted(approvals().decide(ballot));

                assertThat(after.targets()).extracting(Target::state).containsOnly(TargetState.SCHEDULED);
                assertThat(told).extracting(Event::id).isNotEmpty();
                assertThat(told.stream().map(Event::id).distinct()).hasSize(1);
                assertThat(audited())
                        .filteredOn(entry ->
                                entry.subject().equals("post/" + post.post().id()))
                        .hasSize(1);
            }
        }
    }

    private void dies(Breaking breaking, Ballot ballot) {
        try {
            approvals(
                            breaking.port(Posts.class, stores.posts()),
                            breaking.port(Audit.class, stores.audit()),
                            breaking.port(Agenda.class, stores.agenda()))
                    .decide(ballot);
        } catch (Breaking.Broken died) {
            assertThat(breaking.calls()).isPositive();
        }
    }

    @Test
    void many_posts_are_asked_for_by_one_mail_and_reminded_of_by_one() {
        var requests = requests();
        var brand = Fixtures.brand(workspace, Fixtures.brandId(), Policy.CLIENT);
        IntStream.range(0, 10)
                .mapToObj(i -> Plan.of(
                        Fixtures.post(workspace, brand.id(), DUE.plusSeconds(60L * i)),
                        brand,
                        channels(brand),
                        Optional.empty()))
                .forEach(planned -> requests.ask(planned.post()));

        var asked = deliveries();

        assertThat(asked).extracting(Delivery::recipient).containsOnly(Delivery.APPROVERS);
        assertThat(asked)
                .extracting(delivery -> delivery.event().detail().get("kind"))
                .containsExactlyInAnyOrder("asked", "reminder");
        assertThat(asked)
                .filteredOn(delivery -> delivery.event().detail().containsValue("reminder"))
                .extracting(delivery -> delivery.event().at())
                .containsExactly(DUE.minus(Requests.REMINDER));
    }

    @Test
    void what_is_due_within_the_hour_is_asked_for_after_a_minute_and_not_reminded_of() {
        var brand = Fixtures.brand(workspace, Fixtures.brandId(), Policy.INTERNAL);
        var soon = Fixtures.post(workspace, brand.id(), NOON.plusSeconds(1200));

        requests().ask(Plan.of(soon, brand, channels(brand), Optional.empty()).post());

        assertThat(stores.agenda()
                        .claim(Kind.DELIVERY, NOON.plusSeconds(59), 10)
                        .claims())
                .isEmpty();
        assertThat(deliveries()).extracting(Delivery::recipient).containsExactly(Delivery.MAIL);
    }

    private static Target sending(Target target) {
        return target.sending(new Attempt(target.clientKey(), "print", NOON, NOON, NOON.plusSeconds(200), "trace"));
    }
}
