package dev.parvis.functions.api.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Target;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** {@code …/posts/{post}/history}: who did what to a post, when and why, and what networks answered. */
public final class PostHistoryRoute {
    /** Clocks of processes differ by less. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Posts posts;
    private final Audit audit;
    private final Pages pages;
    private final InstantSource clock;

    public PostHistoryRoute(Posts posts, Audit audit, Pages pages, InstantSource clock) {
        this.posts = posts;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.get("/v1/workspaces/{workspace}/posts/{post}/history", members.reads(Place.POST, this::history));
    }

    private Response history(Request request, Caller caller) {
        var whole = posts.find(caller.workspace(), Ids.of(request.param("post"), PostId::new))
                .orElseThrow(Ids::nothingHere);
        var list = "history " + whole.post().id();
        var from = whole.post().createdAt().minus(SKEW);
        var page = audit.about(
                caller.workspace(),
                "post/" + whole.post().id(),
                from,
                until(whole),
                pages.asked(request, caller, list));
        return pages.answer(caller, list, page, PostHistoryRoute::entry);
    }

    /** What is told of a target is told at the second it was promised for, which a clock may not have reached. */
    private Instant until(PostWithTargets whole) {
        var now = clock.instant();
        return whole.targets().stream()
                .map(Target::dueAt)
                .reduce(now, (one, other) -> one.isAfter(other) ? one : other)
                .plus(SKEW);
    }

    private static Json entry(AuditEntry entry) {
        var facts = new LinkedHashMap<>(entry.facts());
        facts.keySet().removeIf(name -> name.equals("brand") || name.equals("post"));
        return Json.obj(
                "at",
                Times.format(entry.at()),
                "actor",
                entry.actor(),
                "action",
                entry.action(),
                "said",
                Json.obj("fr", DeedWords.french(entry), "en", DeedWords.english(entry)),
                "why",
                entry.why(),
                "facts",
                facts);
    }
}
