package dev.parvis.domain.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Examples of series. */
public final class SeriesFixtures {
    private SeriesFixtures() {}

    /** Comes round by this rule from a wall clock in Paris on, and says {@code saying} from that day on. */
    public static Series series(WorkspaceId workspace, BrandId brand, String rule, String first, Saying saying) {
        var clock = LocalDateTime.parse(first);
        return new Series(
                workspace,
                new SeriesId(Fixtures.id()),
                brand,
                new Recurrence(rule, clock, Fixtures.PARIS),
                List.of(),
                Optional.empty(),
                List.of(new Edition(saying.edition(), clock.toLocalDate())),
                SeriesState.RUNNING,
                Instant.EPOCH,
                "lea",
                Fixtures.NOON,
                1);
    }

    public static Saying saying(String text, ChannelId... channels) {
        return new Saying(Fixtures.id(), Fixtures.content(text), List.of(channels));
    }
}
