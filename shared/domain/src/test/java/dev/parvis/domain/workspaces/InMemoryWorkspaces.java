package dev.parvis.domain.workspaces;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.InMemoryRows;

/** Workspaces in memory. */
public final class InMemoryWorkspaces implements Workspaces {
    private final InMemoryRows<Workspace> rows = new InMemoryRows<>(
            workspace -> workspace.id().value(),
            Workspace::version,
            (w, version) -> new Workspace(
                    w.id(), w.name(), w.zone(), w.language(), w.alertTo(), w.weekly(), w.createdAt(), version));
    private final Map<List<String>, Member> members = new HashMap<>();
    private final Predicate<WorkspaceId> hasBrand;

    /** @param hasBrand whether a workspace still has a brand */
    public InMemoryWorkspaces(Predicate<WorkspaceId> hasBrand) {
        this.hasBrand = hasBrand;
    }

    @Override
    public synchronized Change<Workspace> create(Workspace workspace, Member owner) {
        if (!owner.workspace().equals(workspace.id())) {
            throw new IllegalArgumentException("the owner belongs to another workspace");
        }
        if (!(rows.create(workspace) instanceof Change.Done<Workspace> done)) {
            return new Change.Refused<>("this id is taken");
        }
        members.put(List.of(workspace.id().value(), owner.subject()), owner);
        return done;
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return rows.find(id.value());
    }

    @Override
    public synchronized Optional<Member> member(WorkspaceId id, String subject) {
        return Optional.ofNullable(members.get(List.of(id.value(), subject)));
    }

    @Override
    public synchronized List<Workspace> of(String subject) {
        return rows.all(workspace -> members.containsKey(List.of(workspace.id().value(), subject)));
    }

    @Override
    public Change<Workspace> change(Workspace changed) {
        return rows.change(changed);
    }

    @Override
    public synchronized Change<Workspace> delete(WorkspaceId id, long version) {
        var there = rows.find(id.value());
        if (there.filter(found -> found.version() == version).isPresent() && hasBrand.test(id)) {
            return new Change.Refused<>("the workspace still has a brand");
        }
        var deleted = rows.delete(id.value(), version);
        if (deleted instanceof Change.Done) {
            members.keySet().removeIf(key -> key.getFirst().equals(id.value()));
        }
        return deleted;
    }

    @Override
    public synchronized List<Member> members(WorkspaceId id) {
        return members.values().stream()
                .filter(member -> member.workspace().equals(id))
                .sorted(Comparator.comparing(Member::subject))
                .toList();
    }

    @Override
    public synchronized Change<Member> admit(Member member) {
        if (find(member.workspace()).isEmpty()) {
            return new Change.Missing<>();
        }
        var there = member(member.workspace(), member.subject());
        if (there.isPresent()) {
            return new Change.Conflict<>(there.get());
        }
        if (members(member.workspace()).size() >= MOST_MEMBERS) {
            return new Change.Refused<>("a workspace has at most " + MOST_MEMBERS + " members");
        }
        members.put(List.of(member.workspace().value(), member.subject()), member);
        return new Change.Done<>(member);
    }

    @Override
    public synchronized Change<Member> appoint(WorkspaceId id, String subject, UnaryOperator<Member> roles) {
        return replaced(id, subject, member(id, subject).map(roles));
    }

    @Override
    public synchronized Change<Member> dismiss(WorkspaceId id, String subject) {
        return replaced(id, subject, Optional.empty());
    }

    private Change<Member> replaced(WorkspaceId id, String subject, Optional<Member> by) {
        var there = member(id, subject);
        if (there.isEmpty()) {
            return new Change.Missing<>();
        }
        var stays = by.filter(member -> member.role() == Role.OWNER).isPresent();
        var otherOwner = members(id).stream()
                .anyMatch(member ->
                        member.role() == Role.OWNER && !member.subject().equals(subject));
        if (there.get().role() == Role.OWNER && !stays && !otherOwner) {
            return new Change.Refused<>("a workspace needs an owner");
        }
        var key = List.of(id.value(), subject);
        by.ifPresentOrElse(member -> members.put(key, member), () -> members.remove(key));
        return new Change.Done<>(by.orElse(there.get()));
    }
}
