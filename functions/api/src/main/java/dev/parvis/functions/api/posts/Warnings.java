package dev.parvis.functions.api.posts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.slots.FreeSlots;
import dev.parvis.domain.slots.Said;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/**
 * What a person should think twice about before a post goes out: that it names another client, says again what the
 * channel has just said, shows a picture standing still that moves, or one whose file has not come. A draft is only warned
 * of; what is to go out is refused (409) until each warning is confirmed by its code.
 */
final class Warnings {
    /** How near in time the same words are too near. */
    static final Duration NEAR = Duration.ofDays(30);

    private static final int MOST_REPEATS = 3;
    /** A read each. */
    private static final int MOST_LOOKED_AT = 10;

    private final PostRoutes.Stores stores;
    private final WrongClient clients;
    private final StillPictures stills;
    private final AwaitedMedia awaited;
    private final InstantSource clock;

    Warnings(PostRoutes.Stores stores, InstantSource clock) {
        this.stores = stores;
        this.clients = new WrongClient(stores);
        this.stills = new StillPictures(stores);
        this.awaited = new AwaitedMedia(stores.media());
        this.clock = clock;
    }

    /**
     * What is looked at.
     *
     * @param post itself says nothing again
     */
    record Subject(Brand brand, PostId post, Content content, List<Channel> channels) {
        static Subject of(Placing.Order order, Content content) {
            return new Subject(order.brand(), order.post(), content, order.channels());
        }
    }

    /** Names that were typed into {@code confirmed}; one that there is not is refused. */
    static Set<Warning.Code> confirmed(Fields fields) {
        var confirmed = EnumSet.noneOf(Warning.Code.class);
        for (var name : fields.texts("confirmed", Warning.Code.values().length, 40)) {
            Stream.of(Warning.Code.values())
                    .filter(code -> code.wire().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            confirmed::add,
                            () -> fields.refuse("confirmed", "not_allowed", "must hold codes of warnings"));
        }
        return confirmed;
    }

    /** All there are; a place that is not found yet, or a draft's, is looked at as if it might be any to come. */
    List<Warning> of(Caller caller, Subject subject, When when) {
        var warnings = new ArrayList<>(clients.named(caller, subject.brand(), subject.content()));
        warnings.addAll(repeats(subject, when));
        subject.channels().forEach(channel -> warnings.addAll(hints(subject.content(), channel)));
        warnings.addAll(awaited(subject.brand(), subject.content()));
        return warnings;
    }

    /** What is to be thought of before a draft is scheduled, whoever has written it: a person, a file or a feed. */
    List<Warning> ofDraft(Caller caller, PostWithTargets draft) {
        var post = draft.post();
        var channels = draft.targets().stream()
                .flatMap(target -> stores.channels().find(caller.workspace(), target.channel()).stream())
                .toList();
        return stores.brands()
                .find(caller.workspace(), post.brand())
                .map(brand -> of(
                        caller,
                        new Subject(brand, post.id(), post.content(), channels),
                        new When.Said(Optional.empty())))
                .orElse(List.of());
    }

    /** What a new post is warned of; what is to go out is refused until each is confirmed. */
    List<Warning> before(Caller caller, Subject subject, When when, Set<Warning.Code> confirmed) {
        var warnings = of(caller, subject, when);
        if (when.isSchedule()) {
            confirm(warnings, confirmed);
        }
        return warnings;
    }

    /**
     * The same of an edit: what was to go out already, as it is and where, was confirmed or needed not be. At another time
     * a file that has not come is another matter.
     */
    List<Warning> before(Caller caller, PostWithTargets now, Subject subject, When when, Set<Warning.Code> confirmed) {
        var there = now.targets().stream().map(Target::channel).toList();
        var same = now.post().schedule().isPresent()
                && now.post().content().equals(subject.content())
                && subject.channels().stream().map(Channel::id).allMatch(there::contains);
        if (!same) {
            return before(caller, subject, when, confirmed);
        }
        var moved = when.isSchedule() && !when.equals(new When.Said(now.post().schedule()));
        var told = moved ? awaited(subject.brand(), subject.content()) : List.<Warning>of();
        confirm(told, confirmed);
        return told;
    }

    /** What it shows and has not come. */
    List<Warning> awaited(Brand brand, Content content) {
        return awaited.of(brand, content);
    }

    private List<Warning> repeats(Subject subject, When when) {
        return subject.channels().stream()
                .flatMap(channel -> repeats(subject, channel, when))
                .toList();
    }

    private Stream<Warning> repeats(Subject subject, Channel channel, When when) {
        var gist = subject.content().untagged().on(channel.network()).gist();
        var around = around(when);
        var said = stores.slots()
                .said(
                        channel.workspace(),
                        channel.id(),
                        around.from().minus(NEAR),
                        around.until().plus(NEAR));
        return said.stream()
                .filter(there ->
                        !there.post().equals(subject.post()) && there.gist().isLike(gist))
                .limit(MOST_LOOKED_AT)
                .filter(there -> isSaid(channel, there))
                .limit(MOST_REPEATS)
                .map(there -> repeat(channel, there));
    }

    /** What the channel's network takes, and shows as nobody meant it. */
    List<Warning> hints(Content content, Channel channel) {
        var foreign = stores.networks().find(channel.network()).flatMap(Network::publishes).stream()
                .flatMap(publishes -> Checks.hints(publishes, content.on(channel.network())).stream())
                .map(hint -> new Warning(
                        Warning.Code.FOREIGN_HANDLE,
                        hint.detail(),
                        Json.obj("channel", channel.id().value(), "pointer", hint.pointer())));
        return Stream.concat(foreign, stills.of(content, channel).stream()).toList();
    }

    private record Around(Instant from, Instant until) {}

    private Around around(When when) {
        var now = clock.instant();
        return switch (when) {
            case When.Said(var schedule) ->
                schedule.map(at -> new Around(at.at(), at.at())).orElseGet(() -> new Around(now, now));
            case When.NextSlot() -> new Around(now, now.plus(FreeSlots.FURTHEST));
        };
    }

    /** What failed, or was missed, has said nothing. */
    private boolean isSaid(Channel channel, Said said) {
        return stores.posts().find(channel.workspace(), said.post()).stream()
                .flatMap(whole -> whole.targets().stream())
                .filter(target -> target.channel().equals(channel.id()))
                .noneMatch(target -> target.state() == TargetState.FAILED || target.state() == TargetState.MISSED);
    }

    private static Warning repeat(Channel channel, Said said) {
        return new Warning(
                Warning.Code.SAID_BEFORE,
                "Nearly the same stands on " + channel.handle() + " at " + Times.format(said.at()) + ".",
                Json.obj("channel", channel.id().value(), "post", said.post().value(), "at", Times.format(said.at())));
    }

    /** What goes out goes out as it is meant. */
    static void confirm(List<Warning> warnings, Set<Warning.Code> confirmed) {
        var open = warnings.stream()
                .filter(warning -> !confirmed.contains(warning.code()))
                .toList();
        if (!open.isEmpty()) {
            var codes = open.stream()
                    .map(warning -> warning.code().wire())
                    .distinct()
                    .collect(Collectors.joining("\", \""));
            throw Problem.of(
                            Problem.Code.CONFIRMATION_NEEDED,
                            "Nothing was kept. If it is meant, send it again with \"confirmed\": [\"" + codes + "\"].")
                    .with("warnings", json(open))
                    .exception();
        }
    }

    static List<Json> json(List<Warning> warnings) {
        return warnings.stream().map(Warning::json).toList();
    }
}
