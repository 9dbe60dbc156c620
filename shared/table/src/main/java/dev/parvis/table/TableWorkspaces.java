package dev.parvis.table;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.domain.workspaces.Workspaces;

/** Workspaces and their members, in the workspace's own partition. */
final class TableWorkspaces implements Workspaces {
    private static final int MOST_MEMBERSHIPS = 100;
    private static final int MOST_MEMBERS = 90;

    private final Rows rows;
    private final WorkspaceCodec codec = new WorkspaceCodec();
    private final Versioned<Workspace> workspaces;
    private final Memberships memberships;

    TableWorkspaces(Rows rows) {
        this.rows = rows;
        this.workspaces = new Versioned<>(rows, codec);
        this.memberships = new Memberships(rows);
    }

    @Override
    public Change<Workspace> create(Workspace workspace, Member owner) {
        if (!owner.workspace().equals(workspace.id())) {
            throw new IllegalArgumentException("the owner belongs to another workspace");
        }
        var outcome = rows.transaction()
                .put(codec.encode(workspace).text(Rows.MARK, rows.mark()), Expression.NEW)
                .put(Memberships.encode(owner), Expression.NEW)
                .commit();
        return switch (outcome) {
            case Outcome.Committed committed -> new Change.Done<>(workspace);
            // Not what is there: it may be somebody else's.
            case Outcome.Cancelled cancelled -> new Change.Refused<>("this id is taken");
        };
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return workspaces.find(Keys.workspace(id));
    }

    @Override
    public Optional<Member> member(WorkspaceId id, String subject) {
        return memberships.find(id, subject);
    }

    @Override
    public List<Workspace> of(String subject) {
        var memberships = rows.query(
                Range.index("ByMember", "member", Keys.memberships(subject)), MOST_MEMBERSHIPS, Optional.empty());
        var keys = memberships.stream()
                .map(row -> Keys.workspace(row.key().workspace()))
                .toList();
        var found = rows.batch(keys);
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(found.get(key)).stream())
                .map(codec::decode)
                .toList();
    }

    @Override
    public Change<Workspace> change(Workspace changed) {
        return workspaces.change(changed, changed.version());
    }

    /** Its members go with it. */
    @Override
    public Change<Workspace> delete(WorkspaceId id, long version) {
        var row = rows.latest(Keys.workspace(id));
        if (row.isEmpty()) {
            return new Change.Missing<>();
        }
        var transaction = rows.transaction()
                .delete(Keys.workspace(id), Expression.version(version))
                .delete(Keys.brandCount(id), TableBrands.NONE_LEFT);
        rows.query(Range.of(Keys.tenant(id), Keys.MEMBER).latest(), MOST_MEMBERS, Optional.empty())
                .forEach(member -> transaction.delete(member.key()));
        return switch (transaction.commit()) {
            case Outcome.Committed committed -> new Change.Done<>(codec.decode(row.get()));
            case Outcome.Cancelled cancelled when cancelled.at(0) -> workspaces.lost(cancelled.there(0));
            case Outcome.Cancelled cancelled -> new Change.Refused<>("the workspace still has a brand");
        };
    }

    @Override
    public List<Member> members(WorkspaceId id) {
        return memberships.in(id);
    }

    @Override
    public Change<Member> admit(Member member) {
        return memberships.admit(member);
    }

    @Override
    public Change<Member> appoint(WorkspaceId id, String subject, UnaryOperator<Member> roles) {
        return memberships.appoint(id, subject, roles);
    }

    @Override
    public Change<Member> dismiss(WorkspaceId id, String subject) {
        return memberships.dismiss(id, subject);
    }
}
