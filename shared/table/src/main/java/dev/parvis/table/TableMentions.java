package dev.parvis.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.mentions.Mention;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.time.Times;

/** Mentions: a row per brand and item that names the item's own row. The item is kept first. */
final class TableMentions implements Mentions {
    private final Rows rows;

    TableMentions(Rows rows) {
        this.rows = rows;
    }

    @Override
    public boolean add(Mention mention) {
        var workspace = mention.item().key().workspace();
        return rows.putNew(Attributes.at(Keys.mention(workspace, mention.brand(), mention.id()))
                .texts("matched", mention.matched())
                .instant("foundAt", mention.foundAt())
                .text("mentionsPk", Keys.mentions(workspace, mention.brand()))
                .text("mentionsSk", Keys.at(mention.foundAt(), mention.id())));
    }

    @Override
    public Optional<Mention> find(WorkspaceId workspace, BrandId brand, String id) {
        return Keys.digest(id)
                .flatMap(digest -> rows.find(Keys.mention(workspace, brand, digest)))
                .flatMap(row -> TableItems.read(rows, List.of(item(row))).stream()
                        .findFirst()
                        .map(found -> decode(row, brand, found.item())));
    }

    /** One query, one batch for the items, one for texts that lie apart. */
    @Override
    public Page<Mention> list(WorkspaceId workspace, BrandId brand, Instant from, Instant to, PageRequest page) {
        var range = Range.index("MentionsByTime", "mentions", Keys.mentions(workspace, brand))
                .between(Times.format(from), Times.format(to))
                .backwards();
        var found = rows.page(range, page);
        var items = TableItems.read(
                        rows, found.items().stream().map(TableMentions::item).toList())
                .stream()
                .collect(Collectors.toMap(each -> each.row().key(), TableItems.Found::item));
        var mentions = found.items().stream()
                .flatMap(
                        row -> Optional.ofNullable(items.get(item(row))).map(item -> decode(row, brand, item)).stream())
                .toList();
        return new Page<>(mentions, found.next());
    }

    private static Key item(Row row) {
        return Keys.item(row.key().workspace(), row.key().sk());
    }

    private static Mention decode(Row row, BrandId brand, Item item) {
        return new Mention(brand, item, row.texts("matched"), row.instant("foundAt"));
    }
}
