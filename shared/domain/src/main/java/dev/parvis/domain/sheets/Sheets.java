package dev.parvis.domain.sheets;

import java.util.Map;
import java.util.Set;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The sheets of brands, each an item of its own: most of what is done with a brand never reads it. */
public interface Sheets {
    /** The brand's sheet; an empty one, at version 0, where nobody has written any. */
    Sheet find(WorkspaceId workspace, BrandId brand);

    /**
     * Writes {@code changed} whole with its version raised, if the stored version is {@code changed.version()}: what it
     * leaves out is gone. Missing when there is no such brand. With the brand goes its sheet.
     */
    Change<Sheet> replace(Sheet changed);

    /**
     * What the brands of the workspace are known by, of those that have signs: one query of small rows, written with the
     * sheets, and no sheet.
     */
    Map<BrandId, Set<String>> signs(WorkspaceId workspace);
}
