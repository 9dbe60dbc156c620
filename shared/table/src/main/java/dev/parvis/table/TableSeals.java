package dev.parvis.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.audit.Seal;
import dev.parvis.domain.audit.SealedEntry;
import dev.parvis.domain.audit.Seals;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The chains of the audit trails: a partition a workspace, a row a link. A link of 500 entries is about 70 KB. */
final class TableSeals implements Seals {
    private final Rows rows;

    TableSeals(Rows rows) {
        this.rows = rows;
    }

    @Override
    public boolean append(Seal seal) {
        return rows.putNew(encode(seal));
    }

    @Override
    public Optional<Seal> find(WorkspaceId workspace, long number) {
        return rows.latest(TrailKeys.seal(workspace, number)).map(TableSeals::decode);
    }

    @Override
    public Optional<Seal> latest(WorkspaceId workspace) {
        var range = Range.of(TrailKeys.seals(workspace), "").backwards().latest();
        return rows.page(range, PageRequest.first(1)).items().stream()
                .findFirst()
                .map(TableSeals::decode);
    }

    private static Attributes encode(Seal seal) {
        return Attributes.at(TrailKeys.seal(seal.workspace(), seal.number()))
                .instant("sealedAt", seal.sealedAt())
                .instant("upTo", seal.upTo())
                .text("previous", seal.previous())
                .texts("entries", seal.entries().stream().map(TableSeals::line).toList());
    }

    private static Seal decode(Row row) {
        return new Seal(
                row.key().workspace(),
                Long.parseLong(row.key().sk()),
                row.instant("sealedAt"),
                row.instant("upTo"),
                row.text("previous"),
                entries(row));
    }

    /** The digest, the time in milliseconds, and the id, which may hold anything. */
    private static String line(SealedEntry entry) {
        return entry.digest() + " " + entry.at().toEpochMilli() + " " + entry.id();
    }

    private static List<SealedEntry> entries(Row row) {
        return row.texts("entries").stream()
                .map(line -> {
                    var parts = line.split(" ", 3);
                    if (parts.length != 3) {
                        throw row.broken("entries");
                    }
                    return new SealedEntry(Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[2], parts[0]);
                })
                .toList();
    }
}
