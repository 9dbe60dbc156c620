package dev.parvis.domain.mentions;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.Slices;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.items.InMemoryItems;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Mentions in memory. Like a stored one, a mention is shown with the item that was kept, and not without. */
public final class InMemoryMentions implements Mentions {
    private final InMemoryItems items;
    private final Map<String, Mention> rows = new HashMap<>();

    public InMemoryMentions(InMemoryItems items) {
        this.items = items;
    }

    @Override
    public synchronized boolean add(Mention mention) {
        return rows.putIfAbsent(key(mention.item().key().workspace(), mention.brand(), mention.id()), mention) == null;
    }

    @Override
    public synchronized Optional<Mention> find(WorkspaceId workspace, BrandId brand, String id) {
        return Optional.ofNullable(rows.get(key(workspace, brand, id))).flatMap(this::withItem);
    }

    private Optional<Mention> withItem(Mention mention) {
        return items.item(mention.item().key().workspace(), mention.id())
                .map(item -> new Mention(mention.brand(), item, mention.matched(), mention.foundAt()));
    }

    @Override
    public synchronized Page<Mention> list(
            WorkspaceId workspace, BrandId brand, Instant from, Instant to, PageRequest page) {
        var found = rows.values().stream()
                .filter(mention -> mention.item().key().workspace().equals(workspace))
                .filter(mention -> mention.brand().equals(brand))
                .filter(mention ->
                        !mention.foundAt().isBefore(from) && mention.foundAt().isBefore(to))
                .sorted(Comparator.comparing(Mention::foundAt)
                        .thenComparing(Mention::id)
                        .reversed())
                .flatMap(mention -> withItem(mention).stream())
                .toList();
        return Slices.of(found, page);
    }

    private static String key(WorkspaceId workspace, BrandId brand, String id) {
        return workspace + "#" + brand + "#" + id;
    }
}
