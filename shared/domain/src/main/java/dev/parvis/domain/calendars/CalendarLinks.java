package dev.parvis.domain.calendars;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The calendar links of brands. */
public interface CalendarLinks {
    /** Per brand. */
    int MOST = 20;

    /** Refused when the brand has {@value #MOST} already. */
    Change<CalendarLink> create(CalendarLink link);

    Optional<CalendarLink> find(WorkspaceId workspace, BrandId brand, CalendarId id);

    /** A brand's, in the order of their ids. */
    List<CalendarLink> of(WorkspaceId workspace, BrandId brand);

    /** From then on it leads nowhere. */
    Change<CalendarLink> delete(WorkspaceId workspace, BrandId brand, CalendarId id, long version);
}
