package dev.parvis.fakes.bluesky;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.json.Json;

/** {@code app.bsky.notification.*}, {@code app.bsky.actor.*}, mutes and reports. */
final class ActorMethods {
    private final SessionMethods sessions;
    private final Accounts accounts;
    private final Supplier<Views> look;
    private final Clock clock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> mutes = new ConcurrentHashMap<>();

    ActorMethods(SessionMethods sessions, Accounts accounts, Supplier<Views> look, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.look = look;
        this.clock = clock;
    }

    void addTo(Xrpc xrpc) {
        xrpc.query("app.bsky.notification.listNotifications", this::notifications)
                .query("app.bsky.notification.getUnreadCount", this::unread)
                .procedure("app.bsky.notification.updateSeen", this::updateSeen)
                .query("app.bsky.actor.getProfile", this::profile)
                .query("app.bsky.actor.getProfiles", this::profiles)
                .procedure("app.bsky.graph.muteActor", request -> mute(request, true))
                .procedure("app.bsky.graph.unmuteActor", request -> mute(request, false))
                .procedure("com.atproto.moderation.createReport", this::report);
    }

    /** A page is cut before it is filtered, so it can be short or empty and still carry a cursor. */
    private Response notifications(Request request) {
        String viewer = sessions.caller(request).did();
        Notifications notifications = notifications(viewer);
        List<String> reasons = request.query().all("reasons");
        Page<Notifications.Note> page = Page.of(
                notifications.newestFirst(),
                Notifications.Note::record,
                request.query("cursor").orElse(""),
                Limits.read(request, 50));
        Instant seenAt = seen.getOrDefault(viewer, Instant.EPOCH);
        Map<String, @Nullable Object> body = Json.object(
                "notifications",
                page.items().stream()
                        .filter(note -> reasons.isEmpty() || reasons.contains(note.reason()))
                        .map(note -> notifications.view(note, seenAt))
                        .toList());
        page.cursor().ifPresent(cursor -> body.put("cursor", cursor));
        body.put("priority", false);
        if (seenAt.isAfter(Instant.EPOCH)) body.put("seenAt", seenAt);
        return Xrpc.ok(body);
    }

    private Response unread(Request request) {
        String viewer = sessions.caller(request).did();
        Instant seenAt = seen.getOrDefault(viewer, Instant.EPOCH);
        long count = notifications(viewer).newestFirst().stream()
                .filter(note -> note.record().sortAt().isAfter(seenAt))
                .count();
        return Xrpc.ok(Json.object("count", count));
    }

    private Response updateSeen(Request request) {
        String viewer = sessions.caller(request).did();
        String seenAt = Json.string(request.json(), "seenAt", "");
        try {
            seen.put(viewer, Instant.parse(seenAt));
        } catch (java.time.DateTimeException e) {
            throw XrpcError.invalid("Invalid datetime (got \"" + seenAt + "\") at $.seenAt");
        }
        return Response.empty(200);
    }

    private Response profile(Request request) {
        sessions.caller(request);
        return accounts.find(request.query("actor").orElse(""))
                .map(account -> Xrpc.ok(look.get().profile(account)))
                .orElseThrow(() -> XrpcError.invalid("Profile not found"));
    }

    private Response profiles(Request request) {
        sessions.caller(request);
        List<String> actors = request.query().all("actors");
        if (actors.size() > 25)
            throw XrpcError.invalid("array too big (maximum 25, got " + actors.size() + ") at $.actors");
        Views views = look.get();
        return Xrpc.ok(Json.object(
                "profiles",
                actors.stream()
                        .flatMap(actor -> accounts.find(actor).stream())
                        .map(views::profile)
                        .toList()));
    }

    private Response mute(Request request, boolean on) {
        String viewer = sessions.caller(request).did();
        String actor = Json.string(request.json(), "actor", "");
        String did = accounts.find(actor)
                .map(Account::did)
                .orElseThrow(() -> XrpcError.invalid("Actor not found: " + actor));
        Set<String> muted = mutes.computeIfAbsent(viewer, _ -> ConcurrentHashMap.newKeySet());
        if (on) muted.add(did);
        else muted.remove(did);
        return Response.empty(200);
    }

    private Response report(Request request) {
        String viewer = sessions.caller(request).did();
        Map<String, @Nullable Object> input = request.json();
        Map<String, @Nullable Object> report = Json.object(
                "id", 1, "reasonType", input.get("reasonType"), "subject", input.get("subject"), "reportedBy", viewer);
        if (input.containsKey("reason")) report.put("reason", input.get("reason"));
        report.put("createdAt", clock.instant());
        return Xrpc.ok(report);
    }

    private Notifications notifications(String viewer) {
        return new Notifications(look.get(), viewer, mutes.getOrDefault(viewer, Set.of()));
    }
}
