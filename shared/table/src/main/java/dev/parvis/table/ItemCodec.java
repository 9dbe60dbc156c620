package dev.parvis.table;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.NetworkId;

/**
 * What was found. A text that would push the row past one unit of writing lies in a row of its own: whether it does
 * depends on the item alone, which never changes, so that a later write of the row need not look.
 */
final class ItemCodec {
    /** What the rest of an interaction may add to a row of 1 KB: keys of two indexes, lease, handling, reason. */
    private static final int MOST_INSIDE = 560;

    private ItemCodec() {}

    static Attributes encode(Item item) {
        var row = bare(item);
        return fits(row, item.text()) ? row.text("text", item.text()) : row.flag("textApart", true);
    }

    /** The row of the text, when it lies apart. */
    static List<Attributes> apart(Item item) {
        if (fits(bare(item), item.text())) {
            return List.of();
        }
        var key = item.key();
        return List.of(
                Attributes.at(Keys.itemText(key.workspace(), key.digest())).text("text", item.text()));
    }

    private static boolean fits(Attributes row, String text) {
        return row.size() + Attributes.utf8(text) <= MOST_INSIDE;
    }

    private static Attributes bare(Item item) {
        var key = item.key();
        return Attributes.at(Keys.item(key.workspace(), key.digest()))
                .text("network", key.network().value())
                .text("nativeId", key.nativeId())
                .text("kind", item.kind().name())
                .map("author", author(item.author()))
                .textUnlessEmpty("url", item.url())
                .instant("publishedAt", item.publishedAt())
                .instant("foundAt", item.foundAt())
                .text("parent", item.parent())
                .text("local", item.local());
    }

    private static Attributes author(Author author) {
        return new Attributes()
                .textUnlessEmpty("id", author.nativeId())
                .textUnlessEmpty("handle", author.handle())
                .textUnlessEmpty("name", author.name())
                .textUnlessEmpty("url", author.url());
    }

    /** Where the text lies, when it lies apart. */
    static Optional<Key> textKey(Row row) {
        return row.flagged("textApart") ? Optional.of(new Key(row.key().pk(), "TEXT")) : Optional.empty();
    }

    /** @param apart the row at {@link #textKey}, when there is one */
    static Item decode(Row row, Optional<Row> apart) {
        return new Item(
                new ItemKey(row.key().workspace(), row.as("network", NetworkId::new), row.text("nativeId")),
                row.as("kind", ItemKind::valueOf),
                author(row.map("author")),
                text(row, apart),
                row.textOrEmpty("url"),
                row.instant("publishedAt"),
                row.instant("foundAt"),
                row.textIf("parent"),
                row.textIf("local"));
    }

    private static String text(Row row, Optional<Row> apart) {
        if (!row.flagged("textApart")) {
            return row.text("text");
        }
        return apart.orElseThrow(() -> row.broken("text")).text("text");
    }

    private static Author author(Row row) {
        return new Author(
                row.textOrEmpty("id"), row.textOrEmpty("handle"), row.textOrEmpty("name"), row.textOrEmpty("url"));
    }
}
