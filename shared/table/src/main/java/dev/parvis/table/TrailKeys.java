package dev.parvis.table;

import java.time.YearMonth;

import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Keys of the audit trail. */
final class TrailKeys {
    private TrailKeys() {}

    static String audit(WorkspaceId workspace, YearMonth month) {
        return Keys.tenant(workspace) + "#AUDIT#" + month;
    }

    static String written(WorkspaceId workspace, YearMonth month) {
        return Keys.tenant(workspace) + "#WRITTEN#" + month;
    }

    /** What was done to a post, in the index of histories. */
    static String history(WorkspaceId workspace, PostId post) {
        return Keys.tenant(workspace) + "#HISTORY#" + post;
    }

    /** The chain of the audit trail: a link a number. */
    static String seals(WorkspaceId workspace) {
        return Keys.tenant(workspace) + "#SEALS";
    }

    static Key seal(WorkspaceId workspace, long number) {
        var digits = Long.toString(number);
        return new Key(seals(workspace), "0".repeat(Math.max(0, 10 - digits.length())) + digits);
    }
}
