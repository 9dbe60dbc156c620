package dev.parvis.domain.calendars;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.calendars.CalendarLink.Audience;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What keeps calendar links. */
public abstract class CalendarLinksContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();

    private CalendarLink link(Audience audience) {
        return new CalendarLink(
                workspace, new CalendarId(Fixtures.id()), brand, audience, "Téléphone de Léa", "auth0|lea", NOON, 1);
    }

    @Test
    void a_link_comes_back_as_it_was_made() {
        var team = done(stores.calendarLinks().create(link(Audience.TEAM)));
        var client = done(stores.calendarLinks().create(link(Audience.CLIENT)));

        assertThat(stores.calendarLinks().find(workspace, brand, team.id())).contains(team);
        assertThat(stores.calendarLinks().of(workspace, brand)).containsExactlyInAnyOrder(team, client);
    }

    @Test
    void made_again_it_is_the_one_that_is_there() {
        var link = done(stores.calendarLinks().create(link(Audience.TEAM)));

        assertThat(conflict(stores.calendarLinks().create(link))).isEqualTo(link);
    }

    @Test
    void a_deleted_link_is_gone_and_only_that_one() {
        var link = done(stores.calendarLinks().create(link(Audience.TEAM)));
        var other = done(stores.calendarLinks().create(link(Audience.TEAM)));

        conflict(stores.calendarLinks().delete(workspace, brand, link.id(), 2));
        done(stores.calendarLinks().delete(workspace, brand, link.id(), 1));

        missing(stores.calendarLinks().delete(workspace, brand, link.id(), 1));
        assertThat(stores.calendarLinks().of(workspace, brand)).containsExactly(other);
    }

    @Test
    void a_brand_has_so_many_and_no_more() {
        for (var i = 0; i < CalendarLinks.MOST; i++) {
            done(stores.calendarLinks().create(link(Audience.CLIENT)));
        }

        refused(stores.calendarLinks().create(link(Audience.CLIENT)));
    }

    @Test
    void another_workspace_or_brand_reaches_none() {
        var link = done(stores.calendarLinks().create(link(Audience.TEAM)));

        assertThat(stores.calendarLinks().find(Fixtures.workspaceId(), brand, link.id()))
                .isEmpty();
        assertThat(stores.calendarLinks().find(workspace, Fixtures.brandId(), link.id()))
                .isEmpty();
        assertThat(stores.calendarLinks().of(workspace, Fixtures.brandId())).isEmpty();
    }
}
