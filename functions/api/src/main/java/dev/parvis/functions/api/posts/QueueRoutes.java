package dev.parvis.functions.api.posts;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.evergreen.EvergreenPosts;
import dev.parvis.domain.evergreen.Queue;
import dev.parvis.domain.evergreen.QueueId;
import dev.parvis.domain.evergreen.Queues;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Fields;

/**
 * {@code …/brands/{brand}/queues}: what fills the slots that nobody has taken. A change is seen in the calendar at once;
 * where a worker is at it already, a tick later. What was made stays when a queue is paused or deleted: those are posts.
 */
public final class QueueRoutes {
    static final String ALL = "/v1/workspaces/{workspace}/brands/{brand}/queues";
    static final String ONE = ALL + "/{queue}";
    private static final int MOST_CHANNELS = 20;

    private final PostRoutes.Stores stores;
    private final Queues queues;
    private final Channels channels;
    private final EvergreenPosts made;
    private final PostRoutes.Calls calls;
    private final InstantSource clock;

    /** The queues, what fills the slots, and where. */
    public record Filling(Queues queues, EvergreenPosts posts, Channels channels) {}

    public QueueRoutes(PostRoutes.Stores stores, Filling filling, PostRoutes.Calls calls, InstantSource clock) {
        this.stores = stores;
        this.queues = filling.queues();
        this.channels = filling.channels();
        this.made = filling.posts();
        this.calls = calls;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post(ALL, members.writes(Place.BRAND, this::create))
                .get(ALL, members.reads(Place.BRAND, this::list))
                .get(ONE, members.reads(Place.BRAND, this::read))
                .patch(ONE, members.writes(Place.BRAND, this::change))
                .delete(ONE, members.writes(Place.BRAND, this::delete));
    }

    private Response create(Request request, Caller caller) {
        return calls.creation().create(request, caller, id -> {
            var brand = Ids.brand(stores.brands(), caller, request.param("brand"));
            var fields = Inputs.fields(request);
            var name = fields.requiredLine("name", 1, 100);
            var channels = channels(fields, brand, Optional.empty());
            var gap = gap(fields).orElse(Queue.USUAL_GAP);
            var perDay = perDay(fields).orElse(1);
            Inputs.check(fields);
            var now = clock.instant();
            var queue = new Queue(
                    caller.workspace(),
                    new QueueId(id),
                    brand.id(),
                    name,
                    channels,
                    gap,
                    perDay,
                    false,
                    caller.subject(),
                    now,
                    1);
            var kept = Creation.made(queues.create(queue, now));
            done(caller, "queue.created", kept);
            return Creation.created(
                    "/v1/workspaces/" + caller.workspace() + "/brands/" + kept.brand() + "/queues/" + kept.queue(),
                    kept.version(),
                    QueueJson.of(kept));
        });
    }

    private static Optional<Integer> gap(Fields fields) {
        return fields.optionalWhole("gapDays", Queue.SHORTEST_GAP, Queue.LONGEST_GAP)
                .map(Math::toIntExact);
    }

    private static Optional<Integer> perDay(Fields fields) {
        return fields.optionalWhole("perDay", 1, Queue.MOST_PER_DAY).map(Math::toIntExact);
    }

    /** The slots are those of the first. */
    private List<ChannelId> channels(Fields fields, Brand brand, Optional<Queue> before) {
        if (before.isPresent() && !fields.has("channels")) {
            return before.get().channels();
        }
        var found = fields.texts("channels", MOST_CHANNELS, 64).stream()
                .distinct()
                .flatMap(id -> Ids.parsed(id, ChannelId::new).stream())
                .flatMap(id -> channels.find(brand.workspace(), id).stream())
                .filter(channel -> channel.brand().equals(brand.id()))
                .map(Channel::id)
                .toList();
        var asked =
                fields.texts("channels", MOST_CHANNELS, 64).stream().distinct().count();
        if (found.isEmpty() || found.size() < asked) {
            fields.refuse("channels", "not_found", "must name channels of this brand, one at least");
        }
        return found.isEmpty() ? List.of(new ChannelId("0")) : found;
    }

    private Response list(Request request, Caller caller) {
        var brand = Ids.brand(stores.brands(), caller, request.param("brand")).id();
        var list = "queues " + brand;
        var page = queues.list(caller.workspace(), brand, calls.pages().asked(request, caller, list));
        return calls.pages().answer(caller, list, page, QueueJson::of);
    }

    private Response read(Request request, Caller caller) {
        var queue = queue(queues, request, caller);
        return Versions.tagged(Response.json(200, QueueJson.of(queue)), queue.version());
    }

    private Response change(Request request, Caller caller) {
        var version = Versions.expected(request);
        var now = queue(queues, request, caller);
        var brand = Ids.brand(stores.brands(), caller, request.param("brand"));
        var fields = Inputs.fields(request);
        var name = fields.optionalLine("name", 1, 100).orElse(now.name());
        var channels = channels(fields, brand, Optional.of(now));
        var gap = gap(fields).orElse(now.gapDays());
        var perDay = perDay(fields).orElse(now.perDay());
        var paused = fields.optionalTruth("paused").orElse(now.paused());
        Inputs.check(fields);
        var changed = new Queue(
                now.workspace(),
                now.queue(),
                now.brand(),
                name,
                channels,
                gap,
                perDay,
                paused,
                now.createdBy(),
                now.createdAt(),
                version);
        var change = queues.change(changed, clock.instant());
        var kept = Versions.done(change);
        made.fill(kept);
        done(caller, "queue.changed", kept);
        return Versions.changed(change, Queue::version, QueueJson::of);
    }

    private Response delete(Request request, Caller caller) {
        var queue = queue(queues, request, caller);
        var version = Versions.expected(request);
        var response = Versions.deleted(queues.delete(caller.workspace(), queue.brand(), queue.queue(), version));
        done(caller, "queue.deleted", queue);
        return response;
    }

    private void done(Caller caller, String deed, Queue queue) {
        calls.deeds().done(caller, deed, "queue/" + queue.queue(), queue.version());
    }

    static Queue queue(Queues queues, Request request, Caller caller) {
        var brand = Ids.of(request.param("brand"), BrandId::new);
        return queues.find(caller.workspace(), brand, Ids.of(request.param("queue"), QueueId::new))
                .orElseThrow(Ids::nothingHere);
    }
}
