package dev.parvis.fakes.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** What is to be seen now: the state and the simulated people together, and both as JSON. */
final class Town {
    private final State state;
    private final Clock clock;
    private final boolean people;
    private final Supplier<String> base;

    Town(State state, Clock clock, boolean people, Supplier<String> base) {
        this.state = state;
        this.clock = clock;
        this.people = people;
        this.base = base;
    }

    Optional<Member> member(String id) {
        return state.read(() -> Optional.ofNullable(state.members.get(id)));
    }

    List<Member> members() {
        return state.read(() -> List.copyOf(state.members.values()));
    }

    /** Not deleted, newest first. */
    List<Post> posts(String account) {
        return state.read(() -> new ArrayList<>(state.posts.values())).reversed().stream()
                .filter(post -> post.account().equals(account) && !post.deleted())
                .toList();
    }

    Optional<Post> post(String id) {
        return state.read(() -> Optional.ofNullable(state.posts.get(id))).filter(post -> !post.deleted());
    }

    /** Comments and mentions of an account in their order; without deleted ones and those of the blocked. */
    List<Item> items(String account) {
        Instant now = clock.instant();
        List<Post> posts = posts(account);
        return state.read(() -> {
            Stream<Item> simulated = !people
                    ? Stream.empty()
                    : Stream.concat(
                            posts.stream().flatMap(post -> Crowd.under(post, now).stream()),
                            Optional.ofNullable(state.members.get(account)).stream()
                                    .flatMap(member -> Crowd.about(member, now).stream()));
            Stream<Item> said = state.said.values().stream()
                    .filter(item -> item.account().equals(account))
                    .filter(item -> !item.isComment()
                            || posts.stream().anyMatch(post -> post.id().equals(item.post())));
            return Stream.concat(simulated, said)
                    .filter(item -> !state.deleted.contains(item.id()) && !blocked(item))
                    .sorted(Item.ORDER)
                    .toList();
        });
    }

    Optional<Item> comment(String account, String id) {
        return said(account, id).filter(Item::isComment);
    }

    /** What somebody said to or of an account. */
    Optional<Item> said(String account, String id) {
        return items(account).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    Map<String, @Nullable Object> view(Member member) {
        return Json.object(
                "id", member.id(),
                "handle", member.id(),
                "name", member.name(),
                "url", base.get() + "/" + member.id(),
                "followers", Crowd.followers(member, clock.instant()),
                "posts", posts(member.id()).size());
    }

    Map<String, @Nullable Object> view(Post post) {
        Instant now = clock.instant();
        List<?> media = post.content().media().stream()
                .map(one -> Json.object(
                        "id", one.id(), "alt", one.alt(), "type", one.type(), "url", base.get() + "/media/" + one.id()))
                .toList();
        long comments = items(post.account()).stream()
                .filter(item -> item.post().equals(post.id()))
                .count();
        return Json.object(
                "id", post.id(),
                "key", post.key(),
                "account", post.account(),
                "text", post.content().text(),
                "language",
                        post.content().language().isEmpty()
                                ? null
                                : post.content().language(),
                "media", media,
                "reply_to",
                        post.content().replyTo().isEmpty()
                                ? null
                                : post.content().replyTo(),
                "poll", post.content().poll().map(Post.Poll::save).orElse(null),
                "url", base.get() + "/" + post.account() + "/" + post.id(),
                "created_at", post.createdAt(),
                "counts",
                        Json.object(
                                "views", Crowd.views(post, now),
                                "likes", Crowd.likes(post, now),
                                "shares", Crowd.shares(post, now),
                                "comments", comments));
    }

    Map<String, @Nullable Object> view(Item item) {
        return Json.object(
                "id", item.id(),
                "kind", item.isComment() ? "comment" : "mention",
                "account", item.account(),
                "post", item.isComment() ? item.post() : null,
                "author",
                        Json.object(
                                "id", item.author().id(), "name", item.author().name()),
                "text", item.text(),
                "language", item.language().isEmpty() ? null : item.language(),
                "created_at", item.createdAt(),
                "url",
                        base.get() + "/" + item.account() + (item.isComment() ? "/" + item.post() : "") + "#"
                                + item.id(),
                "hidden", isHidden(item));
    }

    boolean isHidden(Item item) {
        return state.read(() -> state.hidden.contains(item.id()));
    }

    private boolean blocked(Item item) {
        String since = state.blocks.get(item.account() + " " + item.author().id());
        return since != null && !item.createdAt().isBefore(Instant.parse(since));
    }
}
