package dev.parvis.functions.api.imports;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.imports.ImportRow;
import dev.parvis.domain.imports.RowFault;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.functions.api.calls.AtOnce;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.posts.AwaitedMedia;
import dev.parvis.functions.api.posts.PostReader;
import dev.parvis.functions.api.posts.PostRoutes;
import dev.parvis.functions.api.posts.StillPictures;
import dev.parvis.kernel.json.FieldError;

/** Holds every row of a file to the rules of single posts, and to the posts that are there. Writes nothing. */
final class FileCheck {
    private static final int LONGEST_KEY = 200;

    private final PostRoutes.Stores stores;
    private final Channels channels;
    private final InstantSource clock;

    FileCheck(PostRoutes.Stores stores, Channels channels, InstantSource clock) {
        this.stores = stores;
        this.channels = channels;
        this.clock = clock;
    }

    Checked check(Brand brand, Sheet sheet, Doubts doubts) {
        var tally = new Checked.Tally();
        var ids = ids(brand, sheet);
        var there = there(brand, ids);
        var media = AtOnce.found(
                sheet.lines().stream()
                        .flatMap(line -> Cells.media(line).stream())
                        .distinct()
                        .toList(),
                id -> stores.media().find(brand.workspace(), id));
        var reader = new PostReader(stores, brand, (_, id) -> Optional.ofNullable(media.get(id)), clock.instant());
        var looked = doubts.looking(
                () -> new StillPictures(stores, (_, id) -> Optional.ofNullable(media.get(id))), () -> awaited(media));
        var cells = new Cells(sheet.isOfSemicolons(), Brandwide.channels(channels, brand), media);
        var seen = new HashMap<PostId, Integer>();
        for (var line : sheet.lines()) {
            var id = Optional.ofNullable(ids.get(line.number()));
            var before = id.flatMap(key -> Optional.ofNullable(seen.putIfAbsent(key, line.number())));
            if (id.isEmpty()) {
                tally.bad(List.of(
                        fault(line, Column.KEY, "required", "is required, of " + LONGEST_KEY + " characters at most")));
            } else if (before.isPresent()) {
                tally.bad(List.of(fault(line, Column.KEY, "twice", "is the key of line " + before.get() + " too")));
            } else {
                judge(
                        tally,
                        line,
                        reader.read(cells.body(line)),
                        new Place(id.get(), Optional.ofNullable(there.get(id.get()))),
                        looked);
            }
        }
        return tally.done();
    }

    /** Those whose file has not come, each looked for once. */
    private AwaitedMedia awaited(Map<MediaId, Media> media) {
        var awaited = AtOnce.found(
                media.keySet(), id -> Optional.ofNullable(media.get(id)).filter(stores.media()::isAwaited));
        return new AwaitedMedia((_, id) -> Optional.ofNullable(awaited.get(id)));
    }

    /** Which post a row is, and what stands there. */
    private record Place(PostId id, Optional<PostWithTargets> there) {}

    private static void judge(Checked.Tally tally, Sheet.Line line, PostReader.Read read, Place place, Doubts doubts) {
        var goesOut = read.schedule().isPresent() || read.nextSlot();
        var errors = Stream.concat(
                        read.errors().stream()
                                .filter(error ->
                                        place.there().isEmpty() || !error.code().equals("in_the_past")),
                        goesOut && place.there().isEmpty() ? doubts.about(read) : Stream.empty())
                .toList();
        var row = new ImportRow(
                line.number(),
                place.id(),
                read.content(),
                read.labels(),
                read.schedule(),
                read.nextSlot(),
                read.channels().stream().map(Channel::id).toList());
        if (!errors.isEmpty()) {
            tally.bad(errors.stream().map(error -> fault(line, error)).toList());
        } else if (place.there().isEmpty()) {
            tally.good(row);
            if (goesOut) {
                doubts.keep(place.id(), read);
            }
        } else if (row.unlike(place.there().get()).isEmpty()) {
            tally.known();
        } else {
            tally.bad(List.of(row.changed(place.there().get())));
        }
    }

    private static RowFault fault(Sheet.Line line, FieldError error) {
        var column = Column.of(error.pointer()).map(Column::title).orElse("");
        return new RowFault(line.number(), column, error.code(), error.detail());
    }

    private static RowFault fault(Sheet.Line line, Column column, String code, String detail) {
        return new RowFault(line.number(), column.title(), code, detail);
    }

    /**
     * The post that each line's key stands for. A key that is the id of a post of this brand is that post's: so an
     * export is known again.
     */
    private Map<Integer, PostId> ids(Brand brand, Sheet sheet) {
        var keys = new HashMap<Integer, String>();
        for (var line : sheet.lines()) {
            var key = line.cell(Column.KEY).strip();
            if (!key.isEmpty() && key.length() <= LONGEST_KEY) {
                keys.put(line.number(), key);
            }
        }
        var exported = exported(brand, Set.copyOf(keys.values()));
        var ids = new HashMap<Integer, PostId>();
        keys.forEach((line, key) ->
                ids.put(line, exported.contains(key) ? new PostId(key) : ImportRow.post(brand.id(), key)));
        return ids;
    }

    private Set<String> exported(Brand brand, Set<String> keys) {
        var maybe = keys.stream()
                .filter(key -> key.matches("[0-9A-HJKMNP-TV-Z]{26}"))
                .flatMap(key -> Ids.parsed(key, PostId::new).stream())
                .toList();
        var exported = new HashSet<String>();
        AtOnce.found(stores.posts().there(brand.workspace(), maybe), id -> stores.posts()
                        .find(brand.workspace(), id))
                .forEach((id, post) -> {
                    if (post.post().brand().equals(brand.id())) {
                        exported.add(id.value());
                    }
                });
        return exported;
    }

    private Map<PostId, PostWithTargets> there(Brand brand, Map<Integer, PostId> ids) {
        var known = stores.posts().there(brand.workspace(), ids.values());
        return AtOnce.found(known, id -> stores.posts().find(brand.workspace(), id));
    }
}
