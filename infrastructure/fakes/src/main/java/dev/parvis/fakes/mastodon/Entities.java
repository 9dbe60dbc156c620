package dev.parvis.fakes.mastodon;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** Accounts, statuses and notifications as the API shows them. https://docs.joinmastodon.org/entities/ */
final class Entities {
    private final People people;
    private final Statuses statuses;
    private final Supplier<String> base;
    private final boolean snac;
    private final Map<String, Map<String, Long>> extra = new ConcurrentHashMap<>();

    Entities(People people, Statuses statuses, Supplier<String> base, boolean snac) {
        this.people = people;
        this.statuses = statuses;
        this.base = base;
        this.snac = snac;
    }

    String base() {
        return base.get();
    }

    /** Counts that nobody stands behind. */
    void add(String of, String name, long more) {
        extra.computeIfAbsent(of, _ -> new ConcurrentHashMap<>()).merge(name, more, Long::sum);
    }

    Map<String, @Nullable Object> account(People.Person person) {
        return Json.object(
                "id", person.id(),
                "username", person.username(),
                "acct", person.username(),
                "display_name", person.username(),
                "locked", false,
                "bot", false,
                "created_at", person.createdAt(),
                "note", "",
                "url", base() + "/@" + person.username(),
                "avatar", base() + "/avatar.png",
                "followers_count", people.followers(person.id()) + more(person.id(), "followers"),
                "following_count", people.following(person.id()),
                "statuses_count",
                        statuses.all().stream()
                                .filter(one -> one.author().equals(person))
                                .count(),
                "emojis", List.of(),
                "fields", List.of());
    }

    Map<String, @Nullable Object> status(Status status) {
        Map<String, @Nullable Object> view = Json.object(
                "id", status.id(),
                "created_at", status.createdAt(),
                "in_reply_to_id", status.replyTo().isEmpty() ? null : status.replyTo(),
                "in_reply_to_account_id",
                        statuses.find(status.replyTo())
                                .map(parent -> parent.author().id())
                                .orElse(null),
                "sensitive", status.sensitive(),
                "spoiler_text", status.spoiler(),
                "visibility", status.visibility(),
                "language", status.language().orElse(null),
                "uri", base() + "/users/" + status.author().username() + "/statuses/" + status.id(),
                "url", base() + "/@" + status.author().username() + "/" + status.id());
        counts(status, view);
        view.put("edited_at", null);
        String html = StatusText.html(status.text(), base());
        view.put("content", snac ? html.replace("</p><p>", "<br><br>").replaceAll("</?p>", "") : html);
        view.put("reblog", null);
        if (!snac) view.put("application", Json.object("name", status.application(), "website", null));
        view.put("account", account(status.author()));
        view.put(
                "media_attachments",
                status.media().stream().map(media -> media.view(base())).toList());
        view.put("mentions", mentions(status));
        view.put(
                "tags",
                StatusText.hashtags(status.text()).stream()
                        .map(tag -> Json.object("name", tag, "url", base() + "/tags/" + tag))
                        .toList());
        view.put("card", null);
        view.put(
                "poll",
                status.poll()
                        .map(poll -> poll.view(status.id(), status.createdAt()))
                        .orElse(null));
        view.put("emojis", List.of());
        return view;
    }

    private void counts(Status status, Map<String, @Nullable Object> view) {
        view.put("replies_count", statuses.replies(status.id()) + more(status.id(), "replies"));
        view.put("reblogs_count", statuses.boosts(status.id()) + more(status.id(), "reblogs"));
        view.put("favourites_count", statuses.favourites(status.id()) + more(status.id(), "favourites"));
        if (!snac) view.put("quotes_count", more(status.id(), "quotes"));
    }

    Map<String, @Nullable Object> notification(Notices.Notice notice) {
        Map<String, @Nullable Object> view = Json.object("id", notice.id(), "type", notice.type());
        if (!snac) view.put("group_key", "ungrouped-" + notice.id());
        view.put("created_at", notice.createdAt());
        view.put("account", account(notice.from()));
        notice.statusId().flatMap(statuses::find).ifPresent(status -> view.put("status", status(status)));
        return view;
    }

    private List<?> mentions(Status status) {
        return StatusText.mentions(status.text()).stream()
                .map(people::byName)
                .flatMap(Optional::stream)
                .map(person -> Json.object(
                        "id", person.id(),
                        "username", person.username(),
                        "url", base() + "/@" + person.username(),
                        "acct", person.username()))
                .toList();
    }

    private long more(String of, String name) {
        return Objects.requireNonNullElse(extra.getOrDefault(of, Map.of()).get(name), 0L);
    }
}
