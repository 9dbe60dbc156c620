package dev.parvis.emulators.events;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import dev.parvis.emulators.Listen;
import dev.parvis.emulators.wire.AwsError;
import dev.parvis.emulators.wire.Endpoint;
import dev.parvis.emulators.wire.Json;
import dev.parvis.emulators.wire.LostAnswer;
import dev.parvis.emulators.wire.Question;
import dev.parvis.emulators.wire.Reply;

/** EventBridge on one address of this machine, for any credentials and region, until it is closed. Thread-safe. */
public final class LocalBus implements AutoCloseable {
    private static final String SERVICE = "EventBridge";
    private static final int MAX_ENTRIES = 10;
    private static final int MAX_BYTES = 256 * 1024;
    /** JSON in JSON: escaping can double it. */
    private static final int MAX_REQUEST_BYTES = 4 * MAX_BYTES;

    private static final int KEPT = 500;

    private final Set<String> buses;
    private final Rules rules;
    private final Deliveries deliveries;
    private final InstantSource clock;
    private final Deque<SeenEvent> seen = new ConcurrentLinkedDeque<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Endpoint endpoint;

    private LocalBus(Options options) {
        this.buses = Set.copyOf(options.buses());
        this.rules = new Rules(options.subscriptions());
        this.deliveries = new Deliveries(options.consumer(), options.firstPause(), options.clock());
        this.clock = options.clock();
        this.endpoint = Endpoint.start(SERVICE, options.listen(), MAX_REQUEST_BYTES, this::answer);
    }

    /**
     * How to start it.
     *
     * @param buses the buses there are; an entry for another is refused, so that a wrong name fails here
     * @param subscriptions see {@link Subscription#of}
     * @param consumer called on a thread of its own for each match; what it throws is a failed delivery
     * @param firstPause before the first retry; each further pause is twice as long, ten minutes at most
     */
    public record Options(
            Set<String> buses,
            List<Subscription> subscriptions,
            Consumer<Delivery> consumer,
            InstantSource clock,
            Duration firstPause,
            Listen listen) {}

    public static LocalBus start(Options options) {
        return new LocalBus(options);
    }

    /** What {@code AWS_ENDPOINT_URL_EVENTBRIDGE} should say on this machine. */
    public URI endpoint() {
        return endpoint.url();
    }

    /** The newest events first, at most so many of the last 500. */
    public List<SeenEvent> newest(int limit) {
        return seen.stream().limit(limit).toList();
    }

    /** The last 100 deliveries that were given up. */
    public List<Delivery> givenUp() {
        return deliveries.givenUp();
    }

    /** The next calls suffer these, one each, in this order. */
    public void suffer(Fault... next) {
        faults.addAll(List.of(next));
    }

    private Reply answer(Question question) {
        if (!question.target().equals("AWSEvents.PutEvents")) {
            throw new AwsError(400, "UnknownOperationException", question.target() + " is not emulated.");
        }
        var fault = faults.poll();
        refuse(fault);
        var entries = entries(question.json());
        var results = new ArrayList<Map<String, String>>();
        for (var entry : entries) {
            var isFailing = fault == Fault.FIRST_ENTRY_FAILS && results.isEmpty();
            results.add(isFailing ? failed("InternalFailure", "Try again.") : put(entry));
        }
        if (fault == Fault.ANSWER_LOST) {
            throw new LostAnswer();
        }
        var failures = results.stream()
                .filter(result -> result.containsKey("ErrorCode"))
                .count();
        return Reply.ok(Map.of("FailedEntryCount", failures, "Entries", results));
    }

    private static List<Entry> entries(Map<String, Object> request) {
        var entries = request.get("Entries") instanceof List<?> list
                ? list.stream().map(LocalBus::entry).toList()
                : List.<Entry>of();
        if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
            throw AwsError.validation("1 validation error detected: Value at 'entries' failed to satisfy constraint:"
                    + " Member must have length between 1 and " + MAX_ENTRIES);
        }
        if (entries.stream().mapToInt(Entry::size).sum() > MAX_BYTES) {
            throw AwsError.validation("Total size of the entries in the request is over the limit.");
        }
        return entries;
    }

    private static Entry entry(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            return new Entry(Json.strings(map));
        }
        throw new AwsError(400, "SerializationException", "An entry is not an object.");
    }

    private Map<String, String> put(Entry entry) {
        for (var refusal : entry.refusals()) {
            return failed(refusal.code(), refusal.message());
        }
        if (!buses.contains(entry.bus())) {
            return failed("InvalidArgument", "Event bus " + entry.bus() + " does not exist.");
        }
        var id = newId();
        var now = clock.instant();
        var event = entry.event(id, now);
        var wanting = rules.matching(entry.bus(), event);
        var names = wanting.stream().map(Subscription::name).sorted().toList();
        seen.addFirst(new SeenEvent(id, now, entry.bus(), entry.source(), entry.detailType(), event, names));
        while (seen.size() > KEPT) {
            seen.pollLast();
        }
        wanting.forEach(subscription -> deliveries.deliver(subscription, event));
        return Map.of("EventId", id);
    }

    private static Map<String, String> failed(String code, String message) {
        return Map.of("ErrorCode", code, "ErrorMessage", message);
    }

    private static void refuse(@Nullable Fault fault) {
        switch (fault) {
            case THROTTLED -> throw new AwsError(400, "ThrottlingException", "Rate exceeded");
            case BROKEN -> throw new AwsError(500, "InternalException", "Try again.");
            case null -> {}
            case FIRST_ENTRY_FAILS, ANSWER_LOST -> {}
        }
    }

    private static String newId() {
        var random = RandomGenerator.getDefault();
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
    }

    /** Frees the port and ends the threads; deliveries under way are interrupted, waiting ones dropped. */
    @Override
    public void close() {
        endpoint.close();
        deliveries.close();
    }
}
