package dev.parvis.table;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.calendars.CalendarId;
import dev.parvis.domain.calendars.CalendarLink;
import dev.parvis.domain.calendars.CalendarLinks;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Calendar links, by brand. They are made and deleted, never changed. */
final class TableCalendarLinks implements CalendarLinks {
    private final Rows rows;
    private final Versioned<CalendarLink> links;

    TableCalendarLinks(Rows rows) {
        this.rows = rows;
        this.links = new Versioned<>(rows, new LinkCodec());
    }

    /** The count is not exact to the row: two at once may both be the last. */
    @Override
    public Change<CalendarLink> create(CalendarLink link) {
        var there = of(link.workspace(), link.brand());
        return there.size() >= MOST
                        && there.stream().noneMatch(known -> known.id().equals(link.id()))
                ? new Change.Refused<>("a brand has at most " + MOST + " calendar links")
                : links.create(link);
    }

    @Override
    public Optional<CalendarLink> find(WorkspaceId workspace, BrandId brand, CalendarId id) {
        return links.find(key(workspace, brand, id));
    }

    @Override
    public List<CalendarLink> of(WorkspaceId workspace, BrandId brand) {
        return rows.all(Range.of(Keys.tenant(workspace), Keys.calendars(brand)).latest()).stream()
                .map(new LinkCodec()::decode)
                .toList();
    }

    @Override
    public Change<CalendarLink> delete(WorkspaceId workspace, BrandId brand, CalendarId id, long version) {
        return links.delete(key(workspace, brand, id), version);
    }

    private static Key key(WorkspaceId workspace, BrandId brand, CalendarId id) {
        return Keys.inWorkspace(workspace, Keys.calendars(brand), id.value());
    }

    private static final class LinkCodec implements Codec<CalendarLink> {
        @Override
        public Key key(CalendarLink link) {
            return TableCalendarLinks.key(link.workspace(), link.brand(), link.id());
        }

        @Override
        public Attributes encode(CalendarLink link) {
            return Attributes.at(key(link))
                    .text("audience", link.audience().name())
                    .text("name", link.name())
                    .text("createdBy", link.createdBy())
                    .instant("createdAt", link.createdAt())
                    .number("version", link.version());
        }

        @Override
        public CalendarLink decode(Row row) {
            var ids = row.key().after(Keys.CALENDAR_LINK).split("#", 2);
            return new CalendarLink(
                    row.key().workspace(),
                    new CalendarId(ids[1]),
                    new BrandId(ids[0]),
                    row.as("audience", CalendarLink.Audience::valueOf),
                    row.text("name"),
                    row.text("createdBy"),
                    row.instant("createdAt"),
                    row.number("version"));
        }
    }
}
