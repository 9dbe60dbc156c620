package dev.parvis.table;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * What was found, one row per thing. An item that was found first by a search becomes an interaction in place when it
 * turns out to be addressed to one of our channels.
 */
final class TableItems implements Items {
    private static final Expression NO_INTERACTION = Expression.of("attribute_not_exists(#handling)");

    private final Rows rows;
    private final InstantSource clock;
    private final InteractionCodec codec;
    private final OnAgenda<Interaction> interactions;

    TableItems(Rows rows, AgendaSettings settings, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
        this.codec = new InteractionCodec(rows);
        this.interactions = new OnAgenda<>(rows, Kind.INTERACTION, codec, settings);
    }

    @Override
    public boolean keep(Item item) {
        ItemCodec.apart(item).forEach(rows::putNew);
        return rows.putNew(ItemCodec.encode(item));
    }

    @Override
    public boolean keep(Interaction interaction) {
        return switch (interactions.create(interaction, due(interaction), NO_INTERACTION)) {
            case Wrote.Done done -> true;
            case Wrote.Lost lost -> false;
        };
    }

    @Override
    public Optional<Interaction> interaction(WorkspaceId workspace, String id) {
        return Keys.digest(id)
                .flatMap(digest -> rows.find(codec.key(workspace, digest)))
                .filter(row -> row.has(InteractionCodec.HANDLING))
                .map(codec::decode);
    }

    /** One query over keys, one batch for the rows, one for texts that lie apart. */
    @Override
    public Page<Interaction> inbox(WorkspaceId workspace, BrandId brand, Handling handling, PageRequest page) {
        var range = Range.index("Inbox", "inbox", Keys.inbox(workspace, brand, handling.name()))
                .backwards();
        var keys = rows.page(range, page);
        var found = read(rows, keys.items().stream().map(Row::key).toList());
        var shown = found.stream()
                .filter(each -> each.row().has(InteractionCodec.HANDLING))
                .map(each -> InteractionCodec.decode(each.row(), each.text()))
                .filter(each -> each.handling() == handling && each.brand().equals(brand))
                .toList();
        return new Page<>(shown, keys.next());
    }

    /** An item's row, and the row of its text when that lies apart. */
    record Found(Row row, Optional<Row> text) {
        Item item() {
            return ItemCodec.decode(row, text);
        }
    }

    /** The rows that are there, in the order of the keys. */
    static List<Found> read(Rows rows, List<Key> keys) {
        var found = rows.batch(keys);
        var texts = new HashMap<Key, Key>();
        found.values().forEach(row -> ItemCodec.textKey(row).ifPresent(text -> texts.put(row.key(), text)));
        Map<Key, Row> apart = texts.isEmpty() ? Map.of() : rows.batch(texts.values());
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(found.get(key)).stream())
                .map(row ->
                        new Found(row, Optional.ofNullable(texts.get(row.key())).map(apart::get)))
                .toList();
    }

    /** What a person has decided waits for the rules no longer, and for what becomes of an answer. */
    @Override
    public Change<Interaction> decide(Interaction changed) {
        return interactions.change(
                codec.key(changed), changed.version() - 1, due(changed), changed::knowsAnswersOf, stored -> changed);
    }

    private Optional<Instant> due(Interaction interaction) {
        return interaction.lookedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
