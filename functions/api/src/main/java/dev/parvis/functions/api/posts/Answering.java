package dev.parvis.functions.api.posts;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parvis.domain.answers.Answers;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.items.Answer;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.mentions.Watching;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.replies.Fates;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.Permission;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/**
 * Keeps an answer: the interaction says first that it is answered, in one conditional write, and the post is made after it.
 * Of two who answer at once one is told of the other, and nothing goes out twice. A process that dies in between leaves a
 * word that nothing came of, which stands in nobody's way after {@link Interaction#LOOKED_AFTER}.
 */
final class Answering {
    private static final int MOST_ROUNDS = 5;

    private final Items items;
    private final Posts posts;
    private final Answers answers;
    private final Watching watching;
    private final Following following;
    private final Deeds deeds;
    private final InstantSource clock;

    /**
     * What is to be said, and by which channel.
     *
     * @param over the stops that stand, all of which its writer may pass
     */
    record Order(Caller caller, PostWithTargets planned, Brand brand, Channel channel, List<Hold> over) {
        Order {
            over = List.copyOf(over);
        }

        Post post() {
            return planned.post();
        }
    }

    /** What is read and written. */
    record Stores(Items items, Posts posts) {}

    /** What was warned of, and what of it is meant. */
    record Told(List<Warning> warnings, Set<Warning.Code> confirmed) {}

    Answering(Stores stores, AnswerRoutes.Around around, Deeds deeds, InstantSource clock) {
        this.items = stores.items();
        this.posts = stores.posts();
        this.answers = around.answers();
        this.watching = around.watching();
        this.following = new Following(stores.items(), stores.posts(), clock);
        this.deeds = deeds;
        this.clock = clock;
    }

    /** The interaction, answered by this post. Whoever was faster is told of, and may be answered after all the same. */
    Interaction begin(Order order, Interaction found, Told told) {
        var interaction = found;
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var seen = Fates.seen(interaction, posts, clock.instant());
            var warnings = new ArrayList<>(told.warnings());
            already(order, seen).ifPresent(warnings::add);
            Warnings.confirm(warnings, told.confirmed());
            switch (items.decide(answered(order, seen))) {
                case Change.Done<Interaction>(var done) -> {
                    return done;
                }
                case Change.Conflict<Interaction>(var there) -> interaction = there;
                case Change.Missing<Interaction> _ -> throw Ids.nothingHere();
                case Change.Refused<Interaction>(var reason) -> throw conflict(reason);
            }
        }
        throw conflict("Others are deciding on it at this very moment: read it again.");
    }

    /** What is decided while it is new never comes to moderation, so that it meets the brand's watch here. */
    private Interaction answered(Order order, Interaction seen) {
        var id = order.post().id().value();
        if (seen.answers().size() == Interaction.MOST_ANSWERS && seen.answer(id).isEmpty()) {
            throw conflict("It has " + Interaction.MOST_ANSWERS + " answers, which is all it can have here.");
        }
        if (seen.handling() == Handling.NEW) {
            watching.look(seen);
        }
        return seen.answering(id, clock.instant().truncatedTo(ChronoUnit.MILLIS), "");
    }

    private Optional<Warning> already(Order order, Interaction seen) {
        return seen.answers().stream()
                .filter(answer -> !answer.post().equals(order.post().id().value()))
                .filter(Answer::counts)
                .findFirst()
                .map(Answering::already);
    }

    private static Warning already(Answer answer) {
        var what = answer.isUnderWay() ? "An answer to it is under way since " : "It was answered at ";
        var at = answer.fate() instanceof Answer.Fate.Out(var out) ? out : answer.begunAt();
        return new Warning(
                Warning.Code.ALREADY_ANSWERED,
                what + Times.format(at) + ".",
                Json.obj("post", answer.post(), "at", Times.format(at)));
    }

    /** The trail first: what passes a stop is never out without it. */
    PostWithTargets keep(Order order, Interaction answered) {
        told(order, answered);
        var wanted = order.over().isEmpty()
                ? order.planned()
                : answers.duringStops(order.planned(), order.caller().subject());
        try {
            return Creation.made(posts.create(wanted.post(), wanted.targets()));
        } catch (ProblemException refused) {
            following.follow(order.post());
            throw refused;
        }
    }

    private void told(Order order, Interaction answered) {
        var facts = new LinkedHashMap<>(Map.of(
                "interaction", answered.id(),
                "post", order.post().id().value(),
                "channel", order.channel().id().value(),
                "network", order.channel().network().value()));
        deeds.done(order.caller(), "interaction.answered", "interaction/" + answered.id(), answered.version(), facts);
        var subject = "post/" + order.post().id();
        if (order.over().isEmpty()) {
            deeds.done(order.caller(), "post.answered", subject, 1, facts);
            return;
        }
        facts.put("permission", Permission.CRISIS_ANSWER.wire());
        facts.put("hold", order.over().stream().map(Hold::name).collect(Collectors.joining(" ")));
        deeds.done(order.caller(), "post.answered_under_stop", subject, 1, facts);
    }

    private static ProblemException conflict(String detail) {
        return Problem.of(Problem.Code.CONFLICT, detail).exception();
    }
}
