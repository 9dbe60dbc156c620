package dev.parvis.table;

import java.time.LocalDate;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Keys of what is measured: a partition for each channel, by days. */
final class MetricKeys {
    static final String ACCOUNT_DAY = "ACCOUNT#";
    static final String POST_DAY = "POST#";

    private MetricKeys() {}

    static String metrics(WorkspaceId workspace, ChannelId channel) {
        return Keys.tenant(workspace) + "#METRICS#" + channel;
    }

    static Key accountDay(WorkspaceId workspace, ChannelId channel, LocalDate day) {
        return new Key(metrics(workspace, channel), ACCOUNT_DAY + day);
    }

    static Key postDay(WorkspaceId workspace, ChannelId channel, LocalDate day, PostId post) {
        return new Key(metrics(workspace, channel), POST_DAY + day + "#" + post);
    }
}
