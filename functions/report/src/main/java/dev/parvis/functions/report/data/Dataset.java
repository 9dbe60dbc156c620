package dev.parvis.functions.report.data;

import java.time.Instant;
import java.util.List;

import dev.parvis.domain.reports.Period;
import dev.parvis.domain.workspaces.Language;

/**
 * All that a report says, of its period and of the one before.
 *
 * @param channels by network, then handle
 */
public record Dataset(About about, List<ChannelData> channels, PeriodData now, PeriodData before) {
    public Dataset {
        channels = List.copyOf(channels);
    }

    /**
     * Whose report it is.
     *
     * @param brand and {@code workspace}: their names
     * @param since when the brand came to be looked after: figures of days before that are missing, not zero
     * @param frozenAt when the numbers were read
     */
    public record About(
            String report,
            String workspace,
            String brand,
            Language language,
            boolean monthly,
            Period period,
            Instant since,
            Instant frozenAt) {}
}
