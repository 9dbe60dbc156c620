package dev.parvis.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.series.Saying;
import dev.parvis.domain.series.Series;
import dev.parvis.domain.series.SeriesBook;
import dev.parvis.domain.series.SeriesId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Series, which stand on the agenda; what they say lies in a partition of their own. */
final class TableSeries implements SeriesBook {
    private static final int SERIES = 0;
    /** Those of lost races lie here too; a transaction takes 100 rows. */
    private static final int MOST_SAID = 99;

    private final Rows rows;
    private final AgendaSettings settings;
    private final SeriesCodec codec = new SeriesCodec();
    private final OnAgenda<Series> series;

    TableSeries(Rows rows, AgendaSettings settings) {
        this.rows = rows;
        this.settings = settings;
        this.series = new OnAgenda<>(rows, Kind.SERIES, codec, settings);
    }

    @Override
    public Change<Series> create(Series created, Saying saying, Instant due) {
        var control = Control.fresh(rows.mark(), millis(due));
        var outcome = rows.transaction()
                .put(control.on(codec.encode(created), Kind.SERIES.name(), created, settings), Expression.NEW)
                .put(encode(created, saying), Expression.NEW)
                .commit();
        return switch (outcome) {
            case Outcome.Committed committed -> new Change.Done<>(created);
            case Outcome.Cancelled cancelled
            when cancelled.there(SERIES).isPresent() ->
                new Change.Conflict<>(codec.decode(cancelled.there(SERIES).get()));
            case Outcome.Cancelled cancelled -> new Change.Refused<>("what it says is there already");
        };
    }

    @Override
    public Optional<Series> find(WorkspaceId workspace, BrandId brand, SeriesId id) {
        return rows.latest(Keys.series(workspace, brand, id.value())).map(codec::decode);
    }

    @Override
    public Page<Series> list(WorkspaceId workspace, BrandId brand, PageRequest page) {
        var found = rows.page(Range.of(Keys.tenant(workspace), Keys.series(brand)), page);
        return new Page<>(found.items().stream().map(codec::decode).toList(), found.next());
    }

    @Override
    public List<Saying> sayings(Series of) {
        var all = said(of.workspace(), of.series()).stream()
                .collect(Collectors.toMap(row -> row.key().after(Keys.SAYING), TableSeries::decode));
        return of.editions().stream()
                .flatMap(edition -> Optional.ofNullable(all.get(edition.id())).stream())
                .toList();
    }

    private List<Row> said(WorkspaceId workspace, SeriesId id) {
        return rows.all(
                Range.of(Keys.sayings(workspace, id.value()), Keys.SAYING).latest());
    }

    @Override
    public void add(Series to, Saying saying) {
        rows.put(encode(to, saying));
    }

    @Override
    public Change<Series> change(Series changed, Instant due) {
        return series.change(codec.key(changed), changed.version(), millis(due), stored -> {
            var earlier = stored.madeUntil().isBefore(changed.madeUntil()) ? stored : changed;
            return changed.made(earlier.madeUntil());
        });
    }

    /** In one go, so that a series is never there without what it says. */
    @Override
    public Change<Series> delete(WorkspaceId workspace, BrandId brand, SeriesId id, long version) {
        var row = rows.latest(Keys.series(workspace, brand, id.value()));
        if (row.isEmpty()) {
            return new Change.Missing<>();
        }
        var transaction = rows.transaction().delete(row.get().key(), Expression.version(version));
        said(workspace, id).stream().limit(MOST_SAID).forEach(saying -> transaction.delete(saying.key()));
        return switch (transaction.commit()) {
            case Outcome.Committed committed -> new Change.Done<>(codec.decode(row.get()));
            case Outcome.Cancelled cancelled ->
                cancelled
                        .there(SERIES)
                        .<Change<Series>>map(there -> new Change.Conflict<>(codec.decode(there)))
                        .orElseGet(Change.Missing::new);
        };
    }

    private static Attributes encode(Series of, Saying saying) {
        var key = Keys.saying(of.workspace(), of.series().value(), saying.edition());
        var row = ContentCodec.encode(key, saying.content())
                .texts(
                        "channels",
                        saying.channels().stream().map(ChannelId::value).toList());
        return saying.labels().equals(Labels.NONE) ? row : row.map("labels", PostCodec.labels(saying.labels()));
    }

    private static Saying decode(Row row) {
        var channels = row.texts("channels").stream()
                .map(text -> row.as("channels", ChannelId::new, text))
                .toList();
        var labels = row.mapIf("labels").map(PostCodec::labels).orElse(Labels.NONE);
        return new Saying(row.key().after(Keys.SAYING), ContentCodec.decode(row), channels, labels);
    }

    private static Optional<Instant> millis(Instant due) {
        return Optional.of(due.truncatedTo(ChronoUnit.MILLIS));
    }
}
