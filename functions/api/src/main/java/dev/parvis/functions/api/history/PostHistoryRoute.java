package dev.parvis.functions.api.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.ChannelNames;
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

    /** What happened in the same instant: a part after the other, and how it ended last. */
    private static final Comparator<AuditEntry> IN_ORDER = Comparator.comparing(AuditEntry::at)
            .thenComparing(entry -> entry.facts().getOrDefault("part", "~"));

    private final Posts posts;
    private final Audit audit;
    private final Channels channels;
    private final ChannelNames names;
    private final Pages pages;
    private final InstantSource clock;

    /** What is read. */
    public record Stores(Posts posts, Audit audit, Channels channels, Networks networks) {}

    public PostHistoryRoute(Stores stores, Pages pages, InstantSource clock) {
        this.posts = stores.posts();
        this.audit = stores.audit();
        this.channels = stores.channels();
        this.names = new ChannelNames(stores.networks());
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
        var called = new HashMap<String, String>();
        var inOrder = new Page<>(page.items().stream().sorted(IN_ORDER).toList(), page.next());
        return pages.answer(
                caller, list, inOrder, entry -> entry(entry, called.computeIfAbsent(subject(entry), _ -> name(entry))));
    }

    /** What is told of a target is told at the second it was promised for, which a clock may not have reached. */
    private Instant until(PostWithTargets whole) {
        var now = clock.instant();
        return whole.targets().stream()
                .map(Target::dueAt)
                .reduce(now, (one, other) -> one.isAfter(other) ? one : other)
                .plus(SKEW);
    }

    private static String subject(AuditEntry entry) {
        return channel(entry) + " " + entry.facts().getOrDefault("network", "");
    }

    /** What members did to a target is kept under {@code post/POST/CHANNEL}. */
    private static String channel(AuditEntry entry) {
        var subject = entry.subject().split("/", 3);
        return entry.facts().getOrDefault("channel", subject.length == 3 ? subject[2] : "");
    }

    private String name(AuditEntry entry) {
        var found = Ids.parsed(channel(entry), ChannelId::new).flatMap(id -> channels.find(entry.workspace(), id));
        return Ids.parsed(entry.facts().getOrDefault("network", ""), NetworkId::new)
                .or(() -> found.map(Channel::network))
                .map(network -> names.of(network, found))
                .orElse("?");
    }

    private static Json entry(AuditEntry entry, String channel) {
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
                Json.obj(
                        "fr",
                        DeedWords.said(entry, channel, Language.FR),
                        "en",
                        DeedWords.said(entry, channel, Language.EN)),
                "why",
                entry.why(),
                "facts",
                facts);
    }
}
