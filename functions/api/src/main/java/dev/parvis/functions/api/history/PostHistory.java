package dev.parvis.functions.api.history;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.ChannelNames;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/**
 * Who did what to a post, when and why, and what networks answered, in sentences. One query of the trail, and one read for
 * each channel that is spoken of.
 */
public final class PostHistory {
    /** What happened in the same instant: a part after the other, and how it ended last. */
    private static final Comparator<AuditEntry> IN_ORDER = Comparator.comparing(AuditEntry::at)
            .thenComparing(entry -> entry.facts().getOrDefault("part", "~"));

    private final Audit audit;
    private final Channels channels;
    private final ChannelNames names;
    private final Pages pages;

    /** What is read. */
    public record Stores(Audit audit, Channels channels, Networks networks) {}

    public PostHistory(Stores stores, Pages pages) {
        this.audit = stores.audit();
        this.channels = stores.channels();
        this.names = new ChannelNames(stores.networks());
        this.pages = pages;
    }

    /** As much as one page can hold, so that it is all but always the whole; {@code next} is where {@code …/history} goes on. */
    public Json.Obj begun(Caller caller, PostId post) {
        return page(caller, post, PageRequest.first(PageRequest.MOST));
    }

    /** The page that is asked for. */
    Json.Obj asked(Request request, Caller caller, PostId post) {
        return page(caller, post, pages.asked(request, caller, list(post)));
    }

    private Json.Obj page(Caller caller, PostId post, PageRequest asked) {
        var page = audit.of(caller.workspace(), post, asked);
        var inOrder = new Page<>(page.items().stream().sorted(IN_ORDER).toList(), page.next());
        var found = new HashMap<String, Optional<Channel>>();
        return pages.body(caller, list(post), inOrder, entry -> entry(entry, name(entry, found)));
    }

    private static String list(PostId post) {
        return "history " + post;
    }

    /** What members did to a target is kept under {@code post/POST/CHANNEL}. */
    private static String channel(AuditEntry entry) {
        var subject = entry.subject().split("/", 3);
        return entry.facts().getOrDefault("channel", subject.length == 3 ? subject[2] : "");
    }

    /** @param known the channels that were read for entries before */
    private String name(AuditEntry entry, Map<String, Optional<Channel>> known) {
        var found = known.computeIfAbsent(channel(entry), id -> Ids.parsed(id, ChannelId::new)
                .flatMap(channel -> channels.find(entry.workspace(), channel)));
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
