package dev.parvis.functions.notify;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.approvals.Comment;
import dev.parvis.domain.approvals.Comments;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.reasons.Reasons;
import dev.parvis.domain.workspaces.Language;

/**
 * What a mail tells of a post itself, read when the mail is written: what it begins with, why it did not go out, how much
 * of it is out, what was written about it. An event carries none of this; what was deleted since is told of no more.
 */
final class PostFacts {
    /** As much of a text as names the post to who knows it. */
    private static final int OF_THE_TEXT = 90;

    private static final int OF_A_COMMENT = 1000;

    private final Posts posts;
    private final Comments comments;

    PostFacts(Posts posts, Comments comments) {
        this.posts = posts;
        this.comments = comments;
    }

    /** A line each; none for an event that is not of a post. */
    List<String> lines(Event event, Language language) {
        var lines = new ArrayList<String>();
        post(event).ifPresent(whole -> {
            excerpt(whole.post().content(), language).ifPresent(lines::add);
            target(event, whole).ifPresent(target -> {
                parts(target, whole, language).ifPresent(lines::add);
                why(event, target, language).ifPresent(lines::add);
            });
            comment(event)
                    .map(said -> quoted(cut(said.text(), OF_A_COMMENT), language))
                    .ifPresent(lines::add);
        });
        return lines;
    }

    /** Whether something of it is online, and the rest is not: then it cannot be edited any more. */
    boolean isHalfOut(Event event) {
        return post(event)
                .flatMap(whole -> target(event, whole))
                .filter(target -> !target.out().isEmpty() && target.state() != TargetState.PUBLISHED)
                .isPresent();
    }

    private Optional<PostWithTargets> post(Event event) {
        return Optional.ofNullable(event.detail().get("post"))
                .filter(PostFacts::isId)
                .flatMap(id -> posts.find(event.workspace(), new PostId(id)));
    }

    private static boolean isId(String id) {
        return id.matches("[0-9A-Z]{26}");
    }

    private static Optional<Target> target(Event event, PostWithTargets whole) {
        return whole.targets().stream()
                .filter(target -> target.channel().value().equals(event.detail().get("channel")))
                .findFirst();
    }

    /** The first words of a post; where it has none, its link. */
    static Optional<String> excerpt(Content content, Language language) {
        var said = content.text().strip().replaceAll("\\s+", " ");
        return Optional.of(said)
                .filter(text -> !text.isEmpty())
                .or(() -> content.link().map(Content.Link::url))
                .map(text -> quoted(cut(text, OF_THE_TEXT), language));
    }

    private static String cut(String text, int most) {
        var whole = BreakIterator.getCharacterInstance();
        whole.setText(text);
        return text.length() <= most ? text : text.substring(0, whole.preceding(most + 1)) + "…";
    }

    private static String quoted(String text, Language language) {
        return switch (language) {
            case FR -> "« " + text + " »";
            case EN -> "“" + text + "”";
        };
    }

    /** What is out stays out: whoever decides must know it. */
    private static Optional<String> parts(Target target, PostWithTargets whole, Language language) {
        var out = target.out().size();
        var all = whole.post().content().on(target.network()).size();
        if (out == 0 || target.state() == TargetState.PUBLISHED) {
            return Optional.empty();
        }
        return Optional.of(
                switch (language) {
                    case FR ->
                        out == 1
                                ? "Attention : la première partie, sur " + all + ", est déjà en ligne."
                                : "Attention : " + out + " parties sur " + all + " sont déjà en ligne.";
                    case EN ->
                        out == 1
                                ? "Beware: the first part of " + all + " is online already."
                                : "Beware: " + out + " parts of " + all + " are online already.";
                });
    }

    /** An edit since has made it another post: then the old reason is nobody's any more. */
    private static Optional<String> why(Event event, Target target, Language language) {
        var asks =
                switch (event.type()) {
                    case POST_FAILED -> target.state() == TargetState.FAILED;
                    case POST_MISSED -> target.state() == TargetState.MISSED;
                    case POST_UNCERTAIN -> target.state() == TargetState.UNCERTAIN;
                    case POST_PUBLISHED,
                            POST_AT_RISK,
                            POST_HANDED_OVER,
                            POST_APPROVED,
                            POST_REFUSED,
                            POST_COMMENTED,
                            APPROVAL_REQUESTED,
                            POST_DUE_SOON,
                            INTERACTION_RECEIVED,
                            INTERACTION_MODERATED,
                            MENTION_FOUND,
                            SPIKE_OPENED,
                            REPORT_REQUESTED,
                            REPORT_READY,
                            CHANNEL_CONNECTED,
                            CHANNEL_DISCONNECTED,
                            SOURCE_BROKEN,
                            HOLD_STARTED,
                            HOLD_RELEASED -> false;
                };
        return asks && !isToldAlready(event, target)
                ? Because.of(Reasons.of(target, language), language)
                : Optional.empty();
    }

    /** That nobody approved it is what such a mail begins with; that somebody refused it is news. */
    private static boolean isToldAlready(Event event, Target target) {
        return "not_approved".equals(event.detail().get("code"))
                && !target.reason().startsWith("refused");
    }

    private Optional<Comment> comment(Event event) {
        if (event.type() != Event.Type.POST_COMMENTED) {
            return Optional.empty();
        }
        return comments.of(event.workspace(), new PostId(event.detail().getOrDefault("post", ""))).stream()
                .filter(said -> event.id().equals(said.id() + ".commented"))
                .findFirst();
    }
}
