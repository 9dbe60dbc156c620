package dev.parvis.domain.approvals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Schedule;

/**
 * Asks people to approve: one mail for all the posts of a brand's month that were scheduled in the same quarter of an
 * hour, sent when it is over (after a minute for a post due within the hour), and one reminder a day before, shared by
 * the posts of the same hour. What is put on the agenda is the wish to ask; who sends it looks at what still waits then,
 * so it is written before the post is, and asks nothing when the post was never kept.
 */
public final class Requests {
    public static final Duration TOGETHER = Duration.ofMinutes(15);
    public static final Duration REMINDER = Duration.ofHours(24);
    /** How long after asking the post has surely been kept, or never will be: longer than the API may take. */
    public static final Duration KEPT_BY = Duration.ofMinutes(1);
    /** What a reminder speaks of beyond its day: the rest of its hour. */
    public static final Duration AN_HOUR = Duration.ofHours(1);

    private final Agenda agenda;
    private final InstantSource clock;

    public Requests(Agenda agenda, InstantSource clock) {
        this.agenda = agenda;
        this.clock = clock;
    }

    /** Asks whoever the post waits for, if it waits at all. */
    public void ask(Post post) {
        post.approval().flatMap(Approval::waitsFor).ifPresent(part -> ask(post, part));
    }

    void ask(Post post, Approval.Part part) {
        post.schedule().map(Schedule::at).ifPresent(at -> {
            var now = clock.instant();
            if (at.isBefore(now.plus(AN_HOUR))) {
                add(post, part, "hurry." + post.id() + "." + post.revision(), now.plus(KEPT_BY), at);
            } else {
                var window = start(now, TOGETHER);
                add(
                        post,
                        part,
                        "asked." + window.getEpochSecond(),
                        window.plus(TOGETHER).plus(KEPT_BY),
                        at);
            }
            var hour = start(at, AN_HOUR);
            if (now.isBefore(hour.minus(REMINDER))) {
                add(post, part, "reminder." + hour.getEpochSecond(), hour.minus(REMINDER), at);
            }
        });
    }

    private void add(Post post, Approval.Part part, String what, Instant due, Instant at) {
        var month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
        var event = new Event(
                post.brand() + "." + month + "." + Approvals.name(part) + "." + what,
                Event.Type.APPROVAL_REQUESTED,
                post.workspace(),
                due,
                Map.of(
                        "brand",
                        post.brand().value(),
                        "month",
                        month.toString(),
                        "part",
                        Approvals.name(part),
                        "kind",
                        what.substring(0, what.indexOf('.'))));
        var recipient =
                switch (part) {
                    case TEAM -> Delivery.MAIL;
                    case CLIENT -> Delivery.APPROVERS;
                };
        agenda.add(Kind.DELIVERY, new Delivery(post.workspace(), event, recipient, 0, Optional.empty()), due);
    }

    private static Instant start(Instant instant, Duration of) {
        return Instant.ofEpochSecond(instant.getEpochSecond() / of.toSeconds() * of.toSeconds());
    }
}
