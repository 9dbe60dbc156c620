package dev.parvis.domain.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Content;

/** What is wrong with a content on a server, all its parts looked at. */
public final class Checks {
    private Checks() {}

    /** What is taken and may be a mistake, in all parts; pointers as {@link #of} has them. */
    public static List<Violation> hints(Publishes publishes, Content content) {
        var found = new ArrayList<>(publishes.hints(content.part(0)));
        for (var number = 1; number < content.size(); number++) {
            var at = "/parts/" + (number - 1);
            publishes.hints(content.part(number)).stream()
                    .map(hint -> new Violation(at + hint.pointer(), hint.code(), hint.detail()))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** @param content as it goes out on this network; pointers are into it, {@code /parts/0} being the first that follows */
    public static List<Violation> of(Accepts accepts, Content content, Limits limits) {
        var found = new ArrayList<>(accepts.check(content.part(0), limits));
        for (var number = 1; number < content.size(); number++) {
            var at = "/parts/" + (number - 1);
            accepts.check(content.part(number), limits).stream()
                    .map(wrong -> new Violation(at + wrong.pointer(), wrong.code(), wrong.detail()))
                    .forEach(found::add);
        }
        follows(content, limits, found);
        content.answers().ifPresent(item -> answers(accepts, content, item, found));
        limits.terms().pictures().ifPresent(terms -> pictures(content, terms, found));
        content.poll().ifPresent(poll -> poll(content, poll, limits, found));
        if (content.video().isPresent() && limits.videos().isEmpty()) {
            found.add(new Violation("/video", "no_videos", "This network takes no videos."));
        }
        return List.copyOf(found);
    }

    private static void follows(Content content, Limits limits, List<Violation> found) {
        var thread = content.parts().stream()
                .filter(part -> part.kind() == Content.Kind.THREAD)
                .count();
        if (thread > limits.parts()) {
            found.add(new Violation(
                    "/parts",
                    limits.parts() == 0 ? "no_threads" : "too_many_parts",
                    limits.parts() == 0
                            ? "This network has no threads."
                            : "After the first part this network takes " + limits.parts() + " more."));
        }
        if (thread < content.parts().size() && !limits.comment()) {
            found.add(new Violation(
                    "/parts", "no_comments", "This network does not let an account comment on its post."));
        }
    }

    /** An account's own comment stands under a post of its own, which an answer is none of. */
    private static void answers(Accepts accepts, Content content, Answered item, List<Violation> found) {
        if (!accepts.answerable().contains(item.kind())) {
            found.add(new Violation(
                    "/answers", "not_answerable", "This network does not let us answer a " + name(item.kind()) + "."));
        }
        for (var i = 0; i < content.parts().size(); i++) {
            if (content.parts().get(i).kind() == Content.Kind.COMMENT) {
                found.add(
                        new Violation("/parts/" + i + "/kind", "comment_in_answer", "An answer has no first comment."));
            }
        }
    }

    private static void pictures(Content content, Terms.Pictures terms, List<Violation> found) {
        var shown = content.images().size() + (content.video().isPresent() ? 1 : 0);
        if (shown == 0 && content.answers().isEmpty()) {
            found.add(
                    new Violation("/images", "needs_image", "This network takes no post without an image or a video."));
        } else if (shown > terms.most()) {
            found.add(new Violation(
                    "/images",
                    "too_many_images",
                    "A carousel has at most " + terms.most() + " images here, the video included."));
        }
        for (var i = 0; i < content.parts().size(); i++) {
            if (!content.parts().get(i).images().isEmpty()) {
                found.add(new Violation(
                        "/parts/" + i + "/images", "comment_with_images", "A comment has no images here."));
            }
        }
    }

    private static String name(ItemKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void poll(Content content, Content.Poll poll, Limits limits, List<Violation> found) {
        if (limits.polls().isEmpty()) {
            found.add(new Violation("/poll", "no_polls", "This network has no polls."));
            return;
        }
        var may = limits.polls().get();
        if (poll.options().size() > may.options()) {
            found.add(new Violation(
                    "/poll/options", "too_many_options", "A poll has at most " + may.options() + " answers here."));
        }
        for (var i = 0; i < poll.options().size(); i++) {
            if (poll.options().get(i).codePoints().count() > may.optionLength()) {
                found.add(new Violation(
                        "/poll/options/" + i,
                        "option_too_long",
                        "An answer has at most " + may.optionLength() + " characters here."));
            }
        }
        if (poll.open().compareTo(may.shortest()) < 0 || poll.open().compareTo(may.longest()) > 0) {
            found.add(new Violation(
                    "/poll/open",
                    "poll_time",
                    "A poll is open from " + may.shortest().toMinutes() + " minutes to "
                            + may.longest().toDays() + " days here."));
        }
        if (!may.withMedia() && (!content.images().isEmpty() || content.video().isPresent())) {
            found.add(new Violation("/poll", "poll_with_media", "A poll stands alone here, without images or video."));
        }
    }
}
