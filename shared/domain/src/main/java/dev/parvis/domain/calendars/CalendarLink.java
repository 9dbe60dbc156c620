package dev.parvis.domain.calendars;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * A link to a brand's calendar.
 *
 * @param name whom it was made for, in the words of who made it
 */
public record CalendarLink(
        WorkspaceId workspace,
        CalendarId id,
        BrandId brand,
        Audience audience,
        String name,
        String createdBy,
        Instant createdAt,
        long version) {
    /** What the link's token is made for. */
    public static final String PURPOSE = "calendar link";

    private static final int PARTS = 3;

    /** Who holds it. */
    public enum Audience {
        /** Sees all that has a time, and how it went. */
        TEAM,
        /** Sees what is out, what goes out, and what the client is asked about; nothing that the team has not agreed to. */
        CLIENT
    }

    /** What a token names; whether the link still stands is asked of the store. */
    public record Named(WorkspaceId workspace, BrandId brand, CalendarId id) {
        public static Optional<Named> parse(String payload) {
            var parts = payload.split("\n", -1);
            try {
                return parts.length == PARTS
                        ? Optional.of(
                                new Named(new WorkspaceId(parts[0]), new BrandId(parts[1]), new CalendarId(parts[2])))
                        : Optional.empty();
            } catch (IllegalArgumentException notOne) {
                return Optional.empty();
            }
        }
    }

    public String payload() {
        return workspace + "\n" + brand + "\n" + id;
    }

    /** Whether its holder may see that this target of the post exists. */
    public boolean shows(PostWithTargets whole, Target target) {
        return switch (audience) {
            case TEAM ->
                switch (target.state()) {
                    case DRAFT -> false;
                    case APPROVAL,
                            SCHEDULED,
                            PREPARED,
                            SENDING,
                            PUBLISHED,
                            FAILED,
                            RETRY_AT,
                            UNCERTAIN,
                            MISSED,
                            HELD,
                            CANCELLED -> true;
                };
            case CLIENT ->
                switch (target.state()) {
                    case PUBLISHED -> true;
                    case APPROVAL, CANCELLED -> asksClient(whole);
                    case SCHEDULED, PREPARED, SENDING, RETRY_AT, UNCERTAIN -> true;
                    case DRAFT, FAILED, MISSED, HELD -> false;
                };
        };
    }

    private static boolean asksClient(PostWithTargets whole) {
        return whole.post()
                .approval()
                .filter(approval -> approval.asks(Approval.Part.CLIENT))
                .isPresent();
    }
}
