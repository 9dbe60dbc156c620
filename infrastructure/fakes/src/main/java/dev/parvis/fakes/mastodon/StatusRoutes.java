package dev.parvis.fakes.mastodon;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Input;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.json.Json;

/** {@code /api/v1/statuses}: posting with a key, reading, deleting, favourites and boosts. */
final class StatusRoutes {
    private final Tokens tokens;
    private final People people;
    private final Statuses statuses;
    private final Notices notices;
    private final Entities entities;
    private final MastodonOptions options;
    private final Ids ids;
    private final Clock clock;
    private final Object posting = new Object();

    StatusRoutes(MastodonServer.Rooms rooms) {
        this.tokens = rooms.tokens();
        this.people = rooms.people();
        this.statuses = rooms.statuses();
        this.notices = rooms.notices();
        this.entities = rooms.entities();
        this.options = rooms.options();
        this.ids = rooms.ids();
        this.clock = rooms.clock();
    }

    void addTo(Router router) {
        router.on("POST", "/api/v1/statuses", this::post)
                .on("GET", "/api/v1/statuses", this::many)
                .on("GET", "/api/v1/statuses/{id}", request -> ok(entities.status(status(request))))
                .on("DELETE", "/api/v1/statuses/{id}", this::delete)
                .on("GET", "/api/v1/statuses/{id}/context", this::context)
                .on("POST", "/api/v1/statuses/{id}/favourite", this::favourite)
                .on("POST", "/api/v1/statuses/{id}/unfavourite", this::unfavourite)
                .on("POST", "/api/v1/statuses/{id}/reblog", this::reblog);
    }

    private Response post(Request request) {
        People.Person author = tokens.person(request, "write:statuses");
        Input input = Input.of(request);
        Optional<String> key = request.header("Idempotency-Key");
        // One lock around look-up and effect, as builds since February 2026 have it.
        synchronized (posting) {
            Optional<String> used = key.flatMap(one -> statuses.usedFor(author.id(), one));
            if (used.isPresent() && options.idempotency() == MastodonOptions.Idempotency.FAILS_ON_REPEAT)
                return Response.json(500, Json.object("status", 500, "error", "Internal Server Error"));
            if (used.isPresent() && options.idempotency() == MastodonOptions.Idempotency.HONOURED)
                return ok(entities.status(statuses.get(used.get())));
            Status status = checked(author, input, poll(request), application(request), key);
            statuses.add(status);
            tell(status);
            return ok(entities.status(status));
        }
    }

    /** snac2 takes polls from forms only. */
    private Optional<Poll> poll(Request request) {
        boolean json = request.header("Content-Type").orElse("").startsWith("application/json");
        return json && !options.snac() ? Poll.read(Json.map(request.json(), "poll")) : Optional.empty();
    }

    private Status checked(
            People.Person author, Input input, Optional<Poll> poll, String application, Optional<String> key) {
        String text = input.first("status", "");
        String spoiler = input.first("spoiler_text", "");
        if (input.first("scheduled_at").isPresent())
            throw MastodonError.invalid("Validation failed: this server does not take scheduled statuses");
        List<Media> media = media(author, input.all("media_ids"));
        if (poll.isPresent() && !media.isEmpty())
            throw MastodonError.invalid("Validation failed: Cannot attach media to a post with a poll");
        if (text.isBlank() && media.isEmpty() && !options.snac())
            throw MastodonError.invalid("Validation failed: Text can't be blank");
        if (StatusText.length(spoiler, text) > options.maxCharacters())
            throw MastodonError.invalid(
                    "Validation failed: Text character limit of " + options.maxCharacters() + " exceeded");
        String replyTo = input.first("in_reply_to_id", "");
        if (!replyTo.isEmpty() && statuses.find(replyTo).isEmpty()) {
            if (!options.snac()) throw MastodonError.notFound();
            replyTo = "";
        }
        return new Status(
                ids.next(),
                author,
                text,
                spoiler,
                input.first("visibility", "public"),
                !spoiler.isEmpty() || input.first("sensitive", "").equals("true"),
                input.first("language"),
                replyTo,
                media,
                poll,
                application,
                key,
                clock.instant());
    }

    private List<Media> media(People.Person author, List<String> wanted) {
        if (wanted.size() > 4) throw MastodonError.invalid("Cannot attach more than 4 files");
        var media = new ArrayList<Media>();
        for (String id : wanted) {
            Media one = statuses.media(id)
                    .filter(found -> found.owner().equals(author.id()) && (!found.attached() || options.snac()))
                    .orElseThrow(() ->
                            MastodonError.invalid("Media " + id + " not found or already attached to another post"));
            if (!one.ready())
                throw MastodonError.invalid(
                        "Cannot attach files that have not finished processing. Try again in a moment!");
            media.add(one);
        }
        if (media.size() > 1 && media.stream().anyMatch(one -> one.type().startsWith("video/")))
            throw MastodonError.invalid(
                    "Validation failed: Cannot attach a video to a post that already contains images");
        return media;
    }

    private String application(Request request) {
        return tokens.token(request).map(Tokens.Token::application).orElse("");
    }

    /** Whoever is named or answered hears of it, once. */
    private void tell(Status status) {
        var told = new ArrayList<String>();
        told.add(status.author().id());
        StatusText.mentions(status.text()).forEach(name -> people.byName(name).ifPresent(person -> {
            if (!told.contains(person.id())) notice(person.id(), "mention", status.author(), Optional.of(status.id()));
            told.add(person.id());
        }));
    }

    private void notice(String to, String type, People.Person from, Optional<String> statusId) {
        if (people.tied(People.Bond.BLOCK, to, from.id()) || people.tied(People.Bond.MUTE, to, from.id())) return;
        notices.add(new Notices.Notice(ids.next(), to, type, from, statusId, clock.instant()));
    }

    private Response many(Request request) {
        if (options.snac()) throw MastodonError.notFound();
        return ok(request.query().all("id[]").stream()
                .limit(20)
                .flatMap(id -> statuses.find(id).stream())
                .map(entities::status)
                .toList());
    }

    private Response delete(Request request) {
        People.Person caller = tokens.person(request, "write:statuses");
        Optional<Status> found = statuses.find(request.variable("id"));
        if (found.isEmpty() && options.snac()) return ok(Json.object());
        Status status = found.filter(one -> one.author().equals(caller)).orElseThrow(MastodonError::notFound);
        statuses.remove(status.id());
        Map<String, @Nullable Object> view = entities.status(status);
        view.put("text", status.text());
        return ok(view);
    }

    private Response context(Request request) {
        Status anchor = status(request);
        var ancestors = new ArrayList<Status>();
        for (Optional<Status> up = statuses.find(anchor.replyTo());
                up.isPresent();
                up = statuses.find(up.get().replyTo())) ancestors.addFirst(up.get());
        var descendants = new ArrayList<Status>();
        below(anchor, descendants);
        return ok(Json.object(
                "ancestors", ancestors.stream().map(entities::status).toList(),
                "descendants", descendants.stream().map(entities::status).toList()));
    }

    private void below(Status parent, List<Status> found) {
        for (Status one : statuses.all())
            if (one.replyTo().equals(parent.id())) {
                found.add(one);
                below(one, found);
            }
    }

    private Response favourite(Request request) {
        People.Person caller = tokens.person(request, "write:favourites");
        Status status = status(request);
        if (statuses.favourite(status.id(), caller.id()) && !status.author().equals(caller))
            notice(status.author().id(), "favourite", caller, Optional.of(status.id()));
        return ok(entities.status(status));
    }

    private Response unfavourite(Request request) {
        statuses.unfavourite(
                status(request).id(), tokens.person(request, "write:favourites").id());
        return ok(entities.status(status(request)));
    }

    private Response reblog(Request request) {
        People.Person caller = tokens.person(request, "write:statuses");
        Status status = status(request);
        if (statuses.boost(status.id(), caller.id()) && !status.author().equals(caller))
            notice(status.author().id(), "reblog", caller, Optional.of(status.id()));
        return ok(entities.status(status));
    }

    private Status status(Request request) {
        return statuses.get(request.variable("id"));
    }

    private static Response ok(Object body) {
        return Response.json(200, body);
    }
}
