package dev.parvis.functions.webhooks;

import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.networks.ReceivesWebhooks.Raw;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.functions.webhooks.Deliveries.Answer;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;

/** {@code POST /hooks/{workspace}/{channel}}: the path only says which secret to check with; the signature decides. */
final class DeliveryRoute {
    /** A longer body is refused before anything is computed over it. */
    static final int MOST_BYTES = 1024 * 1024;

    private final Deliveries deliveries;
    private final InstantSource clock;
    private final Log log;

    DeliveryRoute(Deliveries deliveries, InstantSource clock, Log log) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.log = log;
    }

    Response handle(Request request) {
        if (request.body().length > MOST_BYTES) {
            return Problem.of(Problem.Code.PAYLOAD_TOO_LARGE, "A delivery has at most 1 MB (1,048,576 bytes).")
                    .response();
        }
        var raw = new Raw(request.headers(), request.body(), clock.instant());
        var workspace = id(() -> new WorkspaceId(request.param("workspace")));
        var channel = id(() -> new ChannelId(request.param("channel")));
        return answer(deliveries.take(workspace, channel, raw), workspace, channel);
    }

    private Response answer(Answer answer, WorkspaceId workspace, ChannelId channel) {
        var mine = log.with("workspace", workspace.value(), "channel", channel.value());
        return switch (answer) {
            case Answer.Taken(var before, var items) -> {
                mine.info("webhook.taken", "before", before, "interactions", items);
                yield Response.json(200, Json.obj("taken", true, "interactions", items, "known", before));
            }
            case Answer.Challenge(var contentType, var body) -> Response.text(200, contentType, body);
            case Answer.Forged(var reason) -> {
                mine.warn("webhook.forged", "why", reason);
                yield Problem.of(Problem.Code.INVALID_SIGNATURE, "The delivery is not signed as it must be.")
                        .response();
            }
            case Answer.NoSuchChannel() ->
                Problem.of(Problem.Code.NOT_FOUND, "No channel takes deliveries here.")
                        .response();
        };
    }

    private static <I> I id(Supplier<I> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException notAnId) {
            throw Problem.of(Problem.Code.NOT_FOUND, "No channel takes deliveries here.")
                    .exception();
        }
    }
}
