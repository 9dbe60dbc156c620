package dev.parvis.domain.replies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Somebody whom rules have replied to on a channel.
 *
 * @param author a hash of the network's id of them
 * @param turns what they were replied, the last one last, {@value #MOST_TURNS} at most
 * @param version 0 for one that is not kept yet
 */
public record Regular(WorkspaceId workspace, ChannelId channel, String author, List<Turn> turns, long version) {
    /** For how long nobody is replied to again on the same channel. */
    public static final Duration APART = Duration.ofDays(1);
    /** How long a reply is remembered after the last one. */
    public static final Duration KEPT = Duration.ofDays(90);

    public static final int MOST_TURNS = 20;

    /**
     * One reply.
     *
     * @param thread a hash of what the item that was replied to answers, or of itself when it answers nothing
     */
    public record Turn(String interaction, String thread, PostId post, Instant at) {}

    public Regular {
        turns = List.copyOf(turns);
    }

    public static Regular unknown(WorkspaceId workspace, ChannelId channel, String author) {
        return new Regular(workspace, channel, author, List.of(), 0);
    }

    /** Whether this very turn was taken already, by a run that died. */
    public boolean has(Turn turn) {
        return turns.stream()
                .anyMatch(there -> there.interaction().equals(turn.interaction())
                        && there.post().equals(turn.post()));
    }

    /** Why it is not this turn's time; empty when it is. */
    public Optional<String> refusal(Turn turn) {
        if (turns.stream().anyMatch(there -> there.thread().equals(turn.thread()))) {
            return Optional.of("they were replied to by a rule in this thread already");
        }
        return turns.stream().anyMatch(there -> there.at().plus(APART).isAfter(turn.at()))
                ? Optional.of("they were replied to by a rule within a day")
                : Optional.empty();
    }

    public Regular taking(Turn turn) {
        var more = new ArrayList<>(turns);
        more.add(turn);
        return new Regular(
                workspace, channel, author, more.subList(Math.max(0, more.size() - MOST_TURNS), more.size()), version);
    }
}
