package dev.parvis.domain.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
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

    @Test
    void entries_about_a_subject_are_found_among_many_and_across_months() {
        var about = entry("one", NOON);
        var beneath = new AuditEntry(
                workspace,
                "two",
                NOON.plusSeconds(40 * 86_400),
                "lea",
                "said_out",
                "interaction/one/here",
                "",
                Map.of());
        audit().add(about);
        audit().add(beneath);
        for (var i = 0; i < 120; i++) {
            audit().add(entry("one" + i, NOON.plusSeconds(i)));
        }

        var page =
                audit().about(workspace, "interaction/one", NOON, beneath.at().plusMillis(1), PageRequest.first(9));
        var before = audit().about(workspace, "interaction/one", NOON, beneath.at(), PageRequest.first(9));

        assertThat(page.items()).containsExactly(about, beneath);
        assertThat(page.next()).isEmpty();
        assertThat(before.items()).containsExactly(about);
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
