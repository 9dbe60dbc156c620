package dev.parvis.functions.api.posts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

import dev.parvis.domain.answers.Answers;
import dev.parvis.domain.approvals.Approvals;
import dev.parvis.domain.approvals.Requests;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Resumption;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Stops;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.Permission;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/**
 * {@code …/holds/suspended}: what stops have held, and what people decide on each. Nothing here goes out before somebody
 * has said so of that very target; saying it twice is saying it once.
 */
public final class SuspendedRoutes {
    private static final String PATH = "/v1/workspaces/{workspace}/holds/suspended";
    /** Each is a transaction of its own, within the function's time. */
    private static final int MOST = 25;

    private final Brands brands;
    private final Posts posts;
    private final Holds holds;
    private final Requests requests;
    private final Approvals approvals;
    private final Following following;
    private final Pages pages;
    private final Deeds deeds;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(Brands brands, Posts posts, Holds holds, Items items) {}

    private enum Choice {
        PUBLISH,
        RESCHEDULE,
        CANCEL
    }

    /** One decision as it was asked for. */
    private record Asked(PostWithTargets whole, ChannelId channel, long revision, Choice choice, Optional<Instant> at) {
        Optional<Target> target() {
            return whole.targets().stream()
                    .filter(target -> target.channel().equals(channel))
                    .findFirst();
        }
    }

    public SuspendedRoutes(Stores stores, PostRoutes.Calls calls, InstantSource clock) {
        this.brands = stores.brands();
        this.posts = stores.posts();
        this.holds = stores.holds();
        this.requests = calls.requests();
        this.approvals = calls.approvals();
        this.following = new Following(stores.items(), stores.posts(), clock);
        this.pages = calls.pages();
        this.deeds = calls.deeds();
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.get(PATH, members.reads(Place.QUERY, this::list))
                .post(PATH + "/decisions", members.reads(Place.SEEN, this::decide));
    }

    private Response list(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, Inputs.query(request, "brand")).id();
        var list = "suspended " + brand;
        var page = posts.suspended(caller.workspace(), brand, pages.asked(request, caller, list));
        return pages.answer(caller, list, page, this::suspended);
    }

    private Json suspended(Target target) {
        var content = posts.content(target.workspace(), target.post(), target.revision());
        var text = content.map(said -> said.on(target.network()).text());
        return Json.obj(
                "post",
                target.post().value(),
                "channel",
                target.channel().value(),
                "network",
                target.network().value(),
                "revision",
                target.revision(),
                "dueAt",
                Times.format(target.dueAt()),
                "reason",
                target.reason(),
                "text",
                text.orElse(""),
                "answers",
                content.flatMap(Content::answers)
                        .<Object>map(PostJson::answered)
                        .orElse(Json.absent()),
                "automatic",
                content.flatMap(Content::answers).isPresent() && isAutomatic(target));
    }

    private boolean isAutomatic(Target target) {
        return posts.find(target.workspace(), target.post())
                .filter(whole -> Answers.isAutomatic(whole.post()))
                .isPresent();
    }

    /** All are read and checked before the first is decided: what is wrong with one is said before anything is done. */
    private Response decide(Request request, Caller caller) {
        var fields = Inputs.fields(request);
        var asked = new ArrayList<Asked>();
        var given = fields.objects("decisions", MOST);
        if (given.isEmpty()) {
            fields.refuse("decisions", "required", "must hold at least one");
        }
        given.forEach(each -> asked(each, caller).ifPresent(asked::add));
        Inputs.check(fields);
        var answers = asked.stream().map(each -> decided(caller, each)).toList();
        return Response.json(200, Json.obj("items", answers));
    }

    private Optional<Asked> asked(Fields fields, Caller caller) {
        var id = fields.requiredLine("post", 1, 64);
        var channel = fields.requiredLine("channel", 1, 64);
        var revision = fields.requiredWhole("revision", 1, Long.MAX_VALUE);
        var choice = fields.requiredChoice("action", Choice.class);
        var whole = Ids.parsed(id, PostId::new)
                .flatMap(post -> posts.find(caller.workspace(), post))
                .filter(found -> caller.sees(found.post().brand()));
        whole.ifPresent(found -> Members.require(
                Permission.CRISIS_RESUME, caller.member().on(found.post().brand())));
        if (whole.isEmpty() && !id.isEmpty()) {
            fields.refuse("post", "not_found", "must be a post of this workspace");
        }
        var at = at(fields, whole, caller, choice);
        return whole.flatMap(found ->
                Ids.parsed(channel, ChannelId::new).map(parsed -> new Asked(found, parsed, revision, choice, at)));
    }

    private Optional<Instant> at(Fields fields, Optional<PostWithTargets> whole, Caller caller, Choice choice) {
        if (choice != Choice.RESCHEDULE) {
            if (fields.has("schedule")) {
                fields.refuse("schedule", "not_allowed", "goes with reschedule only");
            }
            return Optional.empty();
        }
        var brand = whole.flatMap(
                found -> brands.find(caller.workspace(), found.post().brand()));
        return switch (PostInput.when(fields, brand, clock.instant(), Optional.empty())) {
            case When.Said(var schedule) -> {
                if (schedule.isEmpty() && !fields.has("schedule")) {
                    fields.refuse("schedule", "required", "must say when");
                }
                yield schedule.map(Schedule::at);
            }
            case When.NextSlot() -> {
                fields.refuse("schedule", "not_allowed", "must say a time: a slot is found by editing the post");
                yield Optional.empty();
            }
        };
    }

    private Json decided(Caller caller, Asked asked) {
        if (asked.choice() == Choice.PUBLISH) {
            var hindrance = standing(asked).or(() -> unapproved(asked));
            if (hindrance.isPresent()) {
                return answer(asked, "refused", hindrance.get(), asked.whole());
            }
        }
        var resumption = resumption(caller, asked);
        if (resumption.refusal(asked.whole(), asked.channel(), asked.revision()).isEmpty()) {
            requests.ask(resumption.on(asked.whole(), asked.channel()).post());
        }
        var change = posts.resume(
                caller.workspace(), asked.whole().post().id(), asked.channel(), asked.revision(), resumption);
        return switch (change) {
            case Change.Done<PostWithTargets>(var now) -> {
                told(caller, asked, now);
                yield answer(asked, "done", "", now);
            }
            case Change.Refused<PostWithTargets>(var reason) -> answer(asked, "refused", reason, again(asked));
            case Change.Conflict<PostWithTargets>(var now) ->
                answer(asked, "refused", "It is being edited: decide again.", now);
            case Change.Missing<PostWithTargets> _ ->
                throw Problem.of(Problem.Code.NOT_FOUND, "A post was deleted while this was decided.")
                        .exception();
        };
    }

    private PostWithTargets again(Asked asked) {
        var post = asked.whole().post();
        return posts.find(post.workspace(), post.id()).orElse(asked.whole());
    }

    /** What would be held again at once is not published: the person is told why. */
    private Optional<String> standing(Asked asked) {
        var stops = holds.stops(asked.whole().post().workspace());
        return asked.target()
                .filter(target -> !stops.over(target.brand(), target.network()).isEmpty())
                .map(_ -> "A stop still covers it: release the stop, or give it another time and approve it as a"
                        + " statement.");
    }

    /** What was approved for another time is asked about again, and "at once" leaves nobody the time to agree. */
    private static Optional<String> unapproved(Asked asked) {
        var whole = asked.target().filter(target -> target.out().isEmpty());
        return asked.whole().post().approval().isPresent() && whole.isPresent()
                ? Optional.of(
                        "It takes approval, which was for its time: give it another time, and it is asked for again.")
                : Optional.empty();
    }

    /** At once is no earlier than the end of the stop, whatever this clock says. */
    private Resumption resumption(Caller caller, Asked asked) {
        return switch (asked.choice()) {
            case CANCEL -> new Resumption.Cancel();
            case RESCHEDULE -> new Resumption.At(asked.at().orElseThrow());
            case PUBLISH -> {
                var lifted = holds.stops(caller.workspace()).lifted().stream()
                        .map(Stops.Lifted::until)
                        .reduce(clock.instant(), (one, other) -> one.isAfter(other) ? one : other);
                yield new Resumption.At(lifted);
            }
        };
    }

    private void told(Caller caller, Asked asked, PostWithTargets now) {
        var deed = "suspended." + asked.choice().name().toLowerCase(Locale.ROOT);
        var subject = "post/" + now.post().id() + "/" + asked.channel();
        deeds.done(caller, deed, subject, now.post().version());
        following.follow(now.post());
        if (asked.choice() != Choice.CANCEL) {
            approvals.tellAsked(now.post());
        }
    }

    private static Json answer(Asked asked, String outcome, String detail, PostWithTargets now) {
        var target = now.targets().stream()
                .filter(each -> each.channel().equals(asked.channel()))
                .findFirst();
        return Json.obj(
                "post",
                now.post().id().value(),
                "channel",
                asked.channel().value(),
                "outcome",
                outcome,
                "detail",
                detail,
                "state",
                target.<Object>map(there -> there.state().name().toLowerCase(Locale.ROOT))
                        .orElse(Json.absent()),
                "dueAt",
                target.<Object>map(there -> Times.format(there.dueAt())).orElse(Json.absent()),
                "revision",
                target.<Object>map(Target::revision).orElse(Json.absent()));
    }
}
