package dev.parvis.domain.series;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The series of brands, each a row of the agenda. */
public interface SeriesBook {
    /** Keeps a series and what it says first; it is due at once. A conflict when the id is taken. */
    Change<Series> create(Series series, Saying saying, Instant due);

    Optional<Series> find(WorkspaceId workspace, BrandId brand, SeriesId id);

    Page<Series> list(WorkspaceId workspace, BrandId brand, PageRequest page);

    /** What the editions of a series say, by their order. */
    List<Saying> sayings(Series series);

    /** Keeps what an edition will say; done before the edition is named by {@link #change}, under an id of its own. */
    void add(Series series, Saying saying);

    /**
     * Writes {@code changed} with its version raised, if the stored version is {@code changed.version()}, and makes it
     * due. Whoever holds the series is fenced off. Of {@code madeUntil} the earlier of the two stands.
     */
    Change<Series> change(Series changed, Instant due);

    /** Removes the series and what it says; its posts stay. */
    Change<Series> delete(WorkspaceId workspace, BrandId brand, SeriesId id, long version);
}
