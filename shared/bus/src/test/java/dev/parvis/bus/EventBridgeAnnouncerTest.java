package dev.parvis.bus;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.events.Fault;
import dev.parvis.emulators.events.LocalBus;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;

import static org.assertj.core.api.Assertions.assertThat;

class EventBridgeAnnouncerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T09:00:00Z"));
    private static final Event EVENT = new Event(
            "p.c.1.published",
            Event.Type.POST_PUBLISHED,
            new WorkspaceId("w"),
            Instant.parse("2026-11-21T08:59:59Z"),
            Map.of("post", "p", "latenessMs", "12"));

    private final LocalBus bus = LocalBus.start(new LocalBus.Options(
            Set.of("parvis"), List.of(), delivery -> {}, CLOCK, Duration.ofMillis(1), Listen.anywhere()));
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        bus.close();
    }

    @Test
    void an_event_arrives_with_its_id_workspace_and_detail() {
        var taken = announcer("parvis").tell(EVENT);

        assertThat(taken).isTrue();
        assertThat(bus.newest(1)).singleElement().satisfies(seen -> {
            assertThat(seen.source()).isEqualTo("parvis");
            assertThat(seen.detailType()).isEqualTo("post.published");
            var detail = Json.parse(seen.event()).at("detail");
            assertThat(detail.at("id").textOr("")).isEqualTo("p.c.1.published");
            assertThat(detail.at("workspace").textOr("")).isEqualTo("w");
            assertThat(detail.at("latenessMs").textOr("")).isEqualTo("12");
        });
    }

    @Test
    void a_refused_event_is_said_to_be_so_and_throws_nothing() {
        assertThat(announcer("another-bus").tell(EVENT)).isFalse();
        bus.suffer(Fault.FIRST_ENTRY_FAILS);
        assertThat(announcer("parvis").tell(EVENT)).isFalse();
        bus.suffer(Fault.THROTTLED);
        assertThat(announcer("parvis").tell(EVENT)).isFalse();
        assertThat(lines.toString(StandardCharsets.UTF_8))
                .contains("bus.refused")
                .contains("ThrottlingException");
    }

    @Test
    void a_lost_answer_is_a_lost_event_and_nothing_is_tried_again() {
        bus.suffer(Fault.ANSWER_LOST);

        assertThat(announcer("parvis").tell(EVENT)).isFalse();
        assertThat(bus.newest(10)).hasSizeLessThanOrEqualTo(1);
    }

    private EventBridgeAnnouncer announcer(String name) {
        var config = Config.fromEnv(Map.of(
                "AWS_REGION", "eu-west-3",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_EVENTBRIDGE", bus.endpoint().toString(),
                "PARVIS_BUS", name));
        return EventBridgeAnnouncer.from(
                AwsEnvironment.from(config),
                config,
                new Log(new PrintStream(lines, true, StandardCharsets.UTF_8), CLOCK));
    }
}
