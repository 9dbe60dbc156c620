package dev.parvis.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every audit trail holds. */
public abstract class AuditContract extends StoreContract {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final WorkspaceId workspace = Fixtures.workspaceId();

    private Audit audit() {
        return stores.audit();
    }

    /** Adds many at once, as they would lie there had each been added. */
    protected void addAll(List<AuditEntry> entries) {
        entries.forEach(audit()::add);
    }

    private AuditEntry entry(String id, Instant at) {
        return new AuditEntry(
                workspace,
                id,
                at,
                "function:moderate",
                "interaction.hidden",
                "interaction/" + id,
                "rule-1",
                Map.of("network", "sandbox"));
    }

    @Test
    void entries_of_a_month_come_newest_first() {
        var first = entry("a#1", NOON);
        var second = entry("b", NOON.plusMillis(1));
        audit().add(first);
        audit().add(second, "Ce commentaire était insultant");
        audit().add(entry("c", Instant.parse("2026-12-01T00:00:00Z")));

        var page = audit().list(workspace, NOVEMBER, PageRequest.first(1));
        var next = audit().list(workspace, NOVEMBER, new PageRequest(1, page.next()));

        assertThat(page.items()).containsExactly(second);
        assertThat(next.items()).containsExactly(first);
        assertThat(next.next()).isEmpty();
        assertThat(audit().list(Fixtures.workspaceId(), NOVEMBER, PageRequest.first(5))
                        .items())
                .isEmpty();
    }

    private AuditEntry done(WorkspaceId where, String subject, int number, Instant at) {
        var id = "e%04d".formatted(number);
        return new AuditEntry(where, id, at, "lea", "post.changed", subject, "a", Map.of("n", "" + number));
    }

    private List<AuditEntry> historyOf(PostId post, int limit) {
        var read = new ArrayList<AuditEntry>();
        var next = Optional.<String>empty();
        do {
            var page = audit().of(workspace, post, new PageRequest(limit, next));
            assertThat(page.items()).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
            read.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return read;
    }

    /** Told out of order, and some of them at a second that has not come, in another month and in another year. */
    @Test
    void a_posts_history_is_whole_and_in_order_among_five_thousand_other_entries() {
        var post = new PostId("AB");
        var expected = new ArrayList<AuditEntry>();
        for (var i = 0; i < 7; i++) {
            var subject = i % 2 == 0 ? "post/AB" : "post/AB/channel-" + i;
            expected.add(done(workspace, subject, i, NOON.plus(Duration.ofDays(i * 9L))));
        }
        expected.add(done(workspace, "post/AB", 8, expected.getLast().at()));
        expected.reversed().forEach(audit()::add);
        addAll(IntStream.range(0, 5_000)
                .mapToObj(
                        i -> done(workspace, i % 2 == 0 ? "post/B" + i : "interaction/AB", i + 10, NOON.plusSeconds(i)))
                .toList());

        assertThat(historyOf(post, 100)).containsExactlyElementsOf(expected);
        assertThat(historyOf(post, 3)).containsExactlyElementsOf(expected);
        assertThat(historyOf(post, 8)).containsExactlyElementsOf(expected);
        assertThat(historyOf(post, 1)).containsExactlyElementsOf(expected);
    }

    @Test
    void a_history_has_nothing_of_another_post_or_workspace_or_thing_whose_name_is_alike() {
        var elsewhere = Fixtures.workspaceId();
        var one = done(workspace, "post/AB", 1, NOON);
        var told = done(workspace, "post/AB/C", 2, NOON);
        audit().add(told, "ce que quelqu’un a écrit");
        audit().add(one);
        for (var subject : List.of(
                "post/A", "post/ABC", "post/AB-", "post/A/AB", "post/ab", "posts/AB", "post", "brand/post/AB", "AB")) {
            audit().add(done(workspace, subject, subject.hashCode(), NOON));
        }
        audit().add(done(elsewhere, "post/AB", 3, NOON));
        audit().add(done(elsewhere, "post/AB/C", 4, NOON));

        assertThat(historyOf(new PostId("AB"), 100)).containsExactly(one, told);
        assertThat(historyOf(new PostId("AB"), 1)).containsExactly(one, told);
        assertThat(audit().of(workspace, new PostId("B"), PageRequest.first(100))
                        .items())
                .isEmpty();
        assertThat(audit().of(Fixtures.workspaceId(), new PostId("AB"), PageRequest.first(100))
                        .items())
                .isEmpty();
    }

    @Test
    void a_history_says_of_a_deed_what_was_said_first_and_once() {
        var first = done(workspace, "post/AB", 1, NOON);
        audit().add(first);
        audit().add(first);
        audit().add(new AuditEntry(workspace, first.id(), NOON, "max", "post.deleted", "post/AB", "", Map.of()));
        audit().add(new AuditEntry(workspace, first.id(), NOON, "max", "post.deleted", "post/CD", "", Map.of()));

        assertThat(historyOf(new PostId("AB"), 100)).containsExactly(first);
        assertThat(audit().of(workspace, new PostId("CD"), PageRequest.first(100))
                        .items())
                .isEmpty();
    }

    @Test
    void an_entry_of_the_same_id_and_instant_is_left_as_it_is() {
        var entry = entry("a", NOON);
        audit().add(entry);
        var other = new AuditEntry(workspace, "a", NOON, "lea", "autre", "post/1", "", Map.of());

        audit().add(other);
        audit().add(other, "texte");
        audit().add(other, "texte");

        assertThat(audit().list(workspace, NOVEMBER, PageRequest.first(5)).items())
                .containsExactly(entry);
    }

    @Test
    void entries_of_a_span_come_earliest_first_with_the_hash_of_what_was_written() {
        var october = entry("a", Instant.parse("2026-10-31T23:59:59.999Z"));
        var plain = entry("b", NOON);
        var said = entry("c", NOON);
        var december = entry("d", Instant.parse("2026-12-01T00:00:00Z"));
        audit().add(december);
        audit().add(said, "Ce commentaire était insultant");
        audit().add(plain);
        audit().add(october);

        var from = Instant.parse("2026-10-01T00:00:00Z");
        var all = audit().kept(workspace, from, december.at().plusMillis(1), PageRequest.first(3));
        var rest = audit().kept(workspace, from, december.at().plusMillis(1), new PageRequest(3, all.next()));

        assertThat(all.items()).extracting(Kept::entry).containsExactly(october, plain, said);
        assertThat(all.items().get(1).written()).isEmpty();
        assertThat(all.items().get(2).written()).matches("[0-9a-f]{64}");
        assertThat(rest.items()).extracting(Kept::entry).containsExactly(december);
        assertThat(rest.next()).isEmpty();
        assertThat(audit().kept(workspace, october.at().plusMillis(1), december.at(), PageRequest.first(9))
                        .items())
                .extracting(Kept::entry)
                .containsExactly(plain, said);
    }
}
