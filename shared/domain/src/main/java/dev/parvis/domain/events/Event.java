package dev.parvis.domain.events;

import java.time.Instant;
import java.util.Map;

import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Something happened. {@code id} is the same however often it is told; {@code detail} holds ids and figures, never
 * texts of people or secrets.
 */
public record Event(String id, Type type, WorkspaceId workspace, Instant at, Map<String, String> detail) {
    /** What can happen; the name on the bus is the second. */
    public enum Type {
        POST_DUE_SOON("post.due_soon"),
        POST_PUBLISHED("post.published"),
        POST_FAILED("post.failed"),
        POST_MISSED("post.missed"),
        POST_UNCERTAIN("post.uncertain"),
        POST_AT_RISK("post.at_risk"),
        POST_HANDED_OVER("post.handed_over"),
        APPROVAL_REQUESTED("approval.requested"),
        POST_APPROVED("post.approved"),
        POST_REFUSED("post.refused"),
        POST_COMMENTED("post.commented"),
        INTERACTION_RECEIVED("interaction.received"),
        INTERACTION_MODERATED("interaction.moderated"),
        MENTION_FOUND("mention.found"),
        SPIKE_OPENED("spike.opened"),
        REPORT_REQUESTED("report.requested"),
        REPORT_READY("report.ready"),
        CHANNEL_CONNECTED("channel.connected"),
        CHANNEL_DISCONNECTED("channel.disconnected"),
        SOURCE_BROKEN("source.broken"),
        HOLD_STARTED("hold.started"),
        HOLD_RELEASED("hold.released");

        private final String wire;

        Type(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }

        /** Whether somebody outside may be told; the others only wake our own functions. */
        public boolean isNews() {
            return switch (this) {
                case POST_DUE_SOON, INTERACTION_RECEIVED, REPORT_REQUESTED, CHANNEL_CONNECTED -> false;
                case POST_PUBLISHED,
                        POST_FAILED,
                        POST_MISSED,
                        POST_UNCERTAIN,
                        POST_AT_RISK,
                        POST_HANDED_OVER,
                        APPROVAL_REQUESTED,
                        POST_APPROVED,
                        POST_REFUSED,
                        POST_COMMENTED,
                        INTERACTION_MODERATED,
                        MENTION_FOUND,
                        SPIKE_OPENED,
                        REPORT_READY,
                        CHANNEL_DISCONNECTED,
                        SOURCE_BROKEN,
                        HOLD_STARTED,
                        HOLD_RELEASED -> true;
            };
        }
    }

    public Event {
        detail = Map.copyOf(detail);
    }
}
