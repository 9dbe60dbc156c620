package dev.parvis.table;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.SealedCredential;
import dev.parvis.domain.inbound.Inbound;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Passes;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.replies.Pace;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What work costs in DynamoDB's own units, indexes and failed conditions included. */
@Tag("backend")
class BudgetsTest {
    private static final String LONGEST_TRACE = "t".repeat(Attempt.MOST_TRACE);
    private static final String PRINT = "0123456789abcdef".repeat(4);
    private static final String NATIVE_ID = "at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3lbabcdefgh2x";
    private static final String URL =
            "https://mastodon.une-tres-longue-adresse.example/@une.boulangerie.lumiere.lyon/113512345678901234";

    private final LocalTable local = new LocalTable();
    private final CapacityMeter meter = new CapacityMeter();
    private final MutableClock clock = new MutableClock(NOON);
    private final ParvisTable table = local.open(clock, meter);
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final ChannelId channel = Fixtures.channelId();

    @AfterEach
    void close() {
        local.close();
    }

    private Post scheduled() {
        var post = Fixtures.post(workspace, Fixtures.brandId(), NOON);
        table.posts().create(post, List.of(Fixtures.target(post, channel)));
        return post;
    }

    private static Attempt attempt(Target target) {
        return new Attempt(target.clientKey(), PRINT, NOON, NOON, NOON.plusSeconds(200), LONGEST_TRACE);
    }

    @Test
    void a_target_from_claim_to_published_takes_six_write_units_and_three_read_units() {
        connected();
        var post = scheduled();
        meter.clear();

        var claim = table.agenda().claim(Kind.TARGET, NOON, 10).claims().getFirst();
        assertThat(meter.units().writes()).isEqualTo(3);
        var afterClaim = meter.units().reads();

        table.channels().find(workspace, channel);
        table.credentials().find(workspace, channel, false);
        table.posts().content(workspace, post.id(), 1);
        table.holds().in(workspace);
        assertThat(meter.units().reads() - afterClaim).isLessThanOrEqualTo(3);

        var sending = claim.work().sending(attempt(claim.work()));
        assertThat(table.agenda().progress(claim, sending)).isEqualTo(Written.DONE);
        assertThat(meter.units().writes()).isEqualTo(4);

        var published = sending.published(new Publication(NATIVE_ID, URL, NOON, false));
        assertThat(table.agenda().finish(claim, published, Next.never())).isEqualTo(Written.DONE);
        assertThat(meter.units().writes()).isEqualTo(6);
    }

    /** What was approved stands in the row that is read and written anyway. */
    @Test
    void a_target_that_was_approved_takes_no_more_units_and_no_second_kilobyte() {
        var brand = Fixtures.brand(workspace, Fixtures.brandId(), Approving.Policy.BOTH);
        var post = Fixtures.post(workspace, brand.id(), NOON);
        var channels = List.of(Fixtures.channel(workspace, brand.id(), channel));
        var asked = Plan.of(post, brand, channels, Optional.empty());
        var yes = new Approval.Decision(Approval.Verdict.APPROVED, "lea", NOON);
        var granted = asked.post()
                .approval()
                .orElseThrow()
                .decided(Approval.Part.TEAM, yes)
                .decided(Approval.Part.CLIENT, yes);
        var approved = Plan.decided(asked.post(), asked.targets(), granted, "");
        table.posts().create(approved.post(), approved.targets());
        meter.clear();

        var claim = table.agenda().claim(Kind.TARGET, NOON, 10).claims().getFirst();
        assertThat(claim.work().seal()).hasSize(64);
        var sending = claim.work().sending(attempt(claim.work()));
        table.agenda().progress(claim, sending);
        assertThat(size(TargetCodec.key(workspace, post.id(), channel))).isLessThan(1024);
        table.agenda().finish(claim, sending.published(new Publication(NATIVE_ID, URL, NOON, false)), Next.never());

        assertThat(meter.units().writes()).isEqualTo(6);
    }

    /** Allowed under a stop of each scope by somebody with a long name, and of the longest id. */
    @Test
    void an_answer_takes_no_more_units_and_no_second_kilobyte() {
        var post = Fixtures.post(workspace, Fixtures.brandId(), NOON);
        var item = new Answered("0".repeat(32), ItemKind.REPLY, NATIVE_ID, URL, "camille.example");
        var answer = new Post(
                workspace,
                new PostId("auto-" + "0".repeat(32)),
                post.brand(),
                post.content().answering(Optional.of(item)),
                post.schedule(),
                1,
                "rule/" + Fixtures.id(),
                NOON,
                1);
        var stops = Arrays.stream(Hold.Scope.values())
                .map(scope -> new Hold(scope, "x", "", "me", NOON))
                .toList();
        var target = Fixtures.target(answer, channel).passing(Passes.under("auth0|" + "5f7c8ec7".repeat(4), stops));
        table.posts().create(answer, List.of(target));
        meter.clear();

        var claim = table.agenda().claim(Kind.TARGET, NOON, 10).claims().getFirst();
        var sending = claim.work().sending(attempt(claim.work()));
        table.agenda().progress(claim, sending);
        assertThat(size(TargetCodec.key(workspace, answer.id(), channel))).isLessThan(1024);
        table.agenda().finish(claim, sending.published(new Publication(NATIVE_ID, URL, NOON, false)), Next.never());

        assertThat(meter.units().writes()).isEqualTo(6);
    }

    /** Each step that leaves something is one write more: what was left stands in the row that is written anyway. */
    @Test
    void a_target_prepared_in_steps_takes_one_write_unit_a_step_and_no_second_kilobyte() {
        var post = scheduled();
        var claim = table.agenda().claim(Kind.TARGET, NOON, 10).claims().getFirst();
        var prepared = claim.work().prepared("x".repeat(Target.MOST_LEFT));
        meter.clear();

        table.agenda().progress(claim, prepared);
        assertThat(meter.units().writes()).isEqualTo(1);
        assertThat(size(TargetCodec.key(workspace, post.id(), channel))).isLessThan(1024);

        var container = prepared.prepared("17889615691921648");
        var sending = container.sending(attempt(container));
        table.agenda().progress(claim, container);
        table.agenda().progress(claim, sending);
        assertThat(size(TargetCodec.key(workspace, post.id(), channel))).isLessThan(1024);
        assertThat(meter.units().writes()).isEqualTo(3);
    }

    private void connected() {
        var brand = Fixtures.brand(workspace, Fixtures.brandId());
        table.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        table.brands().create(brand);
        table.channels().create(Fixtures.channel(workspace, brand.id(), channel));
        table.credentials().put(workspace, channel, new SealedCredential(new byte[2_000], NOON, 1));
        table.holds().in(workspace);
    }

    /** As DynamoDB Local counts a part of a transaction; the cloud's price list says two for a row under 1 KB. */
    @Test
    void a_place_in_the_calendar_takes_four_write_units_at_most_and_sixty_days_of_them_one_read_unit() {
        var rows = new Rows(local.client(meter), local.name(), new Marks(new java.util.Random(1)));
        var post = Fixtures.post(workspace, Fixtures.brandId(), NOON);
        var place = rows.transaction();
        new Bookings(
                        post,
                        Bookings.Places.NONE,
                        new Bookings.Places(
                                Map.of(channel, NOON),
                                Map.of(channel, post.content().gist())),
                        "mark")
                .on(place, Booking.ALONE);
        meter.clear();

        place.commit();
        assertThat(meter.units()).isEqualTo(new CapacityMeter.Units(0, 4));

        meter.clear();
        assertThat(table.slots().taken(workspace, channel, NOON, NOON.plus(Duration.ofDays(60))))
                .hasSize(1);
        assertThat(meter.units()).isEqualTo(new CapacityMeter.Units(1, 0));
    }

    @Test
    void a_place_in_the_hour_takes_one_write_unit_to_the_last_and_none_when_there_is_none_left() {
        for (var n = 0; n < Pace.MOST_AN_HOUR; n++) {
            meter.clear();
            assertThat(table.pace().takes(workspace, channel, NOON, "%016x".formatted(n) + "0".repeat(16)))
                    .isTrue();
            assertThat(meter.units()).as("place " + n).isEqualTo(new CapacityMeter.Units(0.5, 1));
        }
        meter.clear();

        assertThat(table.pace().takes(workspace, channel, NOON, "f".repeat(32))).isFalse();

        assertThat(meter.units()).isEqualTo(new CapacityMeter.Units(0.5, 0));
    }

    @Test
    void a_tick_with_nothing_due_takes_half_a_unit_a_shard_and_writes_nothing() {
        meter.clear();

        assertThat(table.agenda().claim(Kind.TARGET, NOON, 10).claims()).isEmpty();

        assertThat(meter.units()).isEqualTo(new CapacityMeter.Units(0.5 * AgendaSettings.SHARDS, 0));
    }

    @Test
    void a_look_past_rows_that_somebody_holds_pays_for_no_failed_write() {
        scheduled();
        table.agenda().claim(Kind.TARGET, NOON, 10);
        meter.clear();

        assertThat(table.agenda()
                        .claim(Kind.TARGET, NOON.plus(Duration.ofHours(1)), 10)
                        .claims())
                .isEmpty();

        assertThat(meter.units().writes()).isZero();
    }

    @Test
    void a_source_with_nothing_new_takes_three_write_units() {
        table.sources().create(Fixtures.feed(workspace, Duration.ofMinutes(5)), NOON);
        meter.clear();

        assertThat(table.agenda().claim(Kind.SOURCE, NOON, 10).claims()).hasSize(1);

        assertThat(meter.units().writes()).isEqualTo(3);
    }

    @Test
    void a_webhook_with_one_interaction_takes_four_write_units_stored_and_seven_moderated() {
        var item = Fixtures.item(workspace, NATIVE_ID, "Bonjour, vous ouvrez à quelle heure demain ?", NOON);
        var body = new Inbound.Body.Here(new byte[700]);
        meter.clear();

        table.inbound().known(workspace, channel, "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W");
        table.items().keep(Fixtures.interaction(item, Fixtures.brandId(), channel));
        table.inbound()
                .keep(new Inbound.Arrival(workspace, channel, "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", NOON, body, 1, ""));
        assertThat(meter.units().writes()).isEqualTo(4);
        assertThat(meter.units().reads()).isEqualTo(0.5);

        meter.clear();
        var claim = table.agenda().claim(Kind.INTERACTION, NOON, 10).claims().getFirst();
        table.agenda().finish(claim, claim.work().handled(Handling.ALLOWED, ""), Next.never());
        assertThat(meter.units().writes()).isEqualTo(7);
    }

    @Test
    void a_lost_claim_is_counted_although_dynamodb_does_not_report_it() {
        var post = scheduled();
        var key = TargetCodec.key(workspace, post.id(), channel);
        var rows = new Rows(local.client(meter), local.name(), new Marks(new java.util.Random(1)));
        meter.clear();

        var row = Attributes.at(key).number("version", 1);
        assertThat(rows.put(row, Expression.version(99))).isInstanceOf(Wrote.Lost.class);

        assertThat(meter.units()).isEqualTo(new CapacityMeter.Units(0, 1));
    }

    @Test
    void the_longest_control_rows_stay_under_one_kilobyte() {
        var post = scheduled();
        var claim = table.agenda().claim(Kind.TARGET, NOON, 1).claims().getFirst();
        var sending = claim.work().sending(attempt(claim.work()));
        table.agenda().progress(claim, sending);
        assertThat(size(TargetCodec.key(workspace, post.id(), channel))).isLessThan(1024);

        var uncertain = sending.uncertain("no answer within 30 seconds; the server may have taken it");
        table.agenda().finish(claim, uncertain, Next.at(NOON.plusSeconds(120)));
        assertThat(size(TargetCodec.key(workspace, post.id(), channel))).isLessThan(1024);
    }

    @Test
    void an_interaction_of_any_length_has_a_control_row_under_one_kilobyte() {
        for (var length = 1; length <= 20_000; length = length * 3 / 2 + 1) {
            var item = Fixtures.item(workspace, NATIVE_ID + length, "e".repeat(length), NOON);
            table.items().keep(Fixtures.interaction(item, Fixtures.brandId(), channel));
            var claim = table.agenda().claim(Kind.INTERACTION, NOON, 1).claims().getFirst();
            var decided =
                    claim.work().handled(Handling.QUEUED, "une règle au nom assez long, 60 signes en tout, voilà");
            table.agenda().progress(claim, decided);
            assertThat(size(Keys.item(workspace, item.key().digest()))).isLessThan(1024);
            table.agenda().finish(claim, decided, Next.never());
        }
    }

    /** Statements give way to stops: a stop is never refused, and the row that is read before each post stays one unit. */
    @Test
    void a_workspaces_stops_are_one_read_unit_and_statements_are_refused_before_they_are_two() {
        var reason = "é".repeat(Hold.LONGEST_REASON);
        var holds = table.holds();
        for (var i = 0; i < 4; i++) {
            var stop = new Hold(Hold.Scope.BRAND, Fixtures.id(), reason, "auth0|" + "5f7c8ec7".repeat(4), NOON);
            holds.put(workspace, stop);
        }
        for (var stop : holds.in(workspace)) {
            for (var seal = 0; seal < Hold.MOST_STATEMENTS; seal++) {
                holds.admit(workspace, stop, "%064x".formatted(seal));
            }
        }
        var fullest = holds.in(workspace);
        assertThat(fullest).hasSize(4);
        assertThat(fullest.stream().mapToInt(hold -> hold.statements().size()).sum())
                .isBetween(2 * Hold.MOST_STATEMENTS, 4 * Hold.MOST_STATEMENTS - 1);
        assertThat(size(Keys.holds(workspace))).isBetween(4000, TableHolds.MOST_BYTES);
        meter.clear();

        holds.stops(workspace);

        assertThat(meter.units().reads()).isEqualTo(1);
        var refused = holds.admit(workspace, fullest.getLast(), "f".repeat(64));
        assertThat(refused).isInstanceOf(Change.Refused.class);
        var all = new Hold(Hold.Scope.WORKSPACE, "", reason, "lea", NOON);
        assertThat(holds.put(workspace, all)).isEqualTo(all);
        assertThat(holds.in(workspace)).contains(all);
    }

    private int size(Key key) {
        var item = local.client()
                .getItem(get -> get.tableName(local.name()).key(key.map()))
                .item();
        assertThat(item).isNotEmpty();
        return Attributes.sizeOf(Map.copyOf(item));
    }
}
