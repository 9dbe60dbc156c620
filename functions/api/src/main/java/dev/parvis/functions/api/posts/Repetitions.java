package dev.parvis.functions.api.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.slots.FreeSlots;
import dev.parvis.domain.slots.Said;
import dev.parvis.domain.wording.Likenesses;
import dev.parvis.kernel.json.FieldError;
import dev.parvis.kernel.time.Times;

/**
 * Finds among the many posts of one file those that say again what their channel says within {@link Warnings#NEAR}, there
 * already or in the file itself. One query for each channel; of posts that look the same {@value #MOST_LOOKED_AT} are asked
 * whether they failed, and the others are believed. Not thread-safe.
 */
public final class Repetitions {
    /** What is planned later is not compared. */
    private static final Duration AHEAD = Duration.ofDays(800);

    private static final int MOST_LOOKED_AT = 200;

    private final PostRoutes.Stores stores;
    private final Instant now;
    private final Map<ChannelId, Likenesses<Said>> channels = new HashMap<>();
    private final Map<PostId, Boolean> silent = new HashMap<>();
    private final Set<PostId> ours = new HashSet<>();

    public Repetitions(PostRoutes.Stores stores, Instant now) {
        this.stores = stores;
        this.now = now;
    }

    /** What is wrong with a post that goes out, if something is. */
    public Optional<FieldError> fault(PostReader.Read read) {
        return read.channels().stream()
                .flatMap(channel -> repeat(channel, read).stream())
                .findFirst();
    }

    /** From now on the post of this id is said too. */
    public void keep(PostId post, PostReader.Read read) {
        ours.add(post);
        var at = read.schedule().map(Schedule::at).orElse(now);
        read.channels().forEach(channel -> {
            var gist = read.content().untagged().on(channel.network()).gist();
            said(channel).add(gist, new Said(post, at, gist));
        });
    }

    private Optional<FieldError> repeat(Channel channel, PostReader.Read read) {
        var gist = read.content().untagged().on(channel.network()).gist();
        var first = read.schedule().map(Schedule::at).orElse(now);
        var last = read.schedule().map(Schedule::at).orElse(now.plus(FreeSlots.FURTHEST));
        return said(channel)
                .of(gist, there -> isNear(there, first, last))
                .filter(there -> ours.contains(there.post()) || !isSilent(channel, there.post()))
                .findFirst()
                .map(there -> new FieldError("/text", Warning.Code.SAID_BEFORE.wire(), detail(channel, there)));
    }

    private static boolean isNear(Said there, Instant first, Instant last) {
        return !there.at().isBefore(first.minus(Warnings.NEAR)) && !there.at().isAfter(last.plus(Warnings.NEAR));
    }

    private String detail(Channel channel, Said there) {
        return "says nearly what "
                + (ours.contains(there.post()) ? "another row of the file says" : "stands")
                + " on " + channel.handle() + " at " + Times.format(there.at())
                + ": confirm said_before if that is meant.";
    }

    private Likenesses<Said> said(Channel channel) {
        return channels.computeIfAbsent(channel.id(), id -> {
            var likenesses = new Likenesses<Said>();
            stores.slots()
                    .said(channel.workspace(), id, now.minus(Warnings.NEAR), now.plus(AHEAD))
                    .forEach(said -> likenesses.add(said.gist(), said));
            return likenesses;
        });
    }

    /** What failed, or was missed, has said nothing. */
    private boolean isSilent(Channel channel, PostId post) {
        return silent.size() >= MOST_LOOKED_AT && !silent.containsKey(post)
                ? false
                : silent.computeIfAbsent(post, id -> stores.posts().find(channel.workspace(), id).stream()
                        .flatMap(whole -> whole.targets().stream())
                        .filter(target -> target.channel().equals(channel.id()))
                        .anyMatch(target ->
                                target.state() == TargetState.FAILED || target.state() == TargetState.MISSED));
    }
}
