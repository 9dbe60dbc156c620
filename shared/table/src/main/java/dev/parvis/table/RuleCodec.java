package dev.parvis.table;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.moderation.Condition;
import dev.parvis.domain.moderation.Reply;
import dev.parvis.domain.moderation.Rule;
import dev.parvis.domain.moderation.RuleId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Rules, all of a brand next to each other. */
final class RuleCodec implements Codec<Rule> {
    @Override
    public Key key(Rule rule) {
        return key(rule.workspace(), rule.brand(), rule.id());
    }

    static Key key(WorkspaceId workspace, BrandId brand, RuleId id) {
        return Keys.inWorkspace(workspace, Keys.rules(brand), id.value());
    }

    @Override
    public Attributes encode(Rule rule) {
        return Attributes.at(key(rule))
                .text("name", rule.name())
                .flag("enabled", rule.enabled())
                .number("order", rule.order())
                .texts("words", rule.condition().words())
                .flag("links", rule.condition().links())
                .texts("authors", rule.condition().authors())
                .text("action", rule.action().name())
                .text("reply", rule.reply().map(Reply::text))
                .instant("createdAt", rule.createdAt())
                .number("version", rule.version());
    }

    @Override
    public Rule decode(Row row) {
        var ids = row.key().after(Keys.RULE).split("#", -1);
        if (ids.length != 2) {
            throw row.broken("sk");
        }
        return new Rule(
                row.key().workspace(),
                new RuleId(ids[1]),
                new BrandId(ids[0]),
                row.text("name"),
                row.flag("enabled"),
                row.count("order"),
                new Condition(row.texts("words"), row.flag("links"), row.texts("authors")),
                row.as("action", Action::valueOf),
                row.textIf("reply").map(Reply::new),
                row.instant("createdAt"),
                row.number("version"));
    }
}
