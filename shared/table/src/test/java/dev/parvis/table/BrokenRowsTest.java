package dev.parvis.table;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Stuck;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rows that somebody else has damaged: a fault that names the key and the attribute, and never a value. */
@Tag("backend")
class BrokenRowsTest {
    private final LocalTable local = new LocalTable();
    private final DynamoDbClient client = local.client();
    private final MutableClock clock = new MutableClock(NOON);
    private final ParvisTable table = new ParvisTable(client, local.name(), clock, LocalTable.SETTINGS);
    private final WorkspaceId workspace = Fixtures.workspaceId();

    @AfterEach
    void close() {
        local.close();
    }

    private void damage(Key key, String attribute, AttributeValue value) {
        var item =
                new HashMap<>(client.getItem(get -> get.tableName(local.name()).key(key.map()))
                        .item());
        if (value == null) {
            item.remove(attribute);
        } else {
            item.put(attribute, value);
        }
        client.putItem(put -> put.tableName(local.name()).item(item));
    }

    private Brand brand() {
        table.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        var brand = Fixtures.brand(workspace, Fixtures.brandId());
        table.brands().create(brand);
        return brand;
    }

    @Test
    void a_missing_attribute_is_named_with_its_key() {
        var brand = brand();
        var key = Keys.brand(workspace, brand.id());
        damage(key, "zone", null);

        assertThatThrownBy(() -> table.brands().find(workspace, brand.id()))
                .isInstanceOf(BrokenRow.class)
                .hasMessageContaining(key.pk())
                .hasMessageContaining(key.sk())
                .hasMessageContaining("\"zone\"");
    }

    @Test
    void a_value_that_cannot_be_read_is_never_repeated() {
        var brand = brand();
        damage(Keys.brand(workspace, brand.id()), "zone", AttributeValue.fromS("Secret/Value"));

        assertThatThrownBy(() -> table.brands().find(workspace, brand.id()))
                .isInstanceOf(BrokenRow.class)
                .hasMessageContaining("\"zone\"")
                .hasNoCause()
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("Secret");
    }

    @Test
    void a_value_of_another_type_and_a_part_of_a_map_are_named() {
        var brand = brand();
        var key = Keys.brand(workspace, brand.id());

        damage(key, "reporting", AttributeValue.fromM(Map.of("monthly", AttributeValue.fromS("yes"))));
        assertThatThrownBy(() -> table.brands().find(workspace, brand.id()))
                .hasMessageContaining("\"reporting.monthly\"");
        damage(key, "reporting", AttributeValue.fromN("1"));
        assertThatThrownBy(() -> table.brands().find(workspace, brand.id())).hasMessageContaining("\"reporting\"");
    }

    @Test
    void a_broken_row_on_the_agenda_is_set_aside_and_stands_in_nobodys_way() {
        var broken = added();
        var sound = added();
        damage(Keys.inWorkspace(workspace, Keys.REFRESH, broken.id()), "failures", AttributeValue.fromS("many"));

        var claims = table.agenda().claim(Kind.REFRESH, NOON, 10);

        assertThat(claims.claims()).extracting(claim -> claim.work().id()).containsExactly(sound.id());
        assertThat(claims.stuck()).isEqualTo(1);
        assertThat(table.agenda().stuck(workspace, PageRequest.first(5)).items())
                .containsExactly(new Stuck("REFRESH", broken.id(), NOON, NOON));
        clock.advance(LocalTable.SETTINGS.lease());
        assertThat(table.agenda().claim(Kind.REFRESH, clock.instant(), 10).stuck())
                .isZero();
        assertThat(table.agenda().putBack(Kind.REFRESH, workspace, broken.id())).isInstanceOf(Change.Refused.class);
    }

    @Test
    void a_row_that_lost_its_fence_and_claims_is_still_claimed_by_one() {
        var refresh = added();
        var key = Keys.inWorkspace(workspace, Keys.REFRESH, refresh.id());
        damage(key, "fence", null);
        damage(key, "claims", null);

        var claims = table.agenda().claim(Kind.REFRESH, NOON, 10).claims();

        assertThat(claims).hasSize(1);
        assertThat(claims.getFirst().lease().fence()).isEqualTo(1);
    }

    private Refresh added() {
        var refresh = Fixtures.refresh(workspace);
        assertThat(table.agenda().add(Kind.REFRESH, refresh, NOON)).isTrue();
        return refresh;
    }
}
