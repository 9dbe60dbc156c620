package dev.parvis.functions.api;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** A channel is connected again, by one person or by two, and is heard at once. */
class ReconnectTest {
    private final Desk desk = Desk.settled();

    private Channel channel() {
        return desk.stores.channels().find(Sample.WORKSPACE, Sample.CHANNEL).orElseThrow();
    }

    private Response connect(String subject) {
        var answers = Json.obj("server", "https://sandbox.example", "account", "helios");
        return desk.as(subject)
                .post(Desk.path("/channels/" + Sample.CHANNEL + "/connect"), Json.obj("answers", answers));
    }

    @Test
    void of_two_who_connect_it_at_once_neither_is_refused() {
        desk.stores.channels().change(channel().disconnected("revoked"));
        desk.sandbox.meanwhile = () -> Answers.ok(connect(Sample.OWNER), 200);

        var second = Answers.ok(connect(Sample.MANAGER), 200);

        assertThat(second.at("state").textOr("")).isEqualTo("connected");
        assertThat(second.at("version").whole()).contains(channel().version());
        assertThat(channel().state()).isEqualTo(ChannelState.CONNECTED);
        assertThat(new Credentials(desk.stores.credentials(), desk.sealer)
                        .open(Sample.WORKSPACE, Sample.CHANNEL, true)
                        .orElseThrow()
                        .version())
                .isEqualTo(3);
        assertThat(desk.told).extracting(Event::type).containsOnly(Event.Type.CHANNEL_CONNECTED);
        assertThat(desk.told.stream().map(Event::id).distinct()).hasSize(2);
    }

    @Test
    void a_worker_that_disconnects_it_meanwhile_does_not_win() {
        desk.sandbox.meanwhile = () -> desk.stores.channels().change(channel().disconnected("revoked"));

        Answers.ok(connect(Sample.MANAGER), 200);

        assertThat(channel().state()).isEqualTo(ChannelState.CONNECTED);
        assertThat(channel().reason()).isEmpty();
    }

    @Test
    void a_channel_that_was_removed_meanwhile_is_not_made_again() {
        desk.sandbox.meanwhile = () -> desk.stores
                .channels()
                .delete(Sample.WORKSPACE, Sample.CHANNEL, channel().version());

        assertThat(connect(Sample.MANAGER).status()).isEqualTo(404);

        assertThat(desk.stores.channels().find(Sample.WORKSPACE, Sample.CHANNEL))
                .isEmpty();
        assertThat(desk.told).isEmpty();
    }

    @Test
    void a_source_that_met_it_disconnected_is_polled_at_once() {
        desk.sandbox.hears = true;
        Answers.ok(connect(Sample.MANAGER), 200);
        var source = desk.stores
                .sources()
                .find(Sample.WORKSPACE, new SourceId(Sample.CHANNEL.value()))
                .orElseThrow();
        var claim = desk.stores
                .agenda()
                .claimOne(Kind.SOURCE, Sample.WORKSPACE, source.id())
                .orElseThrow();
        desk.stores.agenda().finish(claim, source, Next.at(desk.clock.instant().plus(Duration.ofMinutes(15))));

        Answers.ok(connect(Sample.MANAGER), 200);

        assertThat(desk.stores
                        .agenda()
                        .claim(Kind.SOURCE, desk.clock.instant(), 10)
                        .claims())
                .extracting(due -> due.work().id())
                .contains(source.id());
    }
}
