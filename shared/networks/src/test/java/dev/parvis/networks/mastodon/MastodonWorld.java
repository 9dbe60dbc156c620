package dev.parvis.networks.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Content;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.mastodon.MastodonOptions;
import dev.parvis.fakes.mastodon.MastodonServer;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.networks.Desk;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.images.Drawn;

import static org.assertj.core.api.Assertions.assertThat;

/** A Mastodon server of two people, alice whose channel is ours and bob, and one clock for them and us. */
final class MastodonWorld implements AutoCloseable {
    static final Publishes.MediaReader PICTURES =
            (id, most) -> Drawn.noise(60, 40).png();

    final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final SteerableClock there = SteerableClock.standingAt(clock.instant());
    final MastodonServer server;
    final Mastodon mastodon;
    final MastodonServer.Account aliceThere;
    final MastodonServer.Account bobThere;
    final Connection alice;
    final Publishes publishes;
    final Instant due = clock.instant();

    MastodonWorld(MastodonOptions options) {
        server = MastodonServer.start(FakeServer.Options.LOOPBACK, options, there);
        mastodon = new Mastodon(Desk.outbound(server.uri()), clock, clock.sleeper(), Quiet.DEFAULT);
        aliceThere = server.account("alice", "password");
        bobThere = server.account("bob", "password");
        alice = Desk.connection(
                Mastodon.ID,
                mastodon.connects().orElseThrow().connect(answers(server.uri().toString(), aliceThere.token())));
        publishes = mastodon.publishes().orElseThrow();
    }

    Preparation.Ready prepare(Content content) {
        return Desk.ready(publishes.prepare(alice, Desk.piece(content, "key", due), PICTURES));
    }

    Sending send(Preparation.Ready ready) {
        return publishes.send(alice, ready.payload(), Desk.attempt("key", ready, due, due));
    }

    Reconciliation reconcile(Preparation.Ready ready) {
        return publishes.reconcile(alice, Desk.attempt("key", ready, due, due), Set.of());
    }

    static Content text(String text) {
        return new Content(text, Optional.empty(), List.of(), "fr-FR");
    }

    static Map<String, String> answers(String server, String token) {
        return Map.of("server", server, "accessToken", token);
    }

    void pass(Duration time) {
        clock.advance(time);
        there.advance(time);
    }

    String says(MastodonServer.Account who, String text, Optional<String> to, String visibility) {
        pass(Duration.ofSeconds(1));
        var status = Json.obj("status", text, "in_reply_to_id", to, "visibility", visibility);
        var answer = Desk.outbound(server.uri())
                .send(Call.postJson(server.uri().resolve("/api/v1/statuses"), status)
                        .bearer(new Secret(who.token())));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().at("id").text().orElseThrow();
    }

    String says(MastodonServer.Account who, String text) {
        return says(who, text, Optional.empty(), "public");
    }

    @Override
    public void close() {
        server.close();
        assertThat(server.log().failures()).isEmpty();
    }
}
