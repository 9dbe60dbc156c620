package dev.parvis.domain.workspaces;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.stored.Change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store of workspaces holds. */
public abstract class WorkspacesContract extends StoreContract {
    private final WorkspaceId id = Fixtures.workspaceId();
    private final Workspace workspace = Fixtures.workspace(id);

    private Workspaces workspaces() {
        return stores.workspaces();
    }

    private Change<Member> appoint(String subject, Role role) {
        return workspaces().appoint(id, subject, now -> new Member(id, subject, role, now.brands()));
    }

    private static Workspace named(Workspace w, String name) {
        return new Workspace(w.id(), name, w.zone(), w.language(), w.alertTo(), w.weekly(), w.createdAt(), w.version());
    }

    @Test
    void a_workspace_is_created_with_its_owner() {
        assertThat(done(workspaces().create(workspace, Fixtures.owner(id, "auth0|lea"))))
                .isEqualTo(workspace);

        assertThat(workspaces().find(id)).contains(workspace);
        assertThat(workspaces().member(id, "auth0|lea")).contains(new Member(id, "auth0|lea", Role.OWNER));
        assertThat(workspaces().of("auth0|lea")).containsExactly(workspace);
    }

    @Test
    void a_taken_id_is_refused_without_showing_what_is_there() {
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));

        refused(workspaces().create(named(workspace, "voleur"), Fixtures.owner(id, "mallory")));

        assertThat(workspaces().find(id)).contains(workspace);
        assertThat(workspaces().member(id, "mallory")).isEmpty();
        assertThat(workspaces().of("mallory")).isEmpty();
    }

    @Test
    void an_owner_of_another_workspace_is_refused() {
        assertThatThrownBy(() -> workspaces().create(workspace, Fixtures.owner(Fixtures.workspaceId(), "lea")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_stranger_is_no_member() {
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));

        assertThat(workspaces().member(id, "le")).isEmpty();
        assertThat(workspaces().member(Fixtures.workspaceId(), "lea")).isEmpty();
        assertThat(workspaces().of("le")).isEmpty();
    }

    @Test
    void a_change_raises_the_version_and_a_stale_one_shows_what_is_there() {
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));

        var second = done(workspaces().change(named(workspace, "Deux")));

        assertThat(second.version()).isEqualTo(2);
        assertThat(workspaces().find(id)).contains(second);
        assertThat(conflict(workspaces().change(named(workspace, "Trois")))).isEqualTo(second);
        missing(workspaces().change(Fixtures.workspace(Fixtures.workspaceId())));
    }

    @Test
    void an_empty_workspace_is_deleted_with_its_members_and_one_with_a_brand_is_not() {
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));
        var brand = done(stores.brands().create(Fixtures.brand(id, Fixtures.brandId())));

        refused(workspaces().delete(id, 1));
        assertThat(conflict(workspaces().delete(id, 7))).isEqualTo(workspace);
        done(stores.brands().delete(id, brand.id(), 1));
        assertThat(done(workspaces().delete(id, 1))).isEqualTo(workspace);

        assertThat(workspaces().find(id)).isEmpty();
        assertThat(workspaces().member(id, "lea")).isEmpty();
        assertThat(workspaces().of("lea")).isEmpty();
        missing(workspaces().delete(id, 1));
    }

    @Test
    void a_workspace_is_told_its_week_until_it_wants_it_no_more() {
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));
        var w = workspace;

        done(workspaces()
                .change(new Workspace(
                        id, w.name(), w.zone(), w.language(), w.alertTo(), false, w.createdAt(), w.version())));

        assertThat(workspace.weekly()).isTrue();
        assertThat(workspaces().find(id).orElseThrow().weekly()).isFalse();
    }

    @Test
    void a_members_address_comes_back_and_goes_with_the_member() {
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));
        var max = new Member(id, "max", Role.MANAGER, Map.of(), Optional.of("max@example.org"));
        done(workspaces().admit(max));

        assertThat(workspaces().member(id, "max")).contains(max);
        assertThat(workspaces().members(id)).contains(max);
        done(workspaces()
                .appoint(id, "max", now -> new Member(id, "max", Role.WRITER, Map.of(), Optional.of("m@example.org"))));
        assertThat(workspaces().member(id, "max").orElseThrow().email()).contains("m@example.org");
        done(workspaces().dismiss(id, "max"));
        done(workspaces().admit(new Member(id, "max", Role.READER)));
        assertThat(workspaces().member(id, "max").orElseThrow().email()).isEmpty();
    }

    @Test
    void a_person_of_several_workspaces_sees_each() {
        var other = Fixtures.workspace(Fixtures.workspaceId());
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));
        done(workspaces().create(other, Fixtures.owner(other.id(), "lea")));
        var third = Fixtures.workspace(Fixtures.workspaceId());
        done(workspaces().create(third, Fixtures.owner(third.id(), "max")));

        assertThat(workspaces().of("lea")).containsExactlyInAnyOrderElementsOf(List.of(workspace, other));
    }

    @Test
    void members_are_let_in_once_listed_by_subject_given_another_role_and_shown_out() {
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));
        var max = new Member(id, "auth0|max#1", Role.READER);

        assertThat(done(workspaces().admit(max))).isEqualTo(max);
        assertThat(conflict(workspaces().admit(new Member(id, max.subject(), Role.OWNER))))
                .isEqualTo(max);
        var writer = new Member(id, max.subject(), Role.WRITER);
        assertThat(done(appoint(max.subject(), Role.WRITER))).isEqualTo(writer);

        assertThat(workspaces().member(id, max.subject())).contains(writer);
        assertThat(workspaces().members(id)).containsExactly(writer, Fixtures.owner(id, "lea"));
        assertThat(workspaces().of(max.subject())).containsExactly(workspace);
        assertThat(done(workspaces().dismiss(id, max.subject()))).isEqualTo(writer);
        assertThat(workspaces().member(id, max.subject())).isEmpty();
        assertThat(workspaces().of(max.subject())).isEmpty();
        assertThat(workspaces().members(id)).containsExactly(Fixtures.owner(id, "lea"));
    }

    @Test
    void roles_on_brands_are_kept_beside_the_role_on_the_workspace() {
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));
        var bakery = Fixtures.brandId();
        var museum = Fixtures.brandId();
        var guest = new Member(id, "max", Role.GUEST, Map.of(bakery, Role.WRITER, museum, Role.READER));

        done(workspaces().admit(guest));
        var promoted = done(workspaces()
                .appoint(id, "max", now -> new Member(id, "max", Role.READER, Map.of(bakery, now.on(bakery)))));

        assertThat(promoted).isEqualTo(new Member(id, "max", Role.READER, Map.of(bakery, Role.WRITER)));
        assertThat(workspaces().member(id, "max")).contains(promoted);
        assertThat(workspaces().members(id)).containsExactly(Fixtures.owner(id, "lea"), promoted);
        assertThat(done(workspaces().appoint(id, "max", now -> new Member(id, "max", Role.WRITER)))
                        .brands())
                .isEmpty();
        assertThat(done(workspaces().dismiss(id, "max")).role()).isEqualTo(Role.WRITER);
    }

    @Test
    void of_two_roles_on_brands_given_at_once_both_stay() throws Exception {
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));
        done(workspaces().admit(new Member(id, "max", Role.GUEST, Map.of(Fixtures.brandId(), Role.READER))));

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            both.invokeAll(List.<Callable<Change<Member>>>of(() -> invite("max"), () -> invite("max")));
        }

        assertThat(workspaces().member(id, "max").orElseThrow().brands()).hasSize(3);
    }

    private Change<Member> invite(String subject) {
        var brand = Fixtures.brandId();
        return workspaces().appoint(id, subject, now -> {
            var brands = new HashMap<>(now.brands());
            brands.put(brand, Role.WRITER);
            return new Member(id, subject, now.role(), brands);
        });
    }

    @Test
    void who_is_no_member_has_no_role_to_change_and_a_workspace_that_is_not_there_lets_nobody_in() {
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));
        var elsewhere = Fixtures.workspaceId();

        missing(appoint("max", Role.WRITER));
        missing(workspaces().dismiss(id, "max"));
        missing(workspaces().admit(new Member(elsewhere, "max", Role.OWNER)));

        assertThat(workspaces().members(elsewhere)).isEmpty();
        assertThat(workspaces().member(id, "max")).isEmpty();
    }

    @Test
    void the_last_owner_stays() {
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));
        done(workspaces().admit(new Member(id, "max", Role.MANAGER)));

        refused(workspaces().dismiss(id, "lea"));
        refused(appoint("lea", Role.WRITER));
        done(appoint("lea", Role.OWNER));
        done(appoint("max", Role.OWNER));
        done(workspaces().dismiss(id, "lea"));

        refused(workspaces().dismiss(id, "max"));
        assertThat(workspaces().members(id)).containsExactly(Fixtures.owner(id, "max"));
    }

    @Test
    void of_two_owners_who_show_each_other_out_at_once_one_stays() throws Exception {
        done(workspaces().create(workspace, Fixtures.owner(id, "lea")));
        done(workspaces().admit(Fixtures.owner(id, "max")));

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            both.invokeAll(List.<Callable<Change<Member>>>of(
                    () -> workspaces().dismiss(id, "lea"), () -> workspaces().dismiss(id, "max")));
        }

        assertThat(workspaces().members(id)).hasSize(1);
    }
}
