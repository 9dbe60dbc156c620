package dev.parvis.table;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.moderation.Rule;
import dev.parvis.domain.moderation.RuleId;
import dev.parvis.domain.moderation.Rules;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Rules of brands. */
final class TableRules implements Rules {
    private static final int MOST = 100;

    private final Rows rows;
    private final RuleCodec codec = new RuleCodec();
    private final Versioned<Rule> rules;

    TableRules(Rows rows) {
        this.rows = rows;
        this.rules = new Versioned<>(rows, codec);
    }

    @Override
    public Change<Rule> create(Rule rule) {
        return of(rule.workspace(), rule.brand()).size() >= MOST
                ? new Change.Refused<>("a brand has at most " + MOST + " rules")
                : rules.create(rule);
    }

    @Override
    public Optional<Rule> find(WorkspaceId workspace, BrandId brand, RuleId id) {
        return rules.find(RuleCodec.key(workspace, brand, id));
    }

    @Override
    public List<Rule> of(WorkspaceId workspace, BrandId brand) {
        return rows.all(Range.of(Keys.tenant(workspace), Keys.rules(brand))).stream()
                .map(codec::decode)
                .sorted(Comparator.comparingInt(Rule::order)
                        .thenComparing(Rule::createdAt)
                        .thenComparing(rule -> rule.id().value()))
                .toList();
    }

    @Override
    public Change<Rule> change(Rule changed) {
        return rules.change(changed, changed.version());
    }

    @Override
    public Change<Rule> delete(WorkspaceId workspace, BrandId brand, RuleId id, long version) {
        return rules.delete(RuleCodec.key(workspace, brand, id), version);
    }
}
