package dev.parvis.table;

import java.time.LocalDate;
import java.util.Optional;

import dev.parvis.domain.evergreen.Entry;
import dev.parvis.domain.evergreen.EntryId;
import dev.parvis.domain.evergreen.QueueId;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.PostId;

/** Entries of evergreen queues: what they say lies in the row itself. */
final class EntryCodec implements Codec<Entry> {
    private static final String PARTITION = "#QUEUE#";

    @Override
    public Key key(Entry entry) {
        return Keys.entry(entry.workspace(), entry.queue().value(), entry.id().value());
    }

    @Override
    public Attributes encode(Entry entry) {
        var row = ContentCodec.encode(key(entry), entry.content())
                .number("times", entry.times())
                .flag("paused", entry.paused())
                .number("version", entry.version())
                .text("until", entry.until().map(LocalDate::toString));
        if (!entry.labels().equals(Labels.NONE)) {
            row.map("labels", PostCodec.labels(entry.labels()));
        }
        entry.last().ifPresent(last -> row.instant("last", last));
        entry.made().ifPresent(made -> {
            row.text("made", made.post().value());
            made.before().ifPresent(before -> row.instant("before", before));
        });
        return row;
    }

    @Override
    public Entry decode(Row row) {
        return new Entry(
                row.key().workspace(),
                new QueueId(row.key().partitionAfter(PARTITION)),
                new EntryId(row.key().after(Keys.ENTRY)),
                ContentCodec.decode(row),
                row.mapIf("labels").map(PostCodec::labels).orElse(Labels.NONE),
                row.has("until") ? Optional.of(row.as("until", LocalDate::parse)) : Optional.empty(),
                row.count("times"),
                row.has("last") ? Optional.of(row.instant("last")) : Optional.empty(),
                row.flag("paused"),
                row.number("version"),
                row.textIf("made")
                        .map(post -> new Entry.Made(
                                new PostId(post),
                                row.has("before") ? Optional.of(row.instant("before")) : Optional.empty())));
    }
}
