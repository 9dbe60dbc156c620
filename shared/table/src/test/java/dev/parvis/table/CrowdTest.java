package dev.parvis.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Wanted;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.time.Times;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** One target among very many of another workspace, that are due or that somebody holds. */
@Tag("backend")
class CrowdTest {
    private static final Duration HORIZON = Duration.ofSeconds(150);
    private static final int PAGE = 50;
    private static final int BATCH = 25;
    /** More than several pages in each partition. */
    private static final int HELD = 1_200;

    private static final int DUE = 400;

    private final LocalTable local = new LocalTable();
    private final CapacityMeter meter = new CapacityMeter();
    private final MutableClock clock = new MutableClock(NOON.minusSeconds(100));
    private final DynamoDbClient client = local.client(meter);
    private final Agenda agenda = local.open(clock, meter).agenda();
    private final WorkspaceId many = Fixtures.workspaceId();
    private final WorkspaceId one = Fixtures.workspaceId();

    @AfterEach
    void close() {
        client.close();
        local.close();
    }

    @Test
    void behind_very_many_that_a_slow_instance_holds_the_one_that_is_free_is_found() {
        var leasesEnd = NOON.minusSeconds(1);
        crowd(HELD, leasesEnd, 1);
        added(NOON);
        meter.clear();

        var claims = all(new Wanted(clock.instant().plus(HORIZON), PAGE));

        assertThat(claims).extracting(claim -> claim.work().workspace()).containsExactly(one);
        assertThat(meter.units().writes()).as("what others hold costs no write").isEqualTo(3);
        assertThat(meter.units().reads())
                .as("half a unit for each 4 KB of short rows")
                .isLessThan(60);
    }

    @Test
    void two_instances_with_room_for_half_of_them_take_them_all_and_first_the_one_that_is_due_a_second_later() {
        crowd(DUE, NOON, 0);
        added(NOON.plusSeconds(1));

        var first = instance(DUE / 2);
        var second = instance(DUE / 2 + 1);

        assertThat(first)
                .hasSize(DUE / 2)
                .extracting(claim -> claim.work().workspace())
                .contains(one);
        assertThat(second).hasSize(DUE / 2 + 1);
        var won = new HashSet<>(first.stream().map(claim -> claim.work().id()).toList());
        second.forEach(claim -> won.add(claim.work().id()));
        assertThat(won).hasSize(DUE + 1);
    }

    @Test
    void a_look_at_what_is_not_due_yet_reads_the_same_beside_very_many_of_later_days() {
        crowd(HELD, NOON.plus(Duration.ofDays(1)), 0);
        meter.clear();

        assertThat(all(new Wanted(clock.instant().plus(HORIZON), PAGE))).isEmpty();

        assertThat(meter.units()).isEqualTo(new CapacityMeter.Units(2, 0));
    }

    /** As publish does it: half of its room at most for one workspace, then whatever is left for whoever wants it. */
    private List<Claim<Target>> instance(int room) {
        var mine = new ArrayList<Claim<Target>>();
        var wanted = new Wanted(clock.instant().plus(HORIZON), PAGE);
        take(mine, room, wanted.of(workspace -> count(mine, workspace) < room / 2));
        take(mine, room, wanted);
        return mine;
    }

    private static long count(List<Claim<Target>> claims, WorkspaceId workspace) {
        return claims.stream()
                .filter(claim -> claim.work().workspace().equals(workspace))
                .count();
    }

    private void take(List<Claim<Target>> mine, int room, Wanted wanted) {
        var next = Optional.<String>empty();
        do {
            var page = Math.min(PAGE, room - mine.size());
            var claims = agenda.claim(Kind.TARGET, new Wanted(wanted.horizon(), page, next, wanted.whose()));
            mine.addAll(claims.claims());
            next = claims.next();
        } while (next.isPresent() && mine.size() < room);
    }

    private List<Claim<Target>> all(Wanted wanted) {
        var found = new ArrayList<Claim<Target>>();
        var next = Optional.<String>empty();
        do {
            var claims = agenda.claim(Kind.TARGET, wanted.from(next));
            found.addAll(claims.claims());
            next = claims.next();
        } while (next.isPresent());
        return found;
    }

    private void added(Instant due) {
        var post = Fixtures.post(one, Fixtures.brandId(), due);
        agenda.add(Kind.TARGET, Fixtures.target(post, Fixtures.channelId()), due);
    }

    /** Copies of one row that the table wrote itself, in their turn of the index's partitions. */
    private void crowd(int count, Instant look, int claims) {
        var post = Fixtures.post(many, Fixtures.brandId(), look);
        agenda.add(Kind.TARGET, Fixtures.target(post, Fixtures.channelId()), look);
        var model = row(item -> item.containsKey("duePk"));
        var requests = new ArrayList<WriteRequest>();
        for (var i = 0; i < count; i++) {
            var row = new HashMap<>(model);
            var pk = Objects.requireNonNull(model.get("pk")).s();
            row.put("pk", AttributeValue.fromS(pk.substring(0, pk.length() - 5) + "%05d".formatted(i)));
            row.put("duePk", AttributeValue.fromS(Kind.TARGET.name() + "#" + i % AgendaSettings.SHARDS));
            row.put("dueSk", AttributeValue.fromS(Times.format(look)));
            row.put("claims", AttributeValue.fromN(Integer.toString(claims)));
            requests.add(WriteRequest.builder().putRequest(put -> put.item(row)).build());
        }
        client.deleteItem(request -> request.tableName(local.name())
                .key(Map.of(
                        "pk", Objects.requireNonNull(model.get("pk")), "sk", Objects.requireNonNull(model.get("sk")))));
        for (var first = 0; first < count; first += BATCH) {
            var batch = requests.subList(first, Math.min(first + BATCH, count));
            client.batchWriteItem(request -> request.requestItems(Map.of(local.name(), batch)));
        }
    }

    private Map<String, AttributeValue> row(Predicate<Map<String, AttributeValue>> wanted) {
        return client.scan(request -> request.tableName(local.name())).items().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }
}
