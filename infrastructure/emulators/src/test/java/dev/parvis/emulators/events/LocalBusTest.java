package dev.parvis.emulators.events;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.PortTaken;
import dev.parvis.emulators.template.Retry;
import dev.parvis.emulators.template.Template;
import dev.parvis.emulators.template.Trigger;
import dev.parvis.emulators.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalBusTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123Z");
    private static final Template TEMPLATE = Template.load(Path.of("src/test/resources/template.yaml"))
            .with(Map.of("Bus", "parvis", "Owner", "o", "Audience", "a", "Api.ApiEndpoint", "http://localhost"));

    private final BlockingQueue<Delivery> delivered = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private LocalBus server;
    private EventBridgeClient events;

    @BeforeEach
    void start() {
        server = LocalBus.start(options(Subscription.of(TEMPLATE), Listen.anywhere()));
        events = EventBridgeClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.EU_WEST_3)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "secret")))
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterEach
    void stop() {
        events.close();
        server.close();
    }

    @Test
    void an_event_that_a_rule_of_the_template_matches_is_delivered_as_a_function_gets_it() throws Exception {
        var id = put(entry("post.approved", "{\"post\":\"p1\"}")).getFirst();

        var delivery = next();

        assertThat(delivery.target()).isEqualTo("PublishFunction");
        assertThat(delivery.rule()).isEqualTo("Approved");
        assertThat(Json.object(delivery.event().getBytes(StandardCharsets.UTF_8)))
                .containsEntry("version", "0")
                .containsEntry("id", id)
                .containsEntry("source", "parvis")
                .containsEntry("detail-type", "post.approved")
                .containsEntry("time", "2026-11-21T08:00:00Z")
                .containsEntry("detail", Map.of("post", "p1"));
    }

    @Test
    void an_event_that_no_rule_wants_is_seen_and_not_delivered() throws Exception {
        put(entry("post.created", "{}"), entry("hold.opened", "{}"));

        assertThat(next().event()).contains("hold.opened");
        assertThat(delivered).isEmpty();
        assertThat(server.newest(10)).extracting(SeenEvent::detailType).containsExactly("hold.opened", "post.created");
        assertThat(server.newest(10))
                .extracting(SeenEvent::matched)
                .containsExactly(List.of("PublishFunction/Approved"), List.of());
    }

    @Test
    void each_entry_is_taken_or_refused_by_itself() {
        var answer = events.putEvents(r -> r.entries(
                entry("post.approved", "{}"),
                entry("post.approved", "not json"),
                entry("post.approved", "[1]"),
                PutEventsRequestEntry.builder()
                        .source("parvis")
                        .detail("{}")
                        .eventBusName("parvis")
                        .build(),
                entry("post.approved", "{}").toBuilder().source("aws.ec2").build(),
                entry("post.approved", "{}").toBuilder().eventBusName("other").build(),
                entry("post.approved", "{}").toBuilder()
                        .eventBusName("arn:aws:events:eu-west-3:000000000000:event-bus/parvis")
                        .build()));

        assertThat(answer.failedEntryCount()).isEqualTo(5);
        assertThat(answer.entries().stream().map(e -> String.valueOf(e.errorCode())))
                .containsExactly(
                        "null",
                        "MalformedDetail",
                        "MalformedDetail",
                        "InvalidArgument",
                        "NotAuthorizedForSource",
                        "InvalidArgument",
                        "null");
    }

    @Test
    void ten_entries_are_taken_and_eleven_or_none_refused() {
        assertThat(put(Collections.nCopies(10, entry("x", "{}")).toArray(PutEventsRequestEntry[]::new)))
                .hasSize(10);

        assertThatExceptionOfType(EventBridgeException.class)
                .isThrownBy(() -> put(Collections.nCopies(11, entry("x", "{}")).toArray(PutEventsRequestEntry[]::new)))
                .matches(e -> e.awsErrorDetails().errorCode().equals("ValidationException"));
        assertThatExceptionOfType(EventBridgeException.class).isThrownBy(() -> put());
        assertThat(server.newest(100)).hasSize(10);
    }

    @Test
    void a_call_of_256_kilobytes_is_taken_and_one_byte_more_refused() {
        var overhead = "parvis".length() + "x".length() + "{\"a\":\"\"}".length();
        var filling = "b".repeat(256 * 1024 - overhead);

        put(entry("x", "{\"a\":\"" + filling + "\"}"));

        assertThatExceptionOfType(EventBridgeException.class)
                .isThrownBy(() -> put(entry("x", "{\"a\":\"" + filling + "b\"}")));
        assertThat(server.newest(10)).hasSize(1);
    }

    @Test
    void a_delivery_that_fails_is_tried_again() throws Exception {
        failures.set(2);

        put(entry("post.approved", "{}"));

        assertThat(next().target()).isEqualTo("PublishFunction");
        assertThat(failures).hasValueLessThan(1);
        assertThat(server.givenUp()).isEmpty();
    }

    @Test
    void a_delivery_is_given_up_after_as_many_retries_as_its_rule_allows() throws Exception {
        var attempts = new LinkedBlockingQueue<Integer>();
        var rule =
                new Trigger.Rule("R", "parvis", "{\"source\":[\"parvis\"]}", new Retry(2, Duration.ofHours(1)), true);
        var count = new AtomicInteger();
        try (var stubborn = new Deliveries(
                delivery -> {
                    attempts.add(count.incrementAndGet());
                    throw new IllegalStateException("never");
                },
                Duration.ofMillis(1),
                InstantSource.fixed(NOW))) {
            stubborn.deliver(new Subscription("F", rule), "{}");

            var seen = new ArrayList<Integer>();
            for (var i = 0; i < 3; i++) {
                seen.add(attempts.poll(5, TimeUnit.SECONDS));
            }
            assertThat(seen).containsExactly(1, 2, 3);
            for (var i = 0; i < 100 && stubborn.givenUp().isEmpty(); i++) {
                assertThat(attempts.poll(50, TimeUnit.MILLISECONDS)).isNull();
            }
            assertThat(stubborn.givenUp()).containsExactly(new Delivery("F", "R", "{}"));
        }
    }

    @Test
    void faults_come_once_each_in_order() {
        server.suffer(Fault.FIRST_ENTRY_FAILS, Fault.THROTTLED, Fault.ANSWER_LOST);

        var partial = events.putEvents(r -> r.entries(entry("a", "{}"), entry("b", "{}")));
        assertThat(partial.failedEntryCount()).isEqualTo(1);
        assertThat(partial.entries().get(0).errorCode()).isEqualTo("InternalFailure");
        assertThat(partial.entries().get(1).eventId()).isNotBlank();

        assertThatExceptionOfType(EventBridgeException.class).isThrownBy(() -> put(entry("c", "{}")));
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> put(entry("d", "{}")));
        assertThat(server.newest(10)).extracting(SeenEvent::detailType).containsExactly("d", "b");
    }

    @Test
    void a_pattern_that_is_none_stops_the_start() {
        var rule = new Trigger.Rule("R", "parvis", "{\"source\":\"text\"}", new Retry(0, Duration.ZERO), true);

        assertThatExceptionOfType(EmulatorFailed.class)
                .isThrownBy(() -> LocalBus.start(options(List.of(new Subscription("F", rule)), Listen.anywhere())))
                .withMessageContaining("F/R");
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_service() {
        var port = server.endpoint().getPort();

        assertThatExceptionOfType(PortTaken.class)
                .isThrownBy(() -> LocalBus.start(options(List.of(), Listen.loopback(port))))
                .withMessageContaining("Port " + port)
                .withMessageContaining("EventBridge");
    }

    private LocalBus.Options options(List<Subscription> subscriptions, Listen listen) {
        return new LocalBus.Options(
                Set.of("parvis"),
                subscriptions,
                delivery -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("not now");
                    }
                    delivered.add(delivery);
                },
                InstantSource.fixed(NOW),
                Duration.ofMillis(1),
                listen);
    }

    private Delivery next() throws InterruptedException {
        var delivery = delivered.poll(5, TimeUnit.SECONDS);
        assertThat(delivery).as("a delivery within 5 s").isNotNull();
        return delivery;
    }

    private List<String> put(PutEventsRequestEntry... entries) {
        return events.putEvents(r -> r.entries(entries)).entries().stream()
                .map(result -> result.eventId())
                .toList();
    }

    private static PutEventsRequestEntry entry(String type, String detail) {
        return PutEventsRequestEntry.builder()
                .eventBusName("parvis")
                .source("parvis")
                .detailType(type)
                .detail(detail)
                .build();
    }
}
