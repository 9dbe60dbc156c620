package dev.parvis.fakes.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.json.Json;
import dev.parvis.fakes.webhooks.Delivery;
import dev.parvis.fakes.webhooks.Hmac;
import dev.parvis.fakes.webhooks.Sender;
import dev.parvis.fakes.webhooks.StandardWebhooks;

/** Webhooks: setting one up, and telling it of each new item until it answers 2xx or the attempts are used up. */
final class HookRoutes {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(120), Duration.ofSeconds(600));

    private record Due(String account, Hook hook, Item item, int made) {}

    private final State state;
    private final Town town;
    private final Passes passes;
    private final Clock clock;
    private final Sender sender = new Sender(Duration.ofSeconds(15));

    HookRoutes(State state, Town town, Passes passes, Clock clock) {
        this.state = state;
        this.town = town;
        this.passes = passes;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.on("PUT", "/sandbox/v1/webhook", this::put).on("DELETE", "/sandbox/v1/webhook", this::remove);
    }

    /** Makes every attempt that is due. One at a time: the caller's thread waits for each answer. */
    synchronized void tick() {
        for (Due due : due()) {
            Sender.Outcome outcome = sender.send(delivery(due));
            boolean gone = outcome instanceof Sender.Outcome.Answered(int status, var _) && status == 410;
            boolean last = due.made == PAUSES.size();
            Instant next = last ? Instant.MAX : clock.instant().plus(PAUSES.get(due.made));
            var attempts = new Attempts(due.made + 1, last ? clock.instant() : next, outcome.taken() || last || gone);
            state.change(() -> {
                if (gone) state.hooks.remove(due.account);
                return state.attempts.put(due.item.id(), attempts);
            });
        }
    }

    private Response put(Request request) {
        String account = passes.account(request);
        String url = Json.string(request.json(), "url", "");
        URI target = target(url);
        String secret = "whsec_"
                + Base64.getEncoder()
                        .encodeToString(Hmac.sha256(
                                "sandbox".getBytes(StandardCharsets.UTF_8), account.getBytes(StandardCharsets.UTF_8)));
        state.change(() -> state.hooks.put(account, new Hook(target, secret, clock.instant())));
        return Response.json(200, Json.object("url", url, "secret", secret));
    }

    private static URI target(String url) {
        try {
            var target = new URI(url);
            if (List.of("http", "https").contains(String.valueOf(target.getScheme())) && target.getHost() != null)
                return target;
        } catch (URISyntaxException e) {
            throw new SandboxError(422, "url_invalid", "Not a URL: " + e.getReason());
        }
        throw new SandboxError(422, "url_invalid", "An http or https URL with a host");
    }

    private Response remove(Request request) {
        String account = passes.account(request);
        state.change(() -> state.hooks.remove(account));
        return Response.empty(204);
    }

    private List<Due> due() {
        Instant now = clock.instant();
        Map<String, Hook> hooks = state.read(() -> Map.copyOf(state.hooks));
        var due = new ArrayList<Due>();
        hooks.forEach((account, hook) -> {
            for (Item item : town.items(account)) {
                if (item.createdAt().isBefore(hook.since())) continue;
                Optional<Attempts> before = state.read(() -> Optional.ofNullable(state.attempts.get(item.id())));
                if (before.isEmpty()) due.add(new Due(account, hook, item, 0));
                else if (!before.get().done() && !before.get().next().isAfter(now))
                    due.add(new Due(account, hook, item, before.get().made()));
            }
        });
        return due;
    }

    private Delivery delivery(Due due) {
        Map<String, @Nullable Object> body = Json.object(
                "type", due.item.isComment() ? "comment.created" : "mention.created",
                "timestamp", due.item.createdAt(),
                "data", town.view(due.item));
        return new StandardWebhooks(due.hook.secret())
                .delivery(due.hook.url(), "msg_" + due.item.id(), clock.instant(), Json.bytes(body));
    }
}
