package dev.parvis.bus;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Supplier;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.events.Event;
import dev.parvis.kernel.config.AwsService;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;

/**
 * Puts events on the bus under the source {@value #SOURCE}, best effort: within {@link #PATIENCE}, retries included.
 * A refused or late event is logged by its type and counted; the agenda still holds the work it told of.
 */
public final class EventBridgeAnnouncer implements Announcer {
    public static final String SOURCE = "parvis";
    /** A function is frozen once it has answered, so nobody waits longer than this for a hint. */
    public static final Duration PATIENCE = Duration.ofMillis(200);

    private final Supplier<EventBridgeClient> bridge;
    private final String bus;
    private final Duration patience;
    private final Log log;

    /** @param bridge asked at the first event only: a function with nothing to tell does not pay for a client */
    public EventBridgeAnnouncer(Supplier<EventBridgeClient> bridge, String bus, Log log) {
        this(bridge, bus, PATIENCE, log);
    }

    /** The bus that the environment names. The client is made at the first event. */
    public static EventBridgeAnnouncer from(AwsEnvironment aws, Config config, Log log) {
        var bridge = new Once<>(() -> aws.configure(EventBridgeClient.builder(), AwsService.EVENTBRIDGE, PATIENCE)
                .build());
        return new EventBridgeAnnouncer(bridge, config.bus(), log);
    }

    EventBridgeAnnouncer(Supplier<EventBridgeClient> bridge, String bus, Duration patience, Log log) {
        this.bridge = bridge;
        this.bus = bus;
        this.patience = patience;
        this.log = log;
    }

    @Override
    public boolean tell(Event event) {
        try {
            var answer = bridge.get().putEvents(put -> put.entries(entry(event))
                    .overrideConfiguration(limits -> limits.apiCallTimeout(patience)));
            var taken = answer.failedEntryCount() == null || answer.failedEntryCount() == 0;
            if (!taken) {
                log.warn(
                        "bus.refused",
                        "type",
                        event.type(),
                        "code",
                        answer.entries().getFirst().errorCode());
            }
            return taken;
        } catch (SdkException lost) {
            log.warn("bus.lost", "type", event.type(), "why", lost.getClass().getSimpleName());
            return false;
        }
    }

    private PutEventsRequestEntry entry(Event event) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("id", event.id());
        detail.put("workspace", event.workspace().value());
        detail.putAll(event.detail());
        return PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source(SOURCE)
                .detailType(event.type().wire())
                .time(event.at())
                .detail(Json.of(detail).toString())
                .build();
    }
}
