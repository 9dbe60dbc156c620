package dev.parvis.domain.agenda;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.parvis.domain.audit.SealOrder;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.evergreen.Queue;
import dev.parvis.domain.imports.Import;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.series.Series;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.weekly.WeeklyOrder;

/**
 * The kinds of work that wait.
 *
 * @param name what the index calls it
 * @param type the record that a claim hands out
 * @param countsClaims whether the {@value #MOST_CLAIMS}th claim that could not finish makes the row stuck. Not for
 *     sources: a poll that found nothing new writes nothing, so its claims say nothing about failure.
 * @param again what a row that was set aside is when a person puts it back
 */
public record Kind<W extends Work>(String name, Class<W> type, boolean countsClaims, UnaryOperator<W> again) {
    public static final int MOST_CLAIMS = 5;

    public static final Kind<Target> TARGET = new Kind<>("TARGET", Target.class, true, Target::again);
    public static final Kind<Source> SOURCE = new Kind<>("SOURCE", Source.class, false);
    public static final Kind<Interaction> INTERACTION = new Kind<>("INTERACTION", Interaction.class, true);
    public static final Kind<SnapshotOrder> SNAPSHOT = new Kind<>("SNAPSHOT", SnapshotOrder.class, true);
    public static final Kind<Report> REPORT = new Kind<>("REPORT", Report.class, true);
    public static final Kind<Refresh> REFRESH = new Kind<>("REFRESH", Refresh.class, true);
    public static final Kind<Delivery> DELIVERY = new Kind<>("DELIVERY", Delivery.class, true);
    public static final Kind<SealOrder> SEAL = new Kind<>("SEAL", SealOrder.class, true);
    public static final Kind<Series> SERIES = new Kind<>("SERIES", Series.class, true);
    public static final Kind<Import> IMPORT = new Kind<>("IMPORT", Import.class, true);
    public static final Kind<Queue> QUEUE = new Kind<>("QUEUE", Queue.class, true);
    public static final Kind<WeeklyOrder> WEEKLY = new Kind<>("WEEKLY", WeeklyOrder.class, true);

    private Kind(String name, Class<W> type, boolean countsClaims) {
        this(name, type, countsClaims, UnaryOperator.identity());
    }

    public static Optional<Kind<? extends Work>> named(String name) {
        return all().stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    public static List<Kind<? extends Work>> all() {
        return List.of(
                TARGET, SOURCE, INTERACTION, SNAPSHOT, REPORT, REFRESH, DELIVERY, SEAL, SERIES, IMPORT, QUEUE, WEEKLY);
    }
}
