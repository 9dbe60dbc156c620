package dev.parvis.functions.api.posts;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.evergreen.Entry;
import dev.parvis.domain.evergreen.EntryId;
import dev.parvis.domain.evergreen.EvergreenPosts;
import dev.parvis.domain.evergreen.Queue;
import dev.parvis.domain.evergreen.Queues;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.posts.Utm;
import dev.parvis.domain.stored.Page;
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
 * {@code …/queues/{queue}/entries}: what a queue may say again. An entry is written, or copied of a post that has proved
 * itself ({@code post}); what the queue's channels would not take is refused here, not on the day it comes round.
 */
public final class EntryRoutes {
    private static final String ALL = QueueRoutes.ONE + "/entries";
    private static final String ONE = ALL + "/{entry}";

    private final PostRoutes.Stores stores;
    private final Queues queues;
    private final EvergreenPosts made;
    private final Preflight preflight;
    private final Labelling labelling;
    private final WrongClient clients;
    private final Carding carding;
    private final Sites.Known sites;
    private final PostRoutes.Calls calls;

    public EntryRoutes(PostRoutes.Stores stores, QueueRoutes.Filling filling, PostRoutes.Calls calls) {
        this.stores = stores;
        this.queues = filling.queues();
        this.made = filling.posts();
        this.preflight = new Preflight(stores.connections(), stores.media(), stores.networks());
        this.labelling = new Labelling(stores.sheets());
        this.clients = new WrongClient(stores);
        this.carding = new Carding(stores);
        this.sites = Sites.Known.by(stores.sheets());
        this.calls = calls;
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
            var queue = QueueRoutes.queue(queues, request, caller);
            var brand = Ids.brand(stores.brands(), caller, request.param("brand"));
            var fields = Inputs.fields(request);
            var copied = fields.optionalLine("post", 1, 64).flatMap(post -> post(fields, brand, post));
            if (fields.isRefused("post")) {
                Inputs.check(fields);
            }
            var content = ContentInput.content(fields, copied.map(Post::content).map(Content::asTyped));
            var labels = labelling.read(
                    fields, Optional.of(brand), copied.map(Post::labels).orElse(Labels.NONE));
            check(fields, brand, queue, content);
            var until = Inputs.date(fields, "until");
            var confirmed = Warnings.confirmed(fields);
            Inputs.check(fields);
            var worded = carding.worded(brand, content, queue.channels());
            clients.confirm(caller, brand, new WrongClient.Going(worded, queue.channels()), confirmed);
            var entry = Creation.made(queues.add(new Entry(
                    caller.workspace(),
                    queue.queue(),
                    new EntryId(id),
                    worded,
                    labels,
                    until,
                    0,
                    Optional.empty(),
                    false,
                    1)));
            done(caller, "entry.added", entry);
            made.fill(queue);
            return Creation.created(
                    "/v1/workspaces/" + caller.workspace() + "/brands/" + queue.brand() + "/queues/" + queue.queue()
                            + "/entries/" + id,
                    entry.version(),
                    QueueJson.of(entry));
        });
    }

    private Optional<Post> post(Fields fields, Brand brand, String id) {
        var found = Ids.parsed(id, PostId::new)
                .flatMap(post -> stores.posts().find(brand.workspace(), post))
                .map(whole -> whole.post())
                .filter(post -> post.brand().equals(brand.id()));
        if (found.isEmpty()) {
            fields.refuse("post", "not_found", "must be a post of this brand");
        }
        return found;
    }

    private void check(Fields fields, Brand brand, Queue queue, Content content) {
        preflight.content(fields, brand, content);
        preflight.scheduled(fields, brand, content);
        var tagged = Utm.on(content, Preflight.AS_LONG, Labels.NONE, brand, sites);
        preflight.channels(
                fields, brand, queue.channels().stream().map(ChannelId::value).toList(), tagged);
    }

    private Response list(Request request, Caller caller) {
        var queue = QueueRoutes.queue(queues, request, caller);
        var list = "entries " + queue.queue();
        var asked = calls.pages().asked(request, caller, list);
        var rest = queues.entries(caller.workspace(), queue.queue()).stream()
                .filter(entry -> asked.after()
                        .filter(last -> entry.id().value().compareTo(last) <= 0)
                        .isEmpty())
                .toList();
        return calls.pages().answer(caller, list, page(rest, asked.limit()), QueueJson::of);
    }

    private static Page<Entry> page(List<Entry> rest, int limit) {
        return rest.size() <= limit
                ? Page.last(rest)
                : new Page<>(
                        rest.subList(0, limit),
                        Optional.of(rest.get(limit - 1).id().value()));
    }

    private Response read(Request request, Caller caller) {
        var entry = entry(request, caller);
        return Versions.tagged(Response.json(200, QueueJson.of(entry)), entry.version());
    }

    private Response change(Request request, Caller caller) {
        var version = Versions.expected(request);
        var queue = QueueRoutes.queue(queues, request, caller);
        var now = entry(request, caller);
        var brand = Ids.brand(stores.brands(), caller, request.param("brand"));
        var fields = Inputs.fields(request);
        var content = ContentInput.content(fields, Optional.of(now.content()));
        var labels = labelling.read(fields, Optional.of(brand), now.labels());
        check(fields, brand, queue, content);
        var until = fields.has("until") ? Inputs.date(fields, "until") : now.until();
        var paused = fields.optionalTruth("paused").orElse(now.paused());
        var confirmed = Warnings.confirmed(fields);
        Inputs.check(fields);
        var worded = content.equals(now.content()) ? content : carding.worded(brand, content, queue.channels());
        if (!content.equals(now.content())) {
            clients.confirm(caller, brand, new WrongClient.Going(worded, queue.channels()), confirmed);
        }
        var changed = new Entry(
                now.workspace(),
                now.queue(),
                now.id(),
                worded,
                labels,
                until,
                now.times(),
                now.last(),
                paused,
                version);
        var change = queues.change(changed);
        done(caller, "entry.changed", Versions.done(change));
        made.fill(queue);
        return Versions.changed(change, Entry::version, QueueJson::of);
    }

    private Response delete(Request request, Caller caller) {
        var entry = entry(request, caller);
        var version = Versions.expected(request);
        var response = Versions.deleted(queues.remove(caller.workspace(), entry.queue(), entry.id(), version));
        done(caller, "entry.removed", entry);
        return response;
    }

    private void done(Caller caller, String deed, Entry entry) {
        calls.deeds().done(caller, deed, "entry/" + entry.queue() + "/" + entry.id(), entry.version());
    }

    private Entry entry(Request request, Caller caller) {
        var queue = QueueRoutes.queue(queues, request, caller);
        return queues.entry(caller.workspace(), queue.queue(), Ids.of(request.param("entry"), EntryId::new))
                .orElseThrow(Ids::nothingHere);
    }
}
