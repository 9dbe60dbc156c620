package dev.parvis.domain.items;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.Slices;
import dev.parvis.domain.agenda.InMemoryAgenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Items in memory; interactions are rows of the agenda. */
public final class InMemoryItems implements Items {
    private final InMemoryAgenda agenda;
    private final InstantSource clock;
    private final Map<ItemKey, Item> items = new HashMap<>();

    public InMemoryItems(InMemoryAgenda agenda, InstantSource clock) {
        this.agenda = agenda;
        this.clock = clock;
    }

    @Override
    public boolean keep(Item item) {
        synchronized (agenda) {
            return items.putIfAbsent(item.key(), item) == null;
        }
    }

    @Override
    public boolean keep(Interaction interaction) {
        synchronized (agenda) {
            var isNew = agenda.put(Kind.INTERACTION, interaction, due(interaction));
            if (isNew) {
                items.put(interaction.item().key(), interaction.item());
            }
            return isNew;
        }
    }

    @Override
    public Optional<Interaction> interaction(WorkspaceId workspace, String id) {
        return agenda.find(Kind.INTERACTION, workspace, id);
    }

    @Override
    public Page<Interaction> inbox(WorkspaceId workspace, BrandId brand, Handling handling, PageRequest page) {
        var found = agenda
                .all(Kind.INTERACTION, workspace, each -> each.brand().equals(brand) && each.handling() == handling)
                .stream()
                .sorted(Comparator.<Interaction, Instant>comparing(
                                each -> each.item().foundAt())
                        .thenComparing(Interaction::id)
                        .reversed())
                .toList();
        return Slices.of(found, page);
    }

    @Override
    public Change<Interaction> decide(Interaction changed) {
        synchronized (agenda) {
            var there = interaction(changed.workspace(), changed.id());
            if (there.isEmpty()) {
                return new Change.Missing<>();
            }
            if (there.get().version() != changed.version() - 1 || !changed.knowsAnswersOf(there.get())) {
                return new Change.Conflict<>(there.get());
            }
            agenda.edit(Kind.INTERACTION, changed, due(changed));
            return new Change.Done<>(changed);
        }
    }

    /** The item of this id, if one was kept: what a mention names. */
    public Optional<Item> item(WorkspaceId workspace, String digest) {
        synchronized (agenda) {
            return items.values().stream()
                    .filter(item -> item.key().workspace().equals(workspace))
                    .filter(item -> item.key().digest().equals(digest))
                    .findFirst();
        }
    }

    private Optional<Instant> due(Interaction interaction) {
        return interaction.lookedAt(clock.instant());
    }
}
