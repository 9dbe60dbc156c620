package dev.parvis.domain.weekly;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.Workspace;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** Who reads of which brand. */
class ReadersTest {
    private final Workspace workspace = Fixtures.workspace(Fixtures.workspaceId());
    private final BrandId one = Fixtures.brandId();
    private final BrandId other = Fixtures.brandId();
    private final InMemoryStores stores = new InMemoryStores(new MutableClock(NOON), StoreContract.LEASE);

    @BeforeEach
    void an_owner_without_an_address() {
        stores.workspaces().create(workspace, Fixtures.owner(workspace.id(), "lea"));
    }

    private void member(String subject, Role role, Map<BrandId, Role> brands, String email) {
        stores.workspaces().admit(new Member(workspace.id(), subject, role, brands, Optional.of(email)));
    }

    @Test
    void the_workspaces_own_addresses_read_of_all_brands() {
        var readers = new Readers(stores.workspaces()).of(workspace);

        assertThat(readers).containsOnlyKeys("equipe@example.org");
        assertThat(readers.get("equipe@example.org")).accepts(one, other);
    }

    @Test
    void members_read_of_the_brands_that_they_own_or_manage() {
        member("paul", Role.OWNER, Map.of(), "paul@example.org");
        member("max", Role.MANAGER, Map.of(other, Role.WRITER), "max@example.org");
        member("ana", Role.GUEST, Map.of(one, Role.MANAGER), "ana@example.org");
        member("ira", Role.WRITER, Map.of(), "ira@example.org");

        var readers = new Readers(stores.workspaces()).of(workspace);

        assertThat(readers.get("paul@example.org")).accepts(one, other);
        assertThat(readers.get("max@example.org")).accepts(one).rejects(other);
        assertThat(readers.get("ana@example.org")).accepts(one).rejects(other);
        assertThat(readers.get("ira@example.org")).rejects(one, other);
    }

    @Test
    void an_address_that_stands_twice_is_one_reader_of_all_that_either_reads() {
        member("max", Role.GUEST, Map.of(one, Role.MANAGER), "Equipe@Example.org");
        member("ana", Role.GUEST, Map.of(one, Role.MANAGER), "ana@example.org");
        member("ira", Role.GUEST, Map.of(other, Role.MANAGER), "ana@example.org");

        var readers = new Readers(stores.workspaces()).of(workspace);

        assertThat(readers).containsOnlyKeys("equipe@example.org", "ana@example.org");
        assertThat(readers.get("equipe@example.org")).accepts(one, other);
        assertThat(readers.get("ana@example.org")).accepts(one, other);
    }
}
