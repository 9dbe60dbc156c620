package dev.parvis.table;

import java.util.Map;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Work;

/** The codec of each kind of work. */
final class AgendaCodecs {
    private final Map<String, WorkCodec<?>> codecs;

    AgendaCodecs(Rows rows) {
        codecs = Map.ofEntries(
                Map.entry(Kind.TARGET.name(), new TargetCodec()),
                Map.entry(Kind.SOURCE.name(), new SourceCodec()),
                Map.entry(Kind.INTERACTION.name(), new InteractionCodec(rows)),
                Map.entry(Kind.SNAPSHOT.name(), new SnapshotOrderCodec()),
                Map.entry(Kind.REPORT.name(), new ReportCodec()),
                Map.entry(Kind.REFRESH.name(), new RefreshCodec()),
                Map.entry(Kind.DELIVERY.name(), new DeliveryCodec()),
                Map.entry(Kind.SEAL.name(), new SealOrderCodec()),
                Map.entry(Kind.SERIES.name(), new SeriesCodec()),
                Map.entry(Kind.IMPORT.name(), new ImportCodec()),
                Map.entry(Kind.QUEUE.name(), new QueueCodec()),
                Map.entry(Kind.WEEKLY.name(), new WeeklyOrderCodec()));
    }

    /** A kind's name is its type's: the map above pairs them. */
    @SuppressWarnings("unchecked")
    <W extends Work> WorkCodec<W> of(Kind<W> kind) {
        return (WorkCodec<W>) named(kind.name());
    }

    WorkCodec<?> named(String kind) {
        var codec = codecs.get(kind);
        if (codec == null) {
            throw new IllegalArgumentException("no rows of the kind " + kind + " lie in the table");
        }
        return codec;
    }
}
