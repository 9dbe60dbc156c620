package dev.parvis.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.domain.workspaces.Workspaces;

/**
 * The rows of members. An owner steps down only in a transaction that sees another owner stay: of two who show each
 * other out, one transaction does not find what it checks for.
 */
final class Memberships {
    private static final int MOST_ROUNDS = 5;
    private static final int ROLE = 0;
    private static final String BRANDS = "brands";

    private final Rows rows;

    Memberships(Rows rows) {
        this.rows = rows;
    }

    static Attributes encode(Member member) {
        var row = Attributes.at(Keys.member(member.workspace(), member.subject()))
                .text("role", member.role().name())
                .text("memberPk", Keys.memberships(member.subject()))
                .text("memberSk", Keys.tenant(member.workspace()));
        member.email().ifPresent(address -> row.text("email", address));
        return member.brands().isEmpty() ? row : row.map(BRANDS, encode(member.brands()));
    }

    private static Attributes encode(Map<BrandId, Role> brands) {
        var roles = new Attributes();
        brands.forEach((brand, role) -> roles.text(brand.value(), role.name()));
        return roles;
    }

    private static Member decode(WorkspaceId id, String subject, Row row) {
        var brands = new HashMap<BrandId, Role>();
        row.mapIf(BRANDS).ifPresent(roles -> roles.allTexts()
                .forEach((brand, role) -> brands.put(new BrandId(brand), Role.valueOf(role))));
        return new Member(id, subject, row.as("role", Role::valueOf), brands, row.textIf("email"));
    }

    Optional<Member> find(WorkspaceId id, String subject) {
        return rows.latest(Keys.member(id, subject)).map(row -> decode(id, subject, row));
    }

    List<Member> in(WorkspaceId id) {
        var range = Range.of(Keys.tenant(id), Keys.MEMBER).latest();
        return rows.query(range, Workspaces.MOST_MEMBERS, Optional.empty()).stream()
                .map(row -> decode(id, row.key().sk().substring(Keys.MEMBER.length()), row))
                .toList();
    }

    Change<Member> admit(Member member) {
        if (in(member.workspace()).size() >= Workspaces.MOST_MEMBERS) {
            return new Change.Refused<>("a workspace has at most " + Workspaces.MOST_MEMBERS + " members");
        }
        var outcome = rows.transaction()
                .put(encode(member), Expression.NEW)
                .check(Keys.workspace(member.workspace()), Expression.THERE)
                .commit();
        return switch (outcome) {
            case Outcome.Committed committed -> new Change.Done<>(member);
            case Outcome.Cancelled cancelled ->
                cancelled
                        .there(ROLE)
                        .<Change<Member>>map(
                                row -> new Change.Conflict<>(decode(member.workspace(), member.subject(), row)))
                        .orElseGet(Change.Missing::new);
        };
    }

    Change<Member> appoint(WorkspaceId id, String subject, UnaryOperator<Member> roles) {
        return replace(id, subject, roles, (transaction, after, seen) -> transaction.put(encode(after), seen), true);
    }

    Change<Member> dismiss(WorkspaceId id, String subject) {
        return replace(
                id,
                subject,
                UnaryOperator.identity(),
                (transaction, _, seen) -> transaction.delete(Keys.member(id, subject), seen),
                false);
    }

    /** Adds the write to a transaction, on condition that the member has the roles that were seen. */
    private interface Write {
        Transaction add(Transaction transaction, Member after, Expression seen);
    }

    /** Begins again when the roles, or the owner who was to stay, changed in between. */
    private Change<Member> replace(
            WorkspaceId id, String subject, UnaryOperator<Member> change, Write write, boolean stays) {
        for (var round = 1; round <= MOST_ROUNDS; round++) {
            var now = find(id, subject);
            if (now.isEmpty()) {
                return new Change.Missing<>();
            }
            var after = change.apply(now.get());
            var transaction = write.add(rows.transaction(), after, roles(now.get()));
            if (now.get().role() == Role.OWNER && !(stays && after.role() == Role.OWNER)) {
                var other = otherOwner(id, subject);
                if (other.isEmpty()) {
                    return new Change.Refused<>("a workspace needs an owner");
                }
                transaction.check(Keys.member(id, other.get().subject()), roles(other.get()));
            }
            if (transaction.commit() instanceof Outcome.Committed) {
                return new Change.Done<>(after);
            }
        }
        throw new IllegalStateException("the members of workspace " + id + " keep changing");
    }

    private Optional<Member> otherOwner(WorkspaceId id, String subject) {
        return in(id).stream()
                .filter(member ->
                        member.role() == Role.OWNER && !member.subject().equals(subject))
                .findFirst();
    }

    private static Expression roles(Member seen) {
        var role = seen.role().name();
        return seen.brands().isEmpty()
                ? Expression.of("#role = :role AND attribute_not_exists(#brands)")
                        .with("role", role)
                : Expression.of("#role = :role AND #brands = :brands")
                        .with("role", role)
                        .with(
                                "brands",
                                AttributeValue.fromM(encode(seen.brands()).map()));
    }
}
