package dev.parvis.bus;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.JsonService;
import dev.parvis.aws.Once;
import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.events.Event;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;

/**
 * Puts events on the bus under the source {@value #SOURCE}, best effort: one try, within {@link #PATIENCE} to connect and
 * to answer. A refused or late event is logged by its type; the agenda still holds the work it told of.
 */
public final class EventBridgeAnnouncer implements Announcer {
    public static final String SOURCE = "parvis";
    /** A function is frozen once it has answered, so nobody waits longer than this for a hint. */
    public static final Duration PATIENCE = Duration.ofMillis(200);

    private final Supplier<JsonService> events;
    private final String bus;
    private final Log log;

    EventBridgeAnnouncer(Supplier<JsonService> events, String bus, Log log) {
        this.events = events;
        this.bus = bus;
        this.log = log;
    }

    /** The bus that the environment names. Nothing is made before the first event. */
    public static EventBridgeAnnouncer from(AwsEnvironment aws, Config config, Log log) {
        return new EventBridgeAnnouncer(new Once<>(() -> aws.events(PATIENCE)), config.bus(), log);
    }

    @Override
    public boolean tell(Event event) {
        try {
            var answer = events.get().call("PutEvents", Json.obj("Entries", List.of(entry(event))));
            var taken = answer.at("FailedEntryCount").whole().orElse(0L) == 0;
            if (!taken) {
                var code = answer.at("Entries", 0, "ErrorCode").textOr("unknown");
                log.warn("bus.refused", "type", event.type(), "code", code);
            }
            return taken;
        } catch (JsonService.Refused refused) {
            log.warn("bus.refused", "type", event.type(), "code", refused.code());
            return false;
        } catch (UncheckedIOException late) {
            log.warn("bus.lost", "type", event.type());
            return false;
        }
    }

    private Json entry(Event event) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("id", event.id());
        detail.put("workspace", event.workspace().value());
        detail.putAll(event.detail());
        return Json.obj(
                "EventBusName",
                bus,
                "Source",
                SOURCE,
                "DetailType",
                event.type().wire(),
                "Time",
                event.at().getEpochSecond(),
                "Detail",
                Json.of(detail).toString());
    }
}
