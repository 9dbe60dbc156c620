package dev.parvis.domain.moderation;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.WorkspaceId;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of rules holds. */
public abstract class RulesContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();

    private Rules rules() {
        return stores.rules();
    }

    private Rule created(int order) {
        return done(rules().create(Fixtures.rule(workspace, brand, order)));
    }

    private static Rule disabled(Rule r) {
        return new Rule(
                r.workspace(),
                r.id(),
                r.brand(),
                r.name(),
                false,
                r.order(),
                r.condition(),
                r.action(),
                r.reply(),
                r.createdAt(),
                r.version());
    }

    @Test
    void rules_come_in_the_order_they_are_tried() {
        var third = created(3);
        var first = created(-1);
        var second = created(3);
        done(rules().create(Fixtures.rule(workspace, Fixtures.brandId(), 0)));

        assertThat(rules().of(workspace, brand)).isEqualTo(List.of(first, third, second));
        assertThat(rules().of(Fixtures.workspaceId(), brand)).isEmpty();
        assertThat(rules().find(workspace, brand, first.id())).contains(first);
        assertThat(rules().find(workspace, Fixtures.brandId(), first.id())).isEmpty();
    }

    @Test
    void a_rule_is_changed_and_deleted_by_version() {
        var rule = created(1);

        var second = done(rules().change(disabled(rule)));

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.enabled()).isFalse();
        assertThat(conflict(rules().change(rule))).isEqualTo(second);
        assertThat(conflict(rules().create(rule))).isEqualTo(second);
        assertThat(conflict(rules().delete(workspace, brand, rule.id(), 1))).isEqualTo(second);
        missing(rules().delete(Fixtures.workspaceId(), brand, rule.id(), 2));
        assertThat(done(rules().delete(workspace, brand, rule.id(), 2))).isEqualTo(second);
        missing(rules().change(second));
    }

    @Test
    void a_rule_that_replies_knows_what_it_says() {
        var r = Fixtures.rule(workspace, brand, 1);
        var reply = new Reply("Merci {author} !\nÀ bientôt 🌻");

        var rule = done(rules().create(new Rule(
                r.workspace(),
                r.id(),
                r.brand(),
                r.name(),
                true,
                1,
                r.condition(),
                Action.REPLY,
                Optional.of(reply),
                r.createdAt(),
                1)));

        assertThat(rule.reply()).contains(reply);
        assertThat(rules().of(workspace, brand)).containsExactly(rule);
    }

    @Test
    void a_brand_has_at_most_a_hundred_rules() {
        for (var i = 0; i < 100; i++) {
            created(i);
        }

        refused(rules().create(Fixtures.rule(workspace, brand, 0)));

        assertThat(rules().of(workspace, brand)).hasSize(100);
    }
}
