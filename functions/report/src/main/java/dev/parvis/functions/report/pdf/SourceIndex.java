package dev.parvis.functions.report.pdf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.parvis.functions.report.document.Figure;
import dev.parvis.functions.report.document.PostRow;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;
import dev.parvis.functions.report.document.Tally;

/**
 * Numbers the sources in the order in which the report names them. Readings of one field are one entry, with every
 * figure that rests on it and the first and the last time it was read.
 */
final class SourceIndex {

    /** One line of "where each figure came from". */
    record Entry(int number, List<String> figures, Source source, Instant first, Instant last) {
        Entry and(String figure, Instant readAt) {
            List<String> all = new ArrayList<>(figures);
            if (!all.contains(figure)) {
                all.add(figure);
            }
            Instant earliest = readAt.isBefore(first) ? readAt : first;
            Instant latest = readAt.isAfter(last) ? readAt : last;
            return new Entry(number, all, source, earliest, latest);
        }
    }

    private record Key(String network, String field, String definition) {
        static Key of(Source source) {
            return new Key(source.network(), source.field(), source.definition());
        }
    }

    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    static SourceIndex of(List<Section> sections) {
        SourceIndex index = new SourceIndex();
        for (Section section : sections) {
            switch (section) {
                case Section.KeyFigures key -> key.figures().forEach(index::add);
                case Section.TimeSeries series -> series.lines().forEach(line -> index.add(series, line));
                case Section.Posts posts -> posts.rows().forEach(row -> index.add(posts, row));
                case Section.Mentions _, Section.Notes _, Section.Definitions _ -> {}
            }
        }
        return index;
    }

    private void add(Section.KeyFigure key) {
        switch (key.figure()) {
            case Figure.Measured measured -> measured.sources().forEach(source -> add(key.label(), source));
            case Figure.Failed failed -> add(key.label(), failed.asked());
            case Figure.NotProvided _, Figure.Unread _ -> {}
        }
    }

    private void add(Section.TimeSeries series, Section.Line line) {
        for (Section.Point point : line.points()) {
            if (point.tally() instanceof Tally.Counted(long _, Source source)) {
                add(series.heading(), source);
            }
        }
    }

    private void add(Section.Posts posts, PostRow row) {
        for (int i = 0; i < row.tallies().size(); i++) {
            if (row.tallies().get(i) instanceof Tally.Counted(long _, Source source)) {
                add(posts.heading() + " – " + posts.columns().get(i), source);
            }
        }
    }

    private void add(String figure, Source source) {
        Entry known = entries.get(Key.of(source));
        Entry first = known == null
                ? new Entry(entries.size() + 1, List.of(), source, source.readAt(), source.readAt())
                : known;
        entries.put(Key.of(source), first.and(figure, source.readAt()));
    }

    /** "Bluesky [1], Mastodon [2]". */
    String references(List<Source> sources) {
        List<String> references = new ArrayList<>();
        for (Source source : sources) {
            Entry entry = entries.get(Key.of(source));
            if (entry != null) {
                references.add(source.network() + "\u00a0[" + entry.number() + "]");
            }
        }
        return String.join(", ", references.stream().distinct().toList());
    }

    List<Entry> entries() {
        return List.copyOf(entries.values());
    }
}
