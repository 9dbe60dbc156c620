package dev.parvis.domain.slots;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.InMemoryPosts;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.InMemoryRows;
import dev.parvis.domain.wording.Gist;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Slots in memory; what is taken is read off the posts. */
public final class InMemorySlots implements Slots {
    private final InMemoryRows<Week> rows = new InMemoryRows<>(
            week -> key(week.workspace(), week.channel()),
            Week::version,
            (week, version) -> new Week(week.workspace(), week.channel(), week.slots(), version));
    private final InMemoryPosts posts;
    private final BiPredicate<WorkspaceId, ChannelId> channelExists;

    public InMemorySlots(InMemoryPosts posts, BiPredicate<WorkspaceId, ChannelId> channelExists) {
        this.posts = posts;
        this.channelExists = channelExists;
    }

    @Override
    public Week find(WorkspaceId workspace, ChannelId channel) {
        return rows.find(key(workspace, channel))
                .filter(week -> channelExists.test(workspace, channel))
                .orElseGet(() -> Week.none(workspace, channel));
    }

    @Override
    public Change<Week> replace(Week changed) {
        if (!channelExists.test(changed.workspace(), changed.channel())) {
            return new Change.Missing<>();
        }
        if (changed.version() > 0) {
            var written = rows.change(changed);
            return written instanceof Change.Missing<Week>
                    ? new Change.Conflict<>(Week.none(changed.workspace(), changed.channel()))
                    : written;
        }
        return rows.create(new Week(changed.workspace(), changed.channel(), changed.slots(), 1));
    }

    @Override
    public List<Taken> taken(WorkspaceId workspace, ChannelId channel, Instant from, Instant until) {
        return posts.taken(workspace, channel).entrySet().stream()
                .filter(there ->
                        !there.getKey().isBefore(from) && there.getKey().isBefore(until))
                .map(there -> new Taken(there.getKey(), there.getValue()))
                .toList();
    }

    @Override
    public List<Said> said(WorkspaceId workspace, ChannelId channel, Instant from, Instant until) {
        return taken(workspace, channel, from, until).stream()
                .flatMap(there -> there.posts().stream()
                        .sorted(Comparator.comparing(PostId::value))
                        .map(post -> new Said(post, there.at(), gist(workspace, channel, post))))
                .toList();
    }

    private Gist gist(WorkspaceId workspace, ChannelId channel, PostId post) {
        return posts.find(workspace, post)
                .map(whole -> whole.gists().getOrDefault(channel, Gist.NONE))
                .orElse(Gist.NONE);
    }

    private static String key(WorkspaceId workspace, ChannelId channel) {
        return workspace + "#" + channel;
    }
}
