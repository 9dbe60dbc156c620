package dev.parvis.functions.api.posts;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.parvis.domain.approvals.Approvals;
import dev.parvis.domain.approvals.Requests;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.cards.Cards;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.posts.Utm;
import dev.parvis.domain.preflight.Checks;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.slots.FreeSlots;
import dev.parvis.domain.slots.Slots;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.functions.api.history.PostHistory;
import dev.parvis.functions.api.media.UsableMedia;
import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;

/** {@code /v1/workspaces/{workspace}/posts}: write, schedule, change, cancel. */
public final class PostRoutes {
    private final Brands brands;
    private final Posts posts;
    private final Preflight preflight;
    private final Checks checks;
    private final Placing placing;
    private final Sites.Known sites;
    private final Labelling labelling;
    private final Warnings warnings;
    private final Carding carding;
    private final Creation creation;
    private final Pages pages;
    private final Deeds deeds;
    private final Requests requests;
    private final Approvals approvals;
    private final Following following;
    private final PostHistory history;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(
            Brands brands,
            Channels channels,
            Sheets sheets,
            Posts posts,
            Checks checks,
            Slots slots,
            UsableMedia media,
            Connections connections,
            Networks networks,
            Cards cards,
            Items items) {}

    /** What every creation and list goes through, and who is asked to approve. */
    public record Calls(Creation creation, Pages pages, Deeds deeds, Requests requests, Approvals approvals) {}

    public PostRoutes(Stores stores, Calls calls, PostHistory history, InstantSource clock) {
        this.brands = stores.brands();
        this.posts = stores.posts();
        this.checks = stores.checks();
        this.preflight = new Preflight(stores.connections(), stores.media(), stores.networks());
        this.placing = new Placing(new FreeSlots(stores.slots(), clock));
        this.labelling = new Labelling(stores.sheets());
        this.sites = Sites.Known.by(stores.sheets());
        this.warnings = new Warnings(stores, clock);
        this.carding = new Carding(stores);
        this.creation = calls.creation();
        this.pages = calls.pages();
        this.deeds = calls.deeds();
        this.requests = calls.requests();
        this.approvals = calls.approvals();
        this.following = new Following(stores.items(), stores.posts(), clock);
        this.history = history;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post("/v1/workspaces/{workspace}/posts", members.writes(Place.BODY, this::create))
                .get("/v1/workspaces/{workspace}/posts", members.reads(Place.QUERY, this::list))
                .get("/v1/workspaces/{workspace}/posts/{post}", members.reads(Place.POST, this::read))
                .patch("/v1/workspaces/{workspace}/posts/{post}", members.writes(Place.POST, this::change))
                .post("/v1/workspaces/{workspace}/posts/{post}/cancel", members.writes(Place.POST, this::cancel))
                .delete("/v1/workspaces/{workspace}/posts/{post}", members.writes(Place.POST, this::delete));
    }

    private Response create(Request request, Caller caller) {
        return creation.create(request, caller, id -> madeOrThere(request, caller, id));
    }

    /** Whoever takes over may come too late for the schedule of a post that its first maker has kept. */
    private Response madeOrThere(Request request, Caller caller, String id) {
        try {
            return made(request, caller, id);
        } catch (ProblemException refused) {
            var there = posts.find(caller.workspace(), new PostId(id)).orElseThrow(() -> refused);
            return created(caller, there, List.of());
        }
    }

    private static Response created(Caller caller, PostWithTargets made, List<Warning> told) {
        var json = PostJson.of(made).with("warnings", Warnings.json(told));
        return Creation.created(location(caller, made.post().id()), made.post().version(), json);
    }

    private Response made(Request request, Caller caller, String id) {
        var fields = Inputs.fields(request);
        var brand = Inputs.brand(fields, brands, caller);
        var content = ContentInput.content(fields, Optional.empty());
        var labels = labelling.read(fields, brand, Labels.NONE);
        var ids = PostInput.channels(fields);
        var when = PostInput.when(fields, brand, clock.instant(), Optional.empty());
        PostInput.goesSomewhere(fields, when, ids);
        var confirmed = Warnings.confirmed(fields);
        if (brand.isEmpty()) {
            Inputs.check(fields);
        }
        preflight.content(fields, brand.orElseThrow(), content);
        if (when.isSchedule()) {
            preflight.scheduled(fields, brand.get(), content);
        }
        var tagged = Utm.on(content, new PostId(id), labels, brand.get(), sites);
        var channels = preflight.channels(fields, brand.get(), ids, tagged);
        Inputs.check(fields);
        var order = new Placing.Order(brand.get(), new PostId(id), channels);
        var worded = carding.worded(content, channels, when);
        var told = warnings.before(caller, Warnings.Subject.of(order, worded), when, confirmed);
        var made = Creation.made(placing.keep(order, when, (schedule, booking) -> {
            preflight.rights(fields, order.brand(), content, schedule);
            Inputs.check(fields);
            var post = written(caller, order, worded, schedule);
            var planned = planned(post.with(labels), order, Optional.empty());
            return posts.create(planned.post(), planned.targets(), booking);
        }));
        deeds.done(caller, "post.created", "post/" + id, made.post().version());
        approvals.tellAsked(made.post());
        return created(caller, made, told);
    }

    private Post written(Caller caller, Placing.Order order, Content content, Optional<Schedule> schedule) {
        var now = clock.instant();
        return new Post(
                caller.workspace(), order.post(), order.brand().id(), content, schedule, 1, caller.subject(), now, 1);
    }

    private static String location(Caller caller, PostId id) {
        return "/v1/workspaces/" + caller.workspace() + "/posts/" + id;
    }

    /** Whoever must agree is asked before the post is kept: who asks them looks at what was. */
    private PostWithTargets planned(Post post, Placing.Order order, Optional<Approval> before) {
        var planned = Plan.knowing(sites).make(post, order.brand(), order.channels(), before);
        if (!planned.post().approval().equals(before)) {
            requests.ask(planned.post());
        }
        return planned;
    }

    private Response list(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, Inputs.query(request, "brand")).id();
        var month = Inputs.month(request, YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)));
        var wanted = Labelling.Wanted.by(request);
        var list = "posts " + brand + " " + month + " " + wanted;
        var page = posts.calendar(caller.workspace(), brand, month, pages.asked(request, caller, list));
        var fitting = page.items().stream().filter(wanted::fits).toList();
        return pages.answer(caller, list, new Page<>(fitting, page.next()), PostJson::of);
    }

    /** All there is to tell of a post: where each target stands, what was seen of it before its time, and its history. */
    private Response read(Request request, Caller caller) {
        var whole = whole(request, caller);
        var id = whole.post().id();
        var shown =
                PreflightJson.of(whole, checks.find(caller.workspace(), id)).with("history", history.begun(caller, id));
        var warned = whole.post().schedule().isPresent()
                ? shown
                : shown.with("warnings", Warnings.json(warnings.ofDraft(caller, whole)));
        return Versions.tagged(Response.json(200, warned), whole.post().version());
    }

    private Response change(Request request, Caller caller) {
        var version = Versions.expected(request);
        var now = whole(request, caller);
        var brand = brands.find(caller.workspace(), now.post().brand()).orElseThrow(Ids::nothingHere);
        var fields = Inputs.fields(request);
        var content = ContentInput.content(fields, Optional.of(now.post().content()));
        var labels = labelling.read(fields, Optional.of(brand), now.post().labels());
        preflight.content(fields, brand, content);
        if (now.post().isAnswer() && fields.has("channels")) {
            fields.refuse("channels", "not_allowed", "must be left out: an answer goes where it was asked for");
        }
        var ids = fields.has("channels") && !now.post().isAnswer()
                ? PostInput.channels(fields)
                : now.targets().stream().map(target -> target.channel().value()).toList();
        var tagged = Utm.on(content, now.post().id(), labels, brand, sites);
        var channels = preflight.channels(fields, brand, ids, tagged);
        var when = PostInput.when(
                fields, Optional.of(brand), clock.instant(), now.post().schedule());
        PostInput.goesSomewhere(fields, when, ids);
        var confirmed = Warnings.confirmed(fields);
        if (when.isSchedule()) {
            preflight.scheduled(fields, brand, content);
        }
        Inputs.check(fields);
        var order = new Placing.Order(brand, now.post().id(), channels);
        var worded = carding.worded(content, channels, when, scheduled(now));
        var told = warnings.before(caller, now, Warnings.Subject.of(order, worded), when, confirmed);
        var changed = placing.keep(order, when, (schedule, booking) -> {
            preflight.rights(fields, order.brand(), content, schedule);
            Inputs.check(fields);
            var edited = edited(now.post(), worded, schedule, version);
            var planned = planned(edited.with(labels), order, now.post().approval());
            return posts.change(planned.post(), planned.targets(), booking);
        });
        var response = answer(
                caller, "post.changed", changed, whole -> PostJson.of(whole).with("warnings", Warnings.json(told)));
        approvals.tellAsked(Versions.done(changed).post());
        return response;
    }

    /** What it says, if it was to go out already. */
    private static Optional<Content> scheduled(PostWithTargets now) {
        return now.post().schedule().map(_ -> now.post().content());
    }

    private static Post edited(Post now, Content content, Optional<Schedule> schedule, long version) {
        return new Post(
                now.workspace(),
                now.id(),
                now.brand(),
                content,
                schedule,
                now.revision() + 1,
                now.createdBy(),
                now.createdAt(),
                version);
    }

    private Response cancel(Request request, Caller caller) {
        var id = Ids.of(request.param("post"), PostId::new);
        var cancelled = posts.cancel(caller.workspace(), id, Versions.expected(request));
        return answer(caller, "post.cancelled", cancelled, PostJson::of);
    }

    private Response answer(
            Caller caller, String deed, Change<PostWithTargets> change, Function<PostWithTargets, Json> json) {
        var done = Versions.done(change);
        deeds.done(caller, deed, "post/" + done.post().id(), done.post().version());
        following.follow(done.post());
        return Versions.changed(change, whole -> whole.post().version(), json);
    }

    private Response delete(Request request, Caller caller) {
        var id = Ids.of(request.param("post"), PostId::new);
        var version = Versions.expected(request);
        var deleted = posts.delete(caller.workspace(), id, version);
        var response = Versions.deleted(deleted);
        deeds.done(caller, "post.deleted", "post/" + id, version);
        following.follow(Versions.done(deleted).post());
        return response;
    }

    private PostWithTargets whole(Request request, Caller caller) {
        return posts.find(caller.workspace(), Ids.of(request.param("post"), PostId::new))
                .orElseThrow(Ids::nothingHere);
    }
}
