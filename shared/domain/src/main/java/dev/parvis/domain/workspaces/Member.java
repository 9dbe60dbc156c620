package dev.parvis.domain.workspaces;

import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;

/**
 * Who may act in a workspace: the {@code sub} of a verified token, a role on the whole, and other roles on single brands.
 * A role on a brand stands there in place of the one on the workspace, whether it allows more or less. Owners own every
 * brand: no role on a brand limits them.
 *
 * @param email where the member is mailed what concerns the brands they own or manage; never logged
 */
public record Member(
        WorkspaceId workspace, String subject, Role role, Map<BrandId, Role> brands, Optional<String> email) {
    /** With these, a member's row stays within the 4 KB that a strongly consistent read has for one unit. */
    public static final int MOST_BRANDS = 80;

    public Member {
        brands = Map.copyOf(brands);
        if (brands.size() > MOST_BRANDS) {
            throw new IllegalArgumentException("a member has roles on at most " + MOST_BRANDS + " brands");
        }
        if (!brands.values().stream().allMatch(Role::isOfOneBrand)) {
            throw new IllegalArgumentException("a role on a brand is that of a manager, a writer or a reader");
        }
        if (role == Role.OWNER && !brands.isEmpty()) {
            throw new IllegalArgumentException("an owner owns every brand");
        }
    }

    /** One who is mailed nothing. */
    public Member(WorkspaceId workspace, String subject, Role role, Map<BrandId, Role> brands) {
        this(workspace, subject, role, brands, Optional.empty());
    }

    /** With the same role everywhere. */
    public Member(WorkspaceId workspace, String subject, Role role) {
        this(workspace, subject, role, Map.of());
    }

    /** The role on a brand; that of a guest where there is none. */
    public Role on(BrandId brand) {
        return brands.getOrDefault(brand, role);
    }

    /** What this member may do on every brand there is and will be. */
    public Role everywhere() {
        return brands.values().stream().reduce(role, Role::least);
    }
}
