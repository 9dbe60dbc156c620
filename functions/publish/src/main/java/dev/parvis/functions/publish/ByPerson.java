package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Optional;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.assisted.HandOver;
import dev.parvis.domain.assisted.Helper;
import dev.parvis.domain.assisted.Steps;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.networks.Assists;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Seal;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.vault.SealedTokens;

/**
 * Hands a target over to a person, reminds them, and gives up: each claim of it is one step. {@code PREPARED} is written
 * under the fence before anybody is asked; what is told is keyed by revision and step, so that a worker that died is
 * repeated and nobody is asked twice the same. No call is made here: nothing can go out twice by our doing.
 */
final class ByPerson {
    /** How long after the end a link still opens: to say late that it is out. */
    private static final Duration LINK_OUTLIVES = Duration.ofDays(30);

    private final Agenda agenda;
    private final Posts posts;
    private final LastLook lastLook;
    private final SealedTokens tokens;
    private final Sender.Media media;
    private final Outcomes outcomes;
    private final InstantSource clock;

    ByPerson(Sender.Stores stores, SealedTokens tokens, Sender.Media media, Outcomes outcomes, Sender.Pace pace) {
        this.agenda = stores.agenda();
        this.posts = stores.posts();
        var looks = new SharedLooks(stores.holds()::stops, pace.clock(), pace.gates());
        this.lastLook = new LastLook(looks, stores.posts(), outcomes);
        this.tokens = tokens;
        this.media = media;
        this.outcomes = outcomes;
        this.clock = pace.clock();
    }

    void see(Held held, Connection connection, Assists assists) {
        var target = held.target();
        if (!clock.instant().isBefore(Steps.end(target))) {
            if (!lastLook.holdsBack(held)) {
                outcomes.missed(held, "nobody has said that it is out");
            }
            return;
        }
        var content = posts.content(target.workspace(), target.post(), target.revision());
        if (content.isEmpty()) {
            outcomes.failed(held, "content.missing", "the post has no content of revision " + target.revision());
        } else if (!Seal.holds(content.get(), target)) {
            new Unapproved(outcomes, clock).mismatched(held);
        } else {
            lastLook.at(held, clock.instant())
                    .ifPresentOrElse(
                            stop -> lastLook.stopped(held, stop),
                            () -> ask(held, content.get().on(target.network()), connection, assists));
        }
    }

    /** Nobody is asked, or reminded, to show what may not be shown. */
    private void ask(Held held, Content content, Connection connection, Assists assists) {
        var now = clock.instant();
        var due = held.target().dueAt();
        media.withheld(held.target(), content, now.isAfter(due) ? now : due)
                .ifPresentOrElse(
                        wrong -> outcomes.failed(held, wrong.code(), wrong.reason()),
                        () -> ask(held, connection, assists));
    }

    private void ask(Held held, Connection connection, Assists assists) {
        var handed = held.target().state() == TargetState.PREPARED
                ? held
                : held.now(held.target().prepared());
        if (agenda.progress(held.claim(), handed.target()) == Written.FENCED_OFF) {
            outcomes.overtaken(held);
            return;
        }
        var step = Steps.at(handed.target(), clock.instant());
        assists.helpers(connection).stream().limit(Steps.asked(step)).forEach(helper -> mail(handed, step, helper));
        outcomes.consequences(
                handed, Event.Type.POST_HANDED_OVER, "handed_over." + step, "", Telling.facts(handed.target()));
        outcomes.finish(handed, handed.target(), Next.at(next(handed, step)));
        outcomes.log(handed).info("post.handed_over", "step", step);
    }

    /** Further on than a worker looks ahead, who would meet it, and find nothing to do, at each tick before. */
    private static Instant next(Held held, int step) {
        return Steps.after(held.target(), step).plus(Target.EXPIRES_AFTER);
    }

    /** The link is in the delivery's own row, which no webhook and no bus is shown. */
    private void mail(Held held, int step, Helper helper) {
        var target = held.target();
        var until = Steps.end(target).plus(LINK_OUTLIVES);
        var detail = new HashMap<>(Telling.facts(target));
        detail.put("step", Integer.toString(step));
        detail.put(
                "link",
                tokens.issue(HandOver.PURPOSE, HandOver.of(target, helper).payload(), until));
        var event = new Event(
                target.toldKey() + ".handed_over." + step,
                Event.Type.POST_HANDED_OVER,
                target.workspace(),
                target.dueAt(),
                detail);
        var recipient = Delivery.HELPER + helper.digest(target.workspace());
        agenda.add(
                Kind.DELIVERY,
                new Delivery(target.workspace(), event, recipient, 0, Optional.empty()),
                clock.instant());
    }
}
