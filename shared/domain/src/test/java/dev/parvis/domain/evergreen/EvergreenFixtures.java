package dev.parvis.domain.evergreen;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Queues and entries for tests. */
public final class EvergreenFixtures {
    private EvergreenFixtures() {}

    public static Queue queue(WorkspaceId workspace, BrandId brand, int perDay, ChannelId... channels) {
        return new Queue(
                workspace,
                new QueueId(Fixtures.id()),
                brand,
                "Conseils",
                List.of(channels),
                Queue.USUAL_GAP,
                perDay,
                false,
                "lea",
                Fixtures.NOON,
                1);
    }

    public static Entry entry(Queue queue, String text) {
        return new Entry(
                queue.workspace(),
                queue.queue(),
                new EntryId(Fixtures.id()),
                Fixtures.content(text),
                new Labels("Conseils", "", ""),
                Optional.empty(),
                0,
                Optional.empty(),
                false,
                1);
    }
}
