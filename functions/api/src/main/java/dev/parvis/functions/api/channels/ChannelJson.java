package dev.parvis.functions.api.channels;

import java.util.Locale;

import dev.parvis.domain.channels.Channel;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** Channels as the API shows them: never a secret. */
final class ChannelJson {
    private ChannelJson() {}

    static Json of(Channel channel) {
        return Json.obj(
                "id",
                channel.id().value(),
                "brand",
                channel.brand().value(),
                "network",
                channel.network().value(),
                "server",
                channel.server().toString(),
                "account",
                channel.account(),
                "handle",
                channel.handle(),
                "state",
                channel.state().name().toLowerCase(Locale.ROOT),
                "reason",
                channel.reason(),
                "hook",
                "/hooks/" + channel.workspace() + "/" + channel.id(),
                "connectedAt",
                Times.format(channel.connectedAt()),
                "version",
                channel.version());
    }
}
