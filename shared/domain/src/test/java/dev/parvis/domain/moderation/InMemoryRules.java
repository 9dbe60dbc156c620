package dev.parvis.domain.moderation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.InMemoryRows;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Rules in memory. */
public final class InMemoryRules implements Rules {
    private final InMemoryRows<Rule> rows = new InMemoryRows<>(
            rule -> key(rule.workspace(), rule.brand(), rule.id()),
            Rule::version,
            (r, version) -> new Rule(
                    r.workspace(),
                    r.id(),
                    r.brand(),
                    r.name(),
                    r.enabled(),
                    r.order(),
                    r.condition(),
                    r.action(),
                    r.reply(),
                    r.createdAt(),
                    version));

    @Override
    public Change<Rule> create(Rule rule) {
        return of(rule.workspace(), rule.brand()).size() >= 100
                ? new Change.Refused<>("a brand has at most 100 rules")
                : rows.create(rule);
    }

    @Override
    public Optional<Rule> find(WorkspaceId workspace, BrandId brand, RuleId id) {
        return rows.find(key(workspace, brand, id));
    }

    @Override
    public List<Rule> of(WorkspaceId workspace, BrandId brand) {
        return rows
                .all(rule -> rule.workspace().equals(workspace) && rule.brand().equals(brand))
                .stream()
                .sorted(Comparator.comparingInt(Rule::order)
                        .thenComparing(Rule::createdAt)
                        .thenComparing(rule -> rule.id().value()))
                .toList();
    }

    @Override
    public Change<Rule> change(Rule changed) {
        return rows.change(changed);
    }

    @Override
    public Change<Rule> delete(WorkspaceId workspace, BrandId brand, RuleId id, long version) {
        return rows.delete(key(workspace, brand, id), version);
    }

    private static String key(WorkspaceId workspace, BrandId brand, RuleId id) {
        return workspace + "#" + brand + "#" + id;
    }
}
