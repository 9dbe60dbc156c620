package dev.parvis.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.imports.Import;
import dev.parvis.domain.imports.ImportId;
import dev.parvis.domain.imports.ImportRow;
import dev.parvis.domain.imports.Imports;
import dev.parvis.domain.imports.RowFault;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.time.Times;

/**
 * Imports, which stand on the agenda; rows and faults lie in a partition of their own, many rows to an item: an item is
 * written by the kilobyte and has 400 at most. All have the same time to live.
 */
final class TableImports implements Imports {
    private static final String ROWS = "ROWS#";
    private static final String FAULT = "FAULT#";
    /** Of an item's rows together; one row alone has less than half of what an item may. */
    private static final int MOST_BYTES = 150_000;

    private static final int MOST_ROUNDS = 8;

    private final Rows rows;
    private final AgendaSettings settings;
    private final ImportCodec codec = new ImportCodec();
    private final OnAgenda<Import> imports;

    TableImports(Rows rows, AgendaSettings settings) {
        this.rows = rows;
        this.settings = settings;
        this.imports = new OnAgenda<>(rows, Kind.IMPORT, codec, settings);
    }

    @Override
    public void create(Import created, List<ImportRow> all, List<RowFault> faults, Instant due) {
        var from = 0;
        while (from < all.size()) {
            var item = new ArrayList<Attributes>();
            var bytes = 0;
            while (from + item.size() < all.size() && item.size() < STEP && bytes < MOST_BYTES) {
                var row = encode(all.get(from + item.size()));
                bytes += row.size();
                item.add(row);
            }
            rows.put(lasting(created, ROWS + digits(from)).maps("rows", item));
            from += item.size();
        }
        faults.stream().limit(MOST_FAULTS).forEach(fault -> tell(created, fault));
        imports.create(created, Optional.of(due.truncatedTo(ChronoUnit.MILLIS)), Expression.NEW);
    }

    @Override
    public Optional<Import> find(WorkspaceId workspace, ImportId id) {
        return rows.latest(codec.key(workspace, id.value())).map(codec::decode);
    }

    @Override
    public List<ImportRow> from(Import of, int first) {
        return rows.find(new Key(partition(of), ROWS + digits(first))).stream()
                .flatMap(item -> item.maps("rows").stream())
                .map(TableImports::decode)
                .toList();
    }

    @Override
    public Optional<Instant> undo(WorkspaceId workspace, ImportId id, Instant now) {
        for (var round = 1; round <= MOST_ROUNDS; round++) {
            var there = rows.latest(codec.key(workspace, id.value()));
            if (there.isEmpty()) {
                return Optional.empty();
            }
            var work = codec.decode(there.get());
            var from = held(there.get(), work).filter(now::isBefore).orElse(now).truncatedTo(ChronoUnit.MILLIS);
            var control = Control.edited(there.get(), rows.mark(), Optional.of(from));
            var back = control.on(codec.encode(work.undoing()), Kind.IMPORT.name(), work, settings);
            if (work.undo().isPresent()
                    || rows.put(back, Control.unchanged(there.get(), codec.worked())) instanceof Wrote.Done) {
                return Optional.of(from);
            }
        }
        throw new IllegalStateException("import " + id + " keeps changing");
    }

    /** The end of the lease that it is under, or that was waited for when it was first taken back. */
    private static Optional<Instant> held(Row row, Import work) {
        var waits = row.number(Control.CLAIMS) > 0 || work.undo().isPresent();
        return row.has("dueSk") && waits ? Optional.of(row.as("dueSk", Times::parse)) : Optional.empty();
    }

    @Override
    public void tell(Import of, RowFault fault) {
        rows.put(lasting(of, FAULT + digits(fault.line()) + "#" + fault.column())
                .number("line", fault.line())
                .text("column", fault.column())
                .text("code", fault.code())
                .text("detail", fault.detail()));
    }

    @Override
    public List<RowFault> faults(WorkspaceId workspace, ImportId id, int limit) {
        var range = Range.of(Keys.imported(workspace, id.value()), FAULT);
        return rows.query(range, limit, Optional.empty()).stream()
                .map(row -> new RowFault(row.count("line"), row.text("column"), row.text("code"), row.text("detail")))
                .toList();
    }

    private static Attributes lasting(Import of, String sk) {
        return Attributes.at(new Key(partition(of), sk))
                .number("ttl", of.createdAt().plus(KEPT).getEpochSecond());
    }

    private static String partition(Import of) {
        return Keys.imported(of.workspace(), of.id());
    }

    private static String digits(int number) {
        var text = Integer.toString(number);
        return "0".repeat(Math.max(0, 10 - text.length())) + text;
    }

    private static Attributes encode(ImportRow row) {
        var attributes = ContentCodec.encode(new Attributes(), row.content())
                .map("labels", PostCodec.labels(row.labels()))
                .number("line", row.line())
                .text("post", row.post().value())
                .flag("nextSlot", row.nextSlot())
                .texts("channels", row.channels().stream().map(ChannelId::value).toList());
        row.schedule().ifPresent(schedule -> attributes.map("schedule", PostCodec.schedule(schedule)));
        return attributes;
    }

    private static ImportRow decode(Row row) {
        return new ImportRow(
                row.count("line"),
                row.as("post", PostId::new),
                ContentCodec.decode(row),
                PostCodec.labels(row.map("labels")),
                row.mapIf("schedule").map(PostCodec::schedule),
                row.flag("nextSlot"),
                row.texts("channels").stream()
                        .map(text -> row.as("channels", ChannelId::new, text))
                        .toList());
    }
}
