package dev.parvis.table;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    private final Rows rows;

    Memberships(Rows rows) {
        this.rows = rows;
    }

    static Attributes encode(Member member) {
        return Attributes.at(Keys.member(member.workspace(), member.subject()))
                .text("role", member.role().name())
                .text("memberPk", Keys.memberships(member.subject()))
                .text("memberSk", Keys.tenant(member.workspace()));
    }

    private static Member decode(WorkspaceId id, String subject, Row row) {
        return new Member(id, subject, row.as("role", Role::valueOf));
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

    Change<Member> appoint(Member member) {
        return replace(
                member.workspace(),
                member.subject(),
                _ -> member,
                (transaction, seen) -> transaction.put(encode(member), seen),
                member.role() == Role.OWNER);
    }

    Change<Member> dismiss(WorkspaceId id, String subject) {
        return replace(
                id,
                subject,
                UnaryOperator.identity(),
                (transaction, seen) -> transaction.delete(Keys.member(id, subject), seen),
                false);
    }

    /** Adds the write to a transaction, on condition that the member has the role that was seen. */
    private interface Write {
        Transaction add(Transaction transaction, Expression seen);
    }

    /** Begins again when the role, or the owner who was to stay, changed in between. */
    private Change<Member> replace(
            WorkspaceId id, String subject, UnaryOperator<Member> after, Write write, boolean remainsOwner) {
        for (var round = 1; round <= MOST_ROUNDS; round++) {
            var now = find(id, subject);
            if (now.isEmpty()) {
                return new Change.Missing<>();
            }
            var transaction = write.add(rows.transaction(), role(now.get().role()));
            if (now.get().role() == Role.OWNER && !remainsOwner) {
                var other = otherOwner(id, subject);
                if (other.isEmpty()) {
                    return new Change.Refused<>("a workspace needs an owner");
                }
                transaction.check(Keys.member(id, other.get().subject()), role(Role.OWNER));
            }
            if (transaction.commit() instanceof Outcome.Committed) {
                return new Change.Done<>(after.apply(now.get()));
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

    private static Expression role(Role role) {
        return Expression.of("#role = :role").with("role", role.name());
    }
}
