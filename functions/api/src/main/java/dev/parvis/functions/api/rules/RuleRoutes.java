package dev.parvis.functions.api.rules;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.moderation.Condition;
import dev.parvis.domain.moderation.Reply;
import dev.parvis.domain.moderation.Rule;
import dev.parvis.domain.moderation.RuleId;
import dev.parvis.domain.moderation.Rules;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** {@code /v1/workspaces/{workspace}/brands/{brand}/rules}, in the order they are tried. */
public final class RuleRoutes {
    private static final int MOST_VALUES = 100;
    private static final Condition NOTHING = new Condition(List.of(), false, List.of());

    private final Brands brands;
    private final Rules rules;
    private final Creation creation;
    private final Deeds deeds;
    private final InstantSource clock;

    public RuleRoutes(Brands brands, Rules rules, Creation creation, Deeds deeds, InstantSource clock) {
        this.brands = brands;
        this.rules = rules;
        this.creation = creation;
        this.deeds = deeds;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post("/v1/workspaces/{workspace}/brands/{brand}/rules", members.manages(Place.BRAND, this::create))
                .get("/v1/workspaces/{workspace}/brands/{brand}/rules", members.reads(Place.BRAND, this::list))
                .get("/v1/workspaces/{workspace}/brands/{brand}/rules/{rule}", members.reads(Place.BRAND, this::read))
                .patch(
                        "/v1/workspaces/{workspace}/brands/{brand}/rules/{rule}",
                        members.manages(Place.BRAND, this::change))
                .delete(
                        "/v1/workspaces/{workspace}/brands/{brand}/rules/{rule}",
                        members.manages(Place.BRAND, this::delete));
    }

    private Response create(Request request, Caller caller) {
        return creation.create(request, caller, id -> made(request, caller, id));
    }

    private Response made(Request request, Caller caller, String id) {
        var brand = Ids.brand(brands, caller, request.param("brand")).id();
        var fields = Inputs.fields(request);
        var name = fields.requiredLine("name", 1, 80);
        var enabled = fields.optionalTruth("enabled").orElse(true);
        var order = fields.optionalWhole("order", 0, 1_000).orElse(100L).intValue();
        var condition = condition(fields).orElse(NOTHING);
        if (!condition.asksSomething()) {
            fields.refuse("condition", "required", "must ask for words, links or authors");
        }
        var action = fields.requiredChoice("action", Action.class);
        var reply = reply(fields, action, Optional.empty());
        Inputs.check(fields);
        var rule = Creation.made(rules.create(new Rule(
                caller.workspace(),
                new RuleId(id),
                brand,
                name,
                enabled,
                order,
                condition,
                action,
                reply,
                clock.instant(),
                1)));
        deeds.done(caller, "rule.created", "rule/" + id, rule.version());
        return Creation.created(
                "/v1/workspaces/" + caller.workspace() + "/brands/" + brand + "/rules/" + id,
                rule.version(),
                json(rule));
    }

    private static Optional<Condition> condition(Fields fields) {
        return fields.optionalObject("condition")
                .map(condition -> new Condition(
                        condition.texts("words", MOST_VALUES, 80),
                        condition.optionalTruth("links").orElse(false),
                        condition.texts("authors", MOST_VALUES, 255)));
    }

    /** What it says, if it replies. What is given for another action is refused: nobody would ever read it. */
    private static Optional<Reply> reply(Fields fields, Action action, Optional<Reply> before) {
        var given = fields.optionalText("reply", 1, Reply.LONGEST).map(Reply::new);
        if (action != Action.REPLY) {
            if (given.isPresent()) {
                fields.refuse("reply", "not_allowed", "goes with the action reply only");
            }
            return Optional.empty();
        }
        var reply = given.or(() -> before);
        if (reply.isEmpty() && !fields.isRefused("reply")) {
            fields.refuse("reply", "required", "must say what is replied");
        }
        if (reply.filter(said -> said.text().isBlank()).isPresent()) {
            fields.refuse("reply", "required", "must say something");
        }
        if (reply.filter(Reply::asksForMore).isPresent()) {
            fields.refuse("reply", "not_allowed", "knows no placeholder but " + Reply.AUTHOR);
        }
        return reply;
    }

    private Response list(Request request, Caller caller) {
        var found = rules.of(
                caller.workspace(),
                Ids.brand(brands, caller, request.param("brand")).id());
        return Response.json(
                200, Json.obj("items", found.stream().map(RuleRoutes::json).toList()));
    }

    private Response read(Request request, Caller caller) {
        var rule = rule(request, caller);
        return Versions.tagged(Response.json(200, json(rule)), rule.version());
    }

    private Response change(Request request, Caller caller) {
        var version = Versions.expected(request);
        var now = rule(request, caller);
        var fields = Inputs.fields(request);
        var condition = condition(fields).orElse(now.condition());
        if (!condition.asksSomething()) {
            fields.refuse("condition", "required", "must ask for words, links or authors");
        }
        var action = fields.optionalChoice("action", Action.class).orElse(now.action());
        var reply = reply(fields, action, now.reply());
        var name = fields.optionalLine("name", 1, 80).orElse(now.name());
        var enabled = fields.optionalTruth("enabled").orElse(now.enabled());
        var order = fields.optionalWhole("order", 0, 1_000).map(Long::intValue).orElse(now.order());
        Inputs.check(fields);
        var change = rules.change(new Rule(
                now.workspace(),
                now.id(),
                now.brand(),
                name,
                enabled,
                order,
                condition,
                action,
                reply,
                now.createdAt(),
                version));
        deeds.done(
                caller,
                "rule.changed",
                "rule/" + now.id(),
                Versions.done(change).version());
        return Versions.changed(change, Rule::version, RuleRoutes::json);
    }

    private Response delete(Request request, Caller caller) {
        var id = Ids.of(request.param("rule"), RuleId::new);
        var version = Versions.expected(request);
        var response = Versions.deleted(rules.delete(caller.workspace(), brand(request), id, version));
        deeds.done(caller, "rule.deleted", "rule/" + id, version);
        return response;
    }

    private static BrandId brand(Request request) {
        return Ids.of(request.param("brand"), BrandId::new);
    }

    private Rule rule(Request request, Caller caller) {
        return rules.find(caller.workspace(), brand(request), Ids.of(request.param("rule"), RuleId::new))
                .orElseThrow(Ids::nothingHere);
    }

    private static Json json(Rule rule) {
        return Json.obj(
                "id",
                rule.id().value(),
                "brand",
                rule.brand().value(),
                "name",
                rule.name(),
                "enabled",
                rule.enabled(),
                "order",
                rule.order(),
                "condition",
                Json.obj(
                        "words", rule.condition().words(),
                        "links", rule.condition().links(),
                        "authors", rule.condition().authors()),
                "action",
                rule.action().name().toLowerCase(Locale.ROOT),
                "reply",
                rule.reply().<Object>map(Reply::text).orElse(Json.absent()),
                "createdAt",
                Times.format(rule.createdAt()),
                "version",
                rule.version());
    }
}
