package dev.parvis.functions.listen;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceState;

import static org.assertj.core.api.Assertions.assertThat;

class TroubleTest {
    private static final String INBOX = "/sandbox/v1/inbox";

    private final Square square = new Square();

    @AfterEach
    void close() {
        square.close();
    }

    @Test
    void an_expired_credential_is_renewed_and_the_poll_goes_on() {
        square.connected().sandbox.mention("lumiere", "lea", "Bonjour", "fr");
        square.pass(Duration.ofMinutes(16));

        square.tick();
        square.sandbox.mention("lumiere", "lea", "Encore", "fr");
        square.later();

        assertThat(square.inbox()).hasSize(2);
        assertThat(square.sandbox.log().count("POST", "/sandbox/v1/refresh")).isEqualTo(1);
        assertThat(square.source(square.notifications).failures()).isZero();
    }

    @Test
    void a_credential_refused_for_good_disconnects_the_channel_and_leaves_the_source_waiting() {
        square.connected();
        square.pass(Duration.ofDays(31));

        square.tick();
        square.later();
        var polls = square.sandbox.log().count("GET", INBOX);
        square.pass(Outcomes.DISCONNECTED_WAIT);
        square.tick();

        var source = square.source(square.notifications);
        assertThat(source.state()).isEqualTo(SourceState.LISTENING);
        assertThat(source.reason()).contains("disconnected");
        assertThat(square.ports
                        .channels()
                        .find(square.workspace, square.channel)
                        .orElseThrow()
                        .state())
                .isEqualTo(ChannelState.DISCONNECTED);
        assertThat(square.told(Event.Type.CHANNEL_DISCONNECTED)).hasSize(1);
        assertThat(square.sandbox.log().count("GET", INBOX)).isEqualTo(polls);
    }

    @Test
    void a_failure_is_counted_waits_twice_as_long_each_time_and_is_forgotten_when_it_works() {
        square.connected();
        square.sandbox.faults().on("GET", INBOX).next(2).status(500);

        square.tick();
        assertThat(square.source(square.notifications).failures()).isEqualTo(1);
        square.later();
        assertThat(square.source(square.notifications).failures()).isEqualTo(2);
        assertThat(square.source(square.notifications).reason()).contains("500");
        assertThat(square.later().sources()).as("the wait has doubled").isZero();
        assertThat(square.later().sources()).isEqualTo(1);

        assertThat(square.source(square.notifications).failures()).isZero();
        assertThat(square.source(square.notifications).reason()).isEmpty();
        assertThat(square.later().sources())
                .as("polled at its own interval again")
                .isEqualTo(1);
    }

    @Test
    void the_tenth_failure_in_a_row_breaks_the_source_and_a_person_is_told_once() {
        var feed = square.feed("quartier").answers(404);
        var source = square.follow(feed.uri());

        for (var i = 0; i < 40; i++) {
            square.tick();
            square.pass(Duration.ofHours(1));
        }

        assertThat(square.host.log().count("GET", "/feeds/quartier")).isEqualTo(Outcomes.MOST_FAILURES);
        assertThat(square.source(source).state()).isEqualTo(SourceState.BROKEN);
        assertThat(square.source(source).reason()).contains("404");
        assertThat(square.told(Event.Type.SOURCE_BROKEN)).hasSize(1);
        assertThat(square.ports
                        .agenda()
                        .claim(Kind.DELIVERY, square.clock.instant(), 10)
                        .claims())
                .singleElement()
                .satisfies(claim -> assertThat(claim.work().recipient()).isEqualTo("mail"));
    }

    @Test
    void the_waits_double_up_to_six_hours_and_are_never_shorter_than_the_interval() {
        assertThat(List.of(
                        Outcomes.wait(Duration.ofMinutes(5), 1),
                        Outcomes.wait(Duration.ofMinutes(5), 3),
                        Outcomes.wait(Duration.ofMinutes(5), 9),
                        Outcomes.wait(Duration.ofHours(24), 5),
                        Outcomes.wait(Duration.ofDays(30), 60)))
                .containsExactly(
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(20),
                        Duration.ofHours(6),
                        Duration.ofHours(24),
                        Duration.ofDays(30));
    }

    @Test
    void a_server_that_asks_to_wait_is_not_failing() {
        var feed = square.feed("quartier").answers(429, "Retry-After", "3600");
        var source = square.follow(feed.uri());
        var before = square.source(source);

        square.tick();
        feed.recovers();
        square.pass(Duration.ofMinutes(59));
        assertThat(square.tick().sources()).isZero();
        square.pass(Duration.ofMinutes(2));

        assertThat(square.tick().sources()).isEqualTo(1);
        assertThat(square.source(source)).isEqualTo(before);
    }

    @Test
    void a_feed_that_is_gone_for_good_is_polled_no_more() {
        var feed = square.feed("quartier").answers(410);
        var source = square.follow(feed.uri());

        square.tick();

        assertThat(square.source(source).state()).isEqualTo(SourceState.BROKEN);
        assertThat(square.source(source).reason()).contains("gone for good");
        assertThat(square.told(Event.Type.SOURCE_BROKEN)).hasSize(1);
        assertThat(square.later().sources()).isZero();
    }

    @Test
    void a_feed_that_has_moved_for_good_is_polled_where_it_is_now() {
        var old = square.feed("ancien");
        var now = square.feed("nouveau");
        square.entry(now, "1", Square.SAYS_IT);
        old.answers(301, "Location", now.uri().toString());
        var source = square.follow(old.uri());

        square.tick();
        square.later();

        assertThat(square.source(source).origin()).isEqualTo(new Origin.Feed(now.uri()));
        assertThat(square.mentions()).hasSize(1);
        assertThat(square.host.log().count("GET", "/feeds/ancien")).isEqualTo(1);
        assertThat(square.host.log().exchanges().getLast().status()).contains(304);
    }

    @Test
    void a_removed_channel_and_a_network_that_is_not_listened_to_break_the_source() {
        square.connected();
        var orphan = square.listenTo(new ChannelId("nobody"));
        var mute = square.listenTo(square.unheardOf());

        square.tick();

        assertThat(square.source(orphan).reason()).isEqualTo("the channel was removed");
        assertThat(square.source(mute).reason()).isEqualTo("Parvis cannot listen on elsewhere");
        assertThat(square.source(square.notifications).state()).isEqualTo(SourceState.LISTENING);
    }

    @Test
    void a_source_that_was_paused_meanwhile_is_left_alone() {
        var feed = square.feed("quartier");
        var id = square.follow(feed.uri());
        var source = square.source(id);
        square.ports
                .agenda()
                .claimOne(Kind.SOURCE, square.workspace, id.value())
                .ifPresent(claim -> square.ports
                        .agenda()
                        .finish(claim, source.with(SourceState.PAUSED, 0, ""), Next.at(square.clock.instant())));

        square.tick();

        assertThat(square.host.log().exchanges()).isEmpty();
        assertThat(square.later().sources()).isZero();
    }

    @Test
    void an_edit_during_the_poll_wins() {
        var feed = square.feed("quartier");
        square.entry(feed, "1", Square.SAYS_IT);
        var source = square.follow(feed.uri());
        feed.answers(500);
        square.with(new Ports.Faults() {
            @Override
            public <P> P before(Class<P> port, P real) {
                if (port == Agenda.class) {
                    var there = square.source(source);
                    return port.cast(Proxy.newProxyInstance(
                            port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                                if (method.getName().equals("finish")) {
                                    square.ports.sources().change(renamed(there), square.clock.instant());
                                }
                                return method.invoke(real, arguments);
                            }));
                }
                return real;
            }
        });

        square.tick();

        assertThat(square.source(source).name()).isEqualTo("Un autre nom");
        assertThat(square.source(source).failures()).isZero();
        assertThat(square.log()).contains("source.fenced");
    }

    private static Source renamed(Source source) {
        return new Source(
                source.workspace(),
                source.source(),
                source.brand(),
                "Un autre nom",
                source.origin(),
                source.every(),
                source.state(),
                0,
                "",
                source.createdAt(),
                source.version());
    }

    @Test
    void a_fault_of_one_source_leaves_the_others_alone() {
        square.connected().sandbox.mention("lumiere", "lea", "Bonjour", "fr");
        var feed = square.feed("quartier");
        square.entry(feed, "1", Square.SAYS_IT);
        square.follow(feed.uri());
        square.with(new Ports.Faults() {
            @Override
            public <P> P before(Class<P> port, P real) {
                return port == Mentions.class
                        ? port.cast(Proxy.newProxyInstance(
                                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                                    throw new IllegalStateException("the table is not there");
                                }))
                        : real;
            }
        });

        var summary = square.tick();
        square.with(Ports.Faults.NONE);
        square.later();

        assertThat(summary).isEqualTo(new ListenDue.Summary(2, 1, 0));
        assertThat(square.log()).contains("source.fault");
        assertThat(square.inbox()).hasSize(1);
        assertThat(square.mentions()).hasSize(1);
    }
}
