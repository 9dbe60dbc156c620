package dev.parvis.functions.moderate;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.answers.Answers;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.replies.Pace;
import dev.parvis.domain.stored.Change;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules that reply by themselves: once, to people, and never under a stop. */
class RepliesTest {
    private final Court court = new Court();

    private String said(String author, String text) {
        court.author = author;
        return court.said(text);
    }

    private void asked() {
        court.replying(1, "Bonjour {author}, 9 h - 18 h !", "horaires");
    }

    @Test
    void a_rule_replies_by_a_post_that_is_due_at_once_and_answers_what_was_said() {
        asked();
        var id = court.said("Vos horaires ?");

        court.run();

        assertThat(court.now(id).handling()).isEqualTo(Handling.ANSWERED);
        assertThat(court.now(id).reason()).isEqualTo("rule 1");
        assertThat(court.answers(id)).singleElement().satisfies(whole -> {
            assertThat(whole.post().content().text()).isEqualTo("Bonjour @camille.example, 9 h - 18 h !");
            assertThat(whole.post().content().answers().orElseThrow().interaction())
                    .isEqualTo(id);
            assertThat(Answers.isAutomatic(whole.post())).isTrue();
            assertThat(whole.targets()).singleElement().satisfies(target -> {
                assertThat(target.state()).isEqualTo(TargetState.SCHEDULED);
                assertThat(target.channel()).isEqualTo(court.channel);
                assertThat(target.dueAt()).isEqualTo(court.clock.instant());
                assertThat(target.passes().isNone()).isTrue();
            });
        });
        assertThat(court.trail())
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("interaction.answered", "post.replied");
        assertThat(court.logged()).doesNotContain("horaires").doesNotContain("Bonjour");
    }

    @Test
    void nobody_has_to_approve_what_a_rule_replies() {
        court.approving(Approving.Policy.CLIENT);
        asked();
        var id = court.said("Vos horaires ?");

        court.run();

        assertThat(court.answers(id).getFirst().targets().getFirst().state()).isEqualTo(TargetState.SCHEDULED);
    }

    @Test
    void a_run_may_die_at_any_call_and_one_reply_is_made() {
        var calls = calls();
        for (var at = 1; at <= calls; at++) {
            for (var afterwards : List.of(false, true)) {
                var each = new Court();
                each.replying(1, "Bonjour", "horaires");
                var id = each.said("Vos horaires ?");

                dies(each, new Breaking(at, afterwards));
                each.clock.advance(Court.LEASE);
                each.run();

                var where = "broken at call " + at + (afterwards ? ", after it" : "");
                assertThat(each.now(id).handling()).as(where).isEqualTo(Handling.ANSWERED);
                assertThat(each.everySaid()).as(where).hasSize(1);
                assertThat(each.answers(id)).as(where).hasSize(1);
                assertThat(each.trail()).extracting(AuditEntry::id).as(where).doesNotHaveDuplicates();
            }
        }
    }

    /** The claim itself is nobody's row: what breaks there breaks the look. */
    private static void dies(Court court, Breaking breaking) {
        try {
            court.run(breaking);
        } catch (Breaking.Broken dead) {
            assertThat(dead).hasMessage("Agenda.claim");
        }
    }

    private static int calls() {
        var counted = new Court();
        counted.replying(1, "Bonjour", "horaires");
        counted.said("Vos horaires ?");
        var breaking = new Breaking(0, false);
        counted.run(breaking);
        assertThat(breaking.calls()).isGreaterThan(8);
        return breaking.calls();
    }

    @Test
    void a_rule_that_was_deleted_between_two_runs_leaves_one_reply_or_none_that_the_interaction_knows() {
        for (var at = 1; at <= calls(); at++) {
            var each = new Court();
            var rule = each.replying(1, "Bonjour", "horaires");
            var id = each.said("Vos horaires ?");

            dies(each, new Breaking(at, true));
            each.stores.rules().delete(each.workspace, each.brand, rule.id(), 1);
            each.clock.advance(Court.LEASE);
            each.run();

            assertThat(each.answers(id)).as("broken at call " + at).hasSameSizeAs(each.everySaid());
            assertThat(each.now(id).isAnswered()).isEqualTo(!each.everySaid().isEmpty());
        }
    }

    @Test
    void the_same_interaction_is_replied_to_once_however_often_it_is_looked_at() {
        asked();
        var id = court.said("Vos horaires ?");
        court.run();
        court.stores.items().decide(court.now(id).handled(Handling.NEW, ""));

        court.run();

        assertThat(court.everySaid()).hasSize(1);
        assertThat(court.now(id).handling()).isEqualTo(Handling.ANSWERED);
    }

    @Nested
    class Whom_nobody_replies_to {
        private void queued(String id, String reason) {
            court.run();

            assertThat(court.now(id).handling()).isEqualTo(Handling.QUEUED);
            assertThat(court.now(id).reason()).isEqualTo("rule 1: " + reason);
        }

        @Test
        void an_account_of_the_workspace_by_its_id_or_by_its_handle() {
            asked();
            court.ourAccount("did:plc:ours", "elsewhere.example");
            court.ourAccount("109", "@Other.Example");

            queued(said("ours", "Nos horaires"), "an account of this workspace wrote it");
            queued(said("other", "Nos horaires"), "an account of this workspace wrote it");
            assertThat(court.everySaid()).isEmpty();
        }

        @Test
        void what_a_first_import_brings() {
            asked();
            var id = court.saidLongAgo("Vos horaires ?", Duration.ofHours(25));

            queued(id, "it is older than a day");
            assertThat(court.everySaid()).isEmpty();
        }

        @Test
        void somebody_whom_a_rule_replied_to_within_a_day() {
            asked();
            var first = court.said("Vos horaires ?");
            court.run();
            court.clock.advance(Duration.ofHours(23));
            court.parent = Optional.of("another-thread");
            var again = court.said("Et vos horaires ?");
            var other = said("lea", "Vos horaires ?");

            queued(again, "they were replied to by a rule within a day");

            assertThat(court.now(first).handling()).isEqualTo(Handling.ANSWERED);
            assertThat(court.now(other).handling()).isEqualTo(Handling.ANSWERED);
        }

        @Test
        void two_things_that_one_person_says_at_once() {
            asked();
            var one = court.said("Vos horaires ?");
            var other = court.said("Vos horaires ???");

            court.run();

            assertThat(List.of(court.now(one).handling(), court.now(other).handling()))
                    .containsExactlyInAnyOrder(Handling.ANSWERED, Handling.QUEUED);
            assertThat(court.everySaid()).hasSize(1);
        }

        @Test
        void a_machine_that_answers_what_a_rule_replied_even_when_it_waits_for_days() {
            asked();
            var id = court.said("horaires");
            court.run();
            court.sent("out-");
            court.clock.advance(Duration.ofDays(2));
            court.parent =
                    Optional.of("out-" + court.answers(id).getFirst().post().id());

            queued(court.said("horaires"), "it answers what a rule replied to them");

            assertThat(court.everySaid()).hasSize(1);
        }

        @Test
        void somebody_in_a_thread_a_second_time() {
            asked();
            court.parent = Optional.of("ours-1");
            court.said("horaires");
            court.run();
            court.clock.advance(Duration.ofDays(3));

            queued(court.said("horaires"), "they were replied to by a rule in this thread already");
        }

        @Test
        void who_comes_after_as_many_as_an_hour_has() {
            asked();
            for (var n = 0; n < Pace.MOST_AN_HOUR + 5; n++) {
                said("v-" + n, "Vos horaires ?");
            }
            court.run();

            assertThat(court.everySaid()).hasSize(Pace.MOST_AN_HOUR);
            var late = said("late", "Vos horaires ?");
            queued(late, "rules have replied 30 times on this channel within the hour");
            court.clock.advance(Duration.ofHours(1));
            var next = said("late", "Vos horaires ?");
            court.run();
            assertThat(court.now(next).handling()).isEqualTo(Handling.ANSWERED);
            assertThat(court.everySaid()).hasSize(Pace.MOST_AN_HOUR + 1);
        }

        @Test
        void who_is_refused_for_another_reason_takes_nobodys_place() {
            asked();
            for (var n = 0; n < Pace.MOST_AN_HOUR; n++) {
                said("camille", "Vos horaires ?");
                court.run();
            }

            var id = said("lea", "Vos horaires ?");
            court.run();

            assertThat(court.now(id).handling()).isEqualTo(Handling.ANSWERED);
        }

        @Test
        void who_says_not_who_they_are() {
            asked();

            court.nobody = true;
            queued(court.said("horaires"), "the network does not say who wrote it");
        }
    }

    @Nested
    class What_cannot_be_said {
        @Test
        void where_the_network_answers_nothing_of_this_kind_it_is_a_persons() {
            asked();
            court.kind = ItemKind.MESSAGE;
            var id = court.said("horaires");

            court.run();

            assertThat(court.now(id).handling()).isEqualTo(Handling.QUEUED);
            assertThat(court.now(id).reason()).isEqualTo("rule 1: sandbox does not let us answer a message");
        }

        @Test
        void where_the_network_publishes_nothing_it_is_a_persons() {
            asked();
            court.square.publishes = false;
            var id = court.said("horaires");

            court.run();

            assertThat(court.now(id).handling()).isEqualTo(Handling.QUEUED);
        }

        @Test
        void what_is_too_long_with_the_authors_name_in_it_is_a_persons() {
            court.replying(1, "Bonjour {author}, nous sommes là tous les jours", "horaires");
            var id = court.said("horaires");

            court.run();

            assertThat(court.now(id).reason()).isEqualTo("rule 1: it takes 40 characters");
            assertThat(court.everySaid()).isEmpty();
        }

        @Test
        void a_turn_is_not_spent_on_what_could_not_be_said() {
            court.replying(1, "Bonjour {author}, nous sommes là tous les jours", "long");
            court.replying(2, "Oui", "court");
            court.said("long");
            court.run();

            var id = court.said("court");
            court.run();

            assertThat(court.now(id).handling()).isEqualTo(Handling.ANSWERED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "free-money.example/now", "a b", "@x@y@z", "é", "<b>"})
        void what_is_no_handle_is_not_repeated(String handle) {
            court.replying(1, "Merci {author} !", "merci");
            court.handle = Optional.of(handle);
            var id = court.said("merci");

            court.run();

            assertThat(court.everySaid())
                    .extracting(post -> post.content().text())
                    .containsExactly("Merci !");
            assertThat(court.now(id).handling()).isEqualTo(Handling.ANSWERED);
        }
    }

    @Test
    void a_stop_that_stands_holds_what_a_rule_replies() {
        asked();
        court.stores
                .holds()
                .put(court.workspace, new Hold(Hold.Scope.WORKSPACE, "", "crise", "lea", court.clock.instant()));
        var id = court.said("horaires");
        court.run();
        court.sent("out-");

        court.clock.advance(Duration.ofHours(1));
        court.run();

        assertThat(court.answers(id).getFirst().targets().getFirst().state()).isEqualTo(TargetState.HELD);
        assertThat(court.now(id).handling()).isEqualTo(Handling.ANSWERED);
        assertThat(court.now(id).answeredAt()).isEmpty();
    }

    @Nested
    class What_became_of_it {
        private final String id;

        What_became_of_it() {
            asked();
            id = court.said("horaires");
            court.run();
        }

        @Test
        void when_it_went_out_the_second_is_kept_and_nobody_looks_again() {
            court.sent("out-");
            var at = court.clock.instant();
            court.clock.advance(Duration.ofMinutes(15));

            court.run();

            assertThat(court.now(id).answeredAt()).contains(at);
            court.clock.advance(Duration.ofDays(1));
            assertThat(court.run().interactions()).isZero();
        }

        @Test
        void when_it_was_refused_a_person_is_asked() {
            court.refused();
            court.clock.advance(Duration.ofMinutes(15));

            court.run();

            assertThat(court.now(id).handling()).isEqualTo(Handling.QUEUED);
            assertThat(court.now(id).isAnswered()).isFalse();
            assertThat(court.trail()).extracting(AuditEntry::action).contains("interaction.queued");
        }

        @Test
        void what_a_person_decided_meanwhile_stays_decided() {
            court.stores.items().decide(court.now(id).handled(Handling.HIDDEN, "insulte"));
            court.refused();
            court.clock.advance(Duration.ofMinutes(15));

            court.run();

            assertThat(court.now(id).handling()).isEqualTo(Handling.HIDDEN);
            assertThat(court.now(id).isAnswered()).isFalse();
        }

        @Test
        void while_nobody_knows_it_is_looked_at_less_and_less() {
            var looks = 0;
            for (var minute = 0; minute < 48 * 60; minute += 5) {
                court.clock.advance(Duration.ofMinutes(5));
                looks += court.run().interactions();
            }

            assertThat(looks).isBetween(8, 25);
            assertThat(court.now(id).handling()).isEqualTo(Handling.ANSWERED);
        }

        @Test
        void a_run_may_die_at_any_call_while_it_looks() {
            court.refused();
            for (var at = 1; at <= 6; at++) {
                court.clock.advance(Duration.ofMinutes(15));
                dies(court, new Breaking(at, true));
            }
            court.clock.advance(Duration.ofMinutes(15));

            court.run();

            assertThat(court.now(id).handling()).isEqualTo(Handling.QUEUED);
            assertThat(court.trail())
                    .filteredOn(entry -> entry.action().equals("interaction.queued"))
                    .hasSize(1);
        }
    }

    @Nested
    class A_decision_that_came_after_it {
        private final String id;

        A_decision_that_came_after_it() {
            asked();
            id = court.said("horaires");
        }

        private TargetState state() {
            return court.everySaid().stream()
                    .flatMap(post -> court.stores.posts().find(post.workspace(), post.id()).stream())
                    .map(whole -> whole.targets().getFirst().state())
                    .reduce((_, _) -> TargetState.DRAFT)
                    .orElseThrow();
        }

        /** By somebody whose process died before it cancelled anything. */
        private void decided(Handling handling) {
            court.stores.items().decide(court.now(id).handled(handling, "relu"));
            court.clock.advance(Duration.ofMinutes(15));
        }

        private List<String> withdrawn() {
            return court.trail().stream()
                    .map(AuditEntry::action)
                    .filter(action -> action.equals("post.withdrawn"))
                    .toList();
        }

        @ParameterizedTest
        @EnumSource(names = {"HIDDEN", "DELETED", "ALLOWED", "CLOSED", "QUEUED"})
        void takes_back_what_is_on_its_way(Handling handling) {
            court.run();
            decided(handling);

            court.run();

            assertThat(state()).isEqualTo(TargetState.CANCELLED);
            assertThat(withdrawn()).hasSize(1);
            assertThat(court.now(id).handling()).isEqualTo(handling);
            assertThat(court.now(id).isAnswered()).isFalse();
        }

        @Test
        void takes_back_what_a_stop_holds() {
            court.stores
                    .holds()
                    .put(court.workspace, new Hold(Hold.Scope.WORKSPACE, "", "crise", "lea", court.clock.instant()));
            court.run();
            court.sent("out-");
            decided(Handling.HIDDEN);

            court.run();

            assertThat(state()).isEqualTo(TargetState.CANCELLED);
        }

        @Test
        void takes_nothing_back_that_is_out() {
            court.run();
            court.sent("out-");
            decided(Handling.HIDDEN);

            court.run();

            assertThat(state()).isEqualTo(TargetState.PUBLISHED);
            assertThat(court.now(id).isAnswered()).isTrue();
            assertThat(withdrawn()).isEmpty();
        }

        @Test
        void takes_nothing_back_that_a_person_has_put_back_since() {
            court.run();
            var whole = court.answers(id).getFirst();
            court.stores.posts().cancel(court.workspace, whole.post().id(), 1);
            var post = court.answers(id).getFirst().post();
            var later = court.clock.instant().plus(Duration.ofHours(1)).atZone(ZoneOffset.UTC);
            var schedule = new Schedule(later.toLocalDateTime(), later.getZone(), later.toInstant());
            var again = new Post(
                    post.workspace(),
                    post.id(),
                    post.brand(),
                    post.content(),
                    Optional.of(schedule),
                    2,
                    post.createdBy(),
                    post.createdAt(),
                    post.version());
            assertThat(court.stores.posts().change(again, whole.targets())).isInstanceOf(Change.Done.class);
            decided(Handling.HIDDEN);

            court.run();

            assertThat(state()).isEqualTo(TargetState.SCHEDULED);
        }

        @Test
        void or_while_it_is_made_finds_nothing_to_cancel_and_it_is_taken_back_at_once() {
            court.between = posts -> (Posts) Proxy.newProxyInstance(
                    Posts.class.getClassLoader(), new Class<?>[] {Posts.class}, (_, method, arguments) -> {
                        if (method.getName().equals("create")) {
                            court.stores.items().decide(court.now(id).handled(Handling.HIDDEN, "relu"));
                        }
                        return method.invoke(posts, arguments);
                    });

            court.run();

            assertThat(court.now(id).handling()).isEqualTo(Handling.HIDDEN);
            assertThat(state()).isEqualTo(TargetState.CANCELLED);
            assertThat(withdrawn()).hasSize(1);
        }

        @Test
        void takes_it_back_also_when_the_run_dies_at_any_call() {
            for (var at = 1; at <= 8; at++) {
                for (var afterwards : List.of(false, true)) {
                    var each = new RepliesTest().new A_decision_that_came_after_it();
                    each.diesOnce(new Breaking(at, afterwards));

                    var where = "broken at call " + at + (afterwards ? ", after it" : "");
                    assertThat(each.state()).as(where).isEqualTo(TargetState.CANCELLED);
                    assertThat(each.withdrawn().size()).as(where).isLessThanOrEqualTo(1);
                }
            }
        }

        private void diesOnce(Breaking breaking) {
            court.run();
            decided(Handling.HIDDEN);
            dies(court, breaking);
            court.clock.advance(Court.LEASE);
            court.run();
        }
    }

    @Test
    void whoever_answers_before_a_rule_does_keeps_it_from_speaking() {
        asked();
        var id = court.said("horaires");
        court.stores.items().decide(court.now(id).answering(Fixtures.id(), court.clock.instant(), ""));

        court.run();

        assertThat(court.everySaid()).isEmpty();
        assertThat(court.now(id).answers()).hasSize(1);
    }

    @Test
    void hiding_comes_first_where_its_rule_does() {
        asked();
        court.rule(0, Court.words("zut"), Action.HIDE);
        var id = court.said("zut, vos horaires ?");

        court.run();

        assertThat(court.now(id).handling()).isEqualTo(Handling.HIDDEN);
        assertThat(court.everySaid()).extracting(Post::id).isEmpty();
    }
}
