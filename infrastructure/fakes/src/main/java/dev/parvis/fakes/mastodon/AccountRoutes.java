package dev.parvis.fakes.mastodon;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Input;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.json.Json;

/** Accounts, their statuses and relationships, notifications, hashtags, search and reports. */
final class AccountRoutes {
    private final Tokens tokens;
    private final People people;
    private final Statuses statuses;
    private final Notices notices;
    private final Entities entities;
    private final Ids ids;
    private final Clock clock;
    private final boolean snac;

    AccountRoutes(MastodonServer.Rooms rooms) {
        this.tokens = rooms.tokens();
        this.people = rooms.people();
        this.statuses = rooms.statuses();
        this.notices = rooms.notices();
        this.entities = rooms.entities();
        this.ids = rooms.ids();
        this.clock = rooms.clock();
        this.snac = rooms.options().snac();
    }

    void addTo(Router router) {
        router.on("GET", "/api/v1/accounts/verify_credentials", this::me)
                .on("GET", "/api/v1/accounts/lookup", this::lookup)
                .on("GET", "/api/v1/accounts/{id}", request -> ok(entities.account(person(request))))
                .on("GET", "/api/v1/accounts/{id}/statuses", this::statuses)
                .on("GET", "/api/v1/notifications", this::notifications)
                .on("GET", "/api/v1/timelines/tag/{tag}", this::tagged)
                .on("GET", "/api/v2/search", this::search)
                .on("POST", "/api/v1/reports", this::report);
        bond(router, People.Bond.FOLLOW, "follow", "write:follows");
        bond(router, People.Bond.MUTE, "mute", "write:mutes");
        bond(router, People.Bond.BLOCK, "block", "write:blocks");
    }

    private Response me(Request request) {
        People.Person me = tokens.person(request, "read:accounts");
        Map<String, @Nullable Object> view = entities.account(me);
        view.put("source", Json.object("privacy", "public", "sensitive", false, "language", null, "note", ""));
        return ok(view);
    }

    private Response lookup(Request request) {
        String name = request.query("acct").orElse("").split("@")[0];
        return ok(entities.account(people.byName(name).orElseThrow(MastodonError::notFound)));
    }

    private Response statuses(Request request) {
        People.Person author = person(request);
        boolean replies = !request.query("exclude_replies").orElse("").equals("true");
        List<Status> found = statuses.all().reversed().stream()
                .filter(status -> status.author().equals(author))
                .filter(status -> replies || status.replyTo().isEmpty())
                .toList();
        if (snac) {
            int limit = Integer.parseInt(request.query("limit").orElse("20"));
            return ok(found.stream().limit(limit).map(entities::status).toList());
        }
        return new Paging<>(Status::id, 20, 40, !snac).page(request, entities.base(), found, entities::status);
    }

    private Response notifications(Request request) {
        People.Person me = tokens.person(request, "read:notifications");
        List<String> types = request.query().all("types[]");
        List<String> without = request.query().all("exclude_types[]");
        List<Notices.Notice> found = notices.of(me.id()).stream()
                .filter(notice -> types.isEmpty() || types.contains(notice.type()))
                .filter(notice -> !without.contains(notice.type()))
                .filter(notice -> notice.statusId()
                        .map(statuses::find)
                        .map(Optional::isPresent)
                        .orElse(true))
                .toList();
        return new Paging<>(Notices.Notice::id, 40, 80, !snac)
                .page(request, entities.base(), found, entities::notification);
    }

    private Response tagged(Request request) {
        String tag = request.variable("tag").toLowerCase(Locale.ROOT);
        List<Status> found = statuses.all().reversed().stream()
                .filter(status -> StatusText.hashtags(status.text()).contains(tag))
                .toList();
        return new Paging<>(Status::id, 20, 40, !snac).page(request, entities.base(), found, entities::status);
    }

    private Response search(Request request) {
        tokens.person(request, "read:search");
        String words = request.query("q").orElse("").toLowerCase(Locale.ROOT);
        return ok(Json.object(
                "accounts", List.of(),
                "statuses",
                        statuses.all().reversed().stream()
                                .filter(status ->
                                        status.text().toLowerCase(Locale.ROOT).contains(words))
                                .limit(40)
                                .map(entities::status)
                                .toList(),
                "hashtags", List.of()));
    }

    private Response report(Request request) {
        tokens.person(request, "write:reports");
        Input input = Input.of(request);
        People.Person target = people.find(input.first("account_id", "")).orElseThrow(MastodonError::notFound);
        return ok(Json.object(
                "id", ids.next(),
                "action_taken", false,
                "action_taken_at", null,
                "category", input.first("category", "other"),
                "comment", input.first("comment", ""),
                "forwarded", false,
                "created_at", clock.instant(),
                "status_ids", input.all("status_ids"),
                "rule_ids", null,
                "target_account", entities.account(target)));
    }

    private void bond(Router router, People.Bond bond, String verb, String scope) {
        router.on("POST", "/api/v1/accounts/{id}/" + verb, request -> {
            People.Person me = tokens.person(request, scope);
            People.Person other = person(request);
            if (people.tie(bond, me.id(), other.id()) && bond == People.Bond.FOLLOW)
                notices.add(
                        new Notices.Notice(ids.next(), other.id(), "follow", me, Optional.empty(), clock.instant()));
            return relationship(me, other);
        });
        router.on("POST", "/api/v1/accounts/{id}/un" + verb, request -> {
            People.Person me = tokens.person(request, scope);
            people.untie(bond, me.id(), person(request).id());
            return relationship(me, person(request));
        });
    }

    private Response relationship(People.Person me, People.Person other) {
        return ok(Json.object(
                "id", other.id(),
                "following", people.tied(People.Bond.FOLLOW, me.id(), other.id()),
                "followed_by", people.tied(People.Bond.FOLLOW, other.id(), me.id()),
                "muting", people.tied(People.Bond.MUTE, me.id(), other.id()),
                "blocking", people.tied(People.Bond.BLOCK, me.id(), other.id())));
    }

    private People.Person person(Request request) {
        return people.find(request.variable("id")).orElseThrow(MastodonError::notFound);
    }

    private static Response ok(Object body) {
        return Response.json(200, body);
    }
}
