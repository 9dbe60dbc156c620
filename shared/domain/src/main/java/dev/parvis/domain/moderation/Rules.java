package dev.parvis.domain.moderation;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The rules of brands (at most 100 each). */
public interface Rules {
    Change<Rule> create(Rule rule);

    Optional<Rule> find(WorkspaceId workspace, BrandId brand, RuleId id);

    /** All of a brand's rules in the order they are tried. */
    List<Rule> of(WorkspaceId workspace, BrandId brand);

    Change<Rule> change(Rule changed);

    Change<Rule> delete(WorkspaceId workspace, BrandId brand, RuleId id, long version);
}
