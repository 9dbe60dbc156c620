package dev.parvis.functions.api.workspaces;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.kernel.json.Fields;

/** Reads the roles that a member is to have: one on the workspace, and others on single brands. */
final class RolesInput {
    private final Brands brands;

    RolesInput(Brands brands) {
        this.brands = brands;
    }

    /** What is wanted; what is not said stays as it is. */
    record Wanted(Role role, Optional<Map<BrandId, Role>> brands, Optional<String> email) {
        /** The address that is given; empty when none is, or it is to be forgotten. */
        Optional<String> address() {
            return email.filter(text -> !text.isEmpty());
        }

        /** Made an owner, nobody keeps a role on a brand: an owner owns them all. */
        Member of(Member now) {
            var kept = role == Role.OWNER ? Map.<BrandId, Role>of() : now.brands();
            var address = email.isPresent() ? address() : now.email();
            return new Member(now.workspace(), now.subject(), role, brands.orElse(kept), address);
        }
    }

    Wanted read(Fields fields, Caller caller) {
        var role = fields.requiredChoice("role", Role.class);
        var email = fields.has("email") ? Inputs.addressOrNone(fields, "email") : Optional.<String>empty();
        if (!fields.has("brands")) {
            return new Wanted(role, Optional.empty(), email);
        }
        var roles = new HashMap<BrandId, Role>();
        for (var each : fields.objects("brands", Member.MOST_BRANDS)) {
            var on = role(each);
            Inputs.brand(each, brands, caller).ifPresent(brand -> {
                if (roles.put(brand.id(), on) != null) {
                    each.refuse("brand", "not_allowed", "must stand there once");
                }
            });
        }
        if (role == Role.OWNER && !roles.isEmpty()) {
            fields.refuse("brands", "not_allowed", "must be left out for an owner, who owns every brand");
        }
        return new Wanted(role, Optional.of(roles), email);
    }

    private static Role role(Fields each) {
        var role = each.requiredChoice("role", Role.class);
        if (!role.isOfOneBrand() && !each.isRefused("role")) {
            each.refuse("role", "not_allowed", "must be one of manager, writer, reader");
        }
        return role;
    }
}
