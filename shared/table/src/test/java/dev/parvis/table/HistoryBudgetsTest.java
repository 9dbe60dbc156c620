package dev.parvis.table;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What the audit trail and the history of a post cost in DynamoDB's own units. */
@Tag("backend")
class HistoryBudgetsTest {
    private final LocalTable local = new LocalTable();
    private final CapacityMeter meter = new CapacityMeter();
    private final ParvisTable table = local.open(new MutableClock(NOON), meter);
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final ChannelId channel = Fixtures.channelId();

    @AfterEach
    void close() {
        local.close();
    }

    private AuditEntry told(String subject, int number, Map<String, String> facts) {
        var id = Fixtures.id() + "." + channel + ".1.published";
        var at = NOON.plusSeconds(number);
        return new AuditEntry(workspace, id, at, "function:publish", "post.published", subject, "", facts);
    }

    /** All that the engine says of a try that did not end well, and as long a reason as it keeps. */
    private Map<String, String> atMost(String reason) {
        return Map.of(
                "brand",
                Fixtures.id(),
                "post",
                Fixtures.id(),
                "channel",
                channel.value(),
                "network",
                "mastodon",
                "revision",
                "12",
                "reason",
                reason,
                "tries",
                "12",
                "part",
                "3");
    }

    /** The row, and its place in the history of the post; what is told of anything else has no such place. */
    @Test
    void an_entry_of_the_trail_takes_one_write_unit_and_two_in_the_history_of_a_post() {
        table.audit().add(told("interaction/" + Fixtures.id(), 0, atMost("r".repeat(300))));
        assertThat(meter.units()).isEqualTo(new CapacityMeter.Units(0, 1));

        for (var subject : List.of("post/" + Fixtures.id(), "post/" + Fixtures.id() + "/" + channel)) {
            meter.clear();
            table.audit().add(told(subject, 1, atMost("r".repeat(300))));
            assertThat(meter.units()).isEqualTo(new CapacityMeter.Units(0, 2));
        }
    }

    @Test
    void an_entry_that_is_told_again_takes_the_one_unit_of_a_failed_write() {
        var entry = told("post/" + Fixtures.id(), 1, Map.of("network", "mastodon"));
        table.audit().add(entry);
        meter.clear();

        table.audit().add(entry);

        assertThat(meter.units()).isEqualTo(new CapacityMeter.Units(0, 1));
    }

    /** Ten entries are a unit and a half at most, however much else the workspace does. */
    @Test
    void a_history_is_read_in_as_many_units_among_a_thousand_entries_as_alone() {
        var post = new PostId(Fixtures.id());
        for (var i = 0; i < 10; i++) {
            table.audit().add(told("post/" + post, i * 500, Map.of("network", "mastodon", "reason", "r".repeat(60))));
        }
        meter.clear();
        assertThat(table.audit().of(workspace, post, PageRequest.first(100)).items())
                .hasSize(10);
        var alone = meter.units();
        local.put(IntStream.range(0, 1_000)
                .mapToObj(i -> told("post/" + Fixtures.id(), i, Map.of("network", "mastodon")))
                .map(TableAudit::encode)
                .toList());
        meter.clear();

        assertThat(table.audit().of(workspace, post, PageRequest.first(100)).items())
                .hasSize(10);

        assertThat(meter.units()).isEqualTo(alone);
        assertThat(alone.reads()).isBetween(0.5, 1.5);
        assertThat(meter.calls()).hasSize(1);
    }

    /** The index has what is told and nothing that leads to what a person wrote. */
    @Test
    void what_a_person_wrote_is_not_in_the_history_of_a_post_not_even_as_a_hash() {
        var entry = told("post/" + Fixtures.id(), 1, Map.of("network", "mastodon"));
        table.audit().add(entry, "ce que quelqu’un a écrit");

        var key = TrailKeys.history(workspace, entry.post().orElseThrow());
        var there = local.client()
                .query(query -> query.tableName(local.name())
                        .indexName("HistoryOfPost")
                        .keyConditionExpression("historyPk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(key))))
                .items();

        assertThat(there).hasSize(1);
        assertThat(there.getFirst()).containsOnlyKeys("pk", "sk", "historyPk", "actor", "action", "subject", "facts");
    }
}
