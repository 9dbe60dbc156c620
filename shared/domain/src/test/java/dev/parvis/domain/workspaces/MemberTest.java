package dev.parvis.domain.workspaces;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.brands.BrandId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MemberTest {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId bakery = Fixtures.brandId();
    private final BrandId museum = Fixtures.brandId();

    private Member member(Role role, Map<BrandId, Role> brands) {
        return new Member(workspace, "max", role, brands);
    }

    @Test
    void a_role_on_a_brand_stands_in_place_of_the_one_on_the_workspace() {
        var limited = member(Role.WRITER, Map.of(bakery, Role.READER));
        var raised = member(Role.READER, Map.of(bakery, Role.MANAGER));

        assertThat(limited.on(bakery)).isEqualTo(Role.READER);
        assertThat(limited.on(museum)).isEqualTo(Role.WRITER);
        assertThat(raised.on(bakery)).isEqualTo(Role.MANAGER);
        assertThat(raised.on(museum)).isEqualTo(Role.READER);
    }

    @Test
    void a_guest_has_no_role_where_none_was_given() {
        var guest = member(Role.GUEST, Map.of(bakery, Role.WRITER));

        assertThat(guest.on(bakery).mayWrite()).isTrue();
        assertThat(guest.on(bakery).mayManage()).isFalse();
        assertThat(guest.on(museum).mayRead()).isFalse();
        assertThat(guest.on(museum).mayWrite()).isFalse();
        assertThat(guest.on(museum).mayManage()).isFalse();
    }

    @Test
    void what_is_done_everywhere_takes_the_least_role_of_all() {
        assertThat(member(Role.WRITER, Map.of(bakery, Role.READER)).everywhere())
                .isEqualTo(Role.READER);
        assertThat(member(Role.READER, Map.of(bakery, Role.MANAGER)).everywhere())
                .isEqualTo(Role.READER);
        assertThat(member(Role.GUEST, Map.of(bakery, Role.MANAGER)).everywhere())
                .isEqualTo(Role.GUEST);
        assertThat(member(Role.OWNER, Map.of()).everywhere()).isEqualTo(Role.OWNER);
    }

    @Test
    void no_role_on_a_brand_limits_an_owner_and_nobody_owns_or_visits_one_brand() {
        assertThatThrownBy(() -> member(Role.OWNER, Map.of(bakery, Role.READER)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> member(Role.READER, Map.of(bakery, Role.OWNER)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> member(Role.READER, Map.of(bakery, Role.GUEST)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roles_are_on_no_more_brands_than_one_unit_reads() {
        var brands = new HashMap<BrandId, Role>();
        while (brands.size() < Member.MOST_BRANDS) {
            brands.put(Fixtures.brandId(), Role.WRITER);
        }
        assertThat(member(Role.GUEST, brands).brands()).hasSize(Member.MOST_BRANDS);

        brands.put(Fixtures.brandId(), Role.WRITER);

        assertThatThrownBy(() -> member(Role.GUEST, brands)).isInstanceOf(IllegalArgumentException.class);
    }
}
