package dev.parvis.fakes.bluesky;

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
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> mutes = new ConcurrentHashMap<>();

    ActorMethods(SessionMethods sessions, Accounts accounts, Supplier<Views> look) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.look = look;
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
        int limit = Limits.read(request, 50);
        long below = Page.below(request.query("cursor").orElse(""));
        List<Notifications.Note> rest = notifications.newestFirst().stream()
                .filter(note -> note.record().order() < below)
                .toList();
        List<Notifications.Note> page = rest.stream().limit(limit).toList();
        Instant seenAt = seen.getOrDefault(viewer, Instant.EPOCH);
        Map<String, @Nullable Object> body = Json.object(
                "notifications",
                page.stream()
                        .filter(note -> reasons.isEmpty() || reasons.contains(note.reason()))
                        .map(note -> notifications.view(note, seenAt))
                        .toList());
        if (rest.size() > limit)
            body.put("cursor", Page.cursor(page.getLast().record().order()));
        body.put("priority", false);
        if (seenAt.isAfter(Instant.EPOCH)) body.put("seenAt", seenAt);
        return Xrpc.ok(body);
    }

    private Response unread(Request request) {
        String viewer = sessions.caller(request).did();
        Instant seenAt = seen.getOrDefault(viewer, Instant.EPOCH);
        long count = notifications(viewer).newestFirst().stream()
                .filter(note -> note.record().indexedAt().isAfter(seenAt))
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
        sessions.viewer(request);
        return accounts.find(request.query("actor").orElse(""))
                .map(account -> Xrpc.ok(look.get().profile(account)))
                .orElseThrow(() -> XrpcError.invalid("Profile not found"));
    }

    private Response profiles(Request request) {
        sessions.viewer(request);
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
        return Xrpc.ok(Json.object(
                "id",
                1,
                "reasonType",
                input.get("reasonType"),
                "reason",
                input.get("reason"),
                "subject",
                input.get("subject"),
                "reportedBy",
                viewer,
                "createdAt",
                "2026-01-15T10:00:00.000Z"));
    }

    private Notifications notifications(String viewer) {
        return new Notifications(look.get(), viewer, mutes.getOrDefault(viewer, Set.of()));
    }
}
