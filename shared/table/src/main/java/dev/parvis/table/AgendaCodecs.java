package dev.parvis.table;

import java.util.Map;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Work;

/** The codec of each kind of work. */
final class AgendaCodecs {
    private final Map<String, WorkCodec<?>> codecs;

    AgendaCodecs(Rows rows) {
        codecs = Map.of(
                Kind.TARGET.name(), new TargetCodec(),
                Kind.SOURCE.name(), new SourceCodec(),
                Kind.INTERACTION.name(), new InteractionCodec(rows),
                Kind.SNAPSHOT.name(), new SnapshotOrderCodec(),
                Kind.REPORT.name(), new ReportCodec(),
                Kind.REFRESH.name(), new RefreshCodec(),
                Kind.DELIVERY.name(), new DeliveryCodec(),
                Kind.SEAL.name(), new SealOrderCodec(),
                Kind.SERIES.name(), new SeriesCodec());
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
