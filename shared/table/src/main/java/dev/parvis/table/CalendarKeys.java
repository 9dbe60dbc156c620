package dev.parvis.table;

import java.time.Instant;
import java.time.YearMonth;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.time.Times;

/** The partitions of the calendar's index, and the rows that stand in it alone. */
final class CalendarKeys {
    private CalendarKeys() {}

    static String calendar(WorkspaceId workspace, BrandId brand, YearMonth month) {
        return Keys.tenant(workspace) + "#CALENDAR#" + brand + "#" + month;
    }

    /** A brand's answers of a month, in the calendar's index. */
    static String answers(WorkspaceId workspace, BrandId brand, YearMonth month) {
        return Keys.tenant(workspace) + "#ANSWERS#" + brand + "#" + month;
    }

    /** A brand's targets that a stop has held, in the calendar's index. */
    static String suspended(WorkspaceId workspace, BrandId brand) {
        return Keys.tenant(workspace) + "#SUSPENDED#" + brand;
    }

    /** What a person has wanted out of a brand's posts at another time than theirs, in the calendar's index. */
    static String wanted(WorkspaceId workspace, BrandId brand) {
        return Keys.tenant(workspace) + "#WANTED#" + brand;
    }

    static Key wanted(WorkspaceId workspace, PostId post, Instant at) {
        return new Key(Keys.postPartition(workspace, post), "WANTED#" + Times.format(at));
    }
}
