package dev.parvis.fakes.sink;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.mastodon.MastodonWebhooks;
import dev.parvis.fakes.webhooks.Delivery;
import dev.parvis.fakes.webhooks.Sender;
import dev.parvis.fakes.webhooks.StandardWebhooks;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookSinkTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"type\":\"post.published\",\"data\":{}}".getBytes(StandardCharsets.UTF_8);

    private final WebhookSink sink = WebhookSink.start(SECRET);
    private final Sender sender = new Sender(Duration.ofSeconds(5));

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void a_signed_delivery_is_taken_and_a_forged_one_refused_and_both_are_recorded() {
        Delivery signed = signed("msg_1");

        Sender.Outcome taken = sender.send(signed);
        Sender.Outcome refused = sender.send(signed.withBody("{}".getBytes(StandardCharsets.UTF_8)));

        assertThat(taken.taken()).isTrue();
        assertThat(refused.taken()).isFalse();
        assertThat(sink.await(2, Duration.ofSeconds(5)))
                .extracting(WebhookSink.Received::verified)
                .containsExactly(true, false);
        assertThat(sink.received().getFirst().type()).isEqualTo("post.published");
    }

    @Test
    void a_failing_sink_makes_the_sender_try_again_with_the_same_id() {
        sink.faults().on("POST", "/hook").status(503, "Retry-After", "1");
        sink.faults().on("POST", "/hook").nth(1).cutAfterEffect();

        Sender.Outcome busy = sender.send(signed("msg_1"));
        Sender.Outcome cut = sender.send(signed("msg_1"));
        Sender.Outcome third = sender.send(signed("msg_1"));

        assertThat(busy).isInstanceOfSatisfying(Sender.Outcome.Answered.class, answered -> assertThat(answered.status())
                .isEqualTo(503));
        assertThat(cut).isInstanceOf(Sender.Outcome.Failed.class);
        assertThat(third.taken()).isTrue();
        assertThat(sink.received()).extracting(WebhookSink.Received::id).containsExactly("msg_1", "msg_1");
    }

    @Test
    void a_mastodon_delivery_can_be_sent_with_all_its_headers() {
        Delivery delivery = new MastodonWebhooks(sink.endpoint(), "s")
                .delivery(BODY, Clock.systemUTC().instant());

        sender.send(delivery);

        assertThat(sink.log().requests("POST", "/hook").getFirst().headers().lines())
                .containsAll(delivery.headers().lines());
    }

    private Delivery signed(String id) {
        return new StandardWebhooks(SECRET)
                .delivery(sink.endpoint(), id, Clock.systemUTC().instant(), BODY);
    }
}
