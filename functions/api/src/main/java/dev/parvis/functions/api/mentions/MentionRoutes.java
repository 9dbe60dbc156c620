package dev.parvis.functions.api.mentions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.mentions.Mention;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.inbox.ItemJson;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** {@code /v1/workspaces/{workspace}/brands/{brand}/mentions}, newest first. */
public final class MentionRoutes {
    private static final Duration USUAL = Duration.ofDays(30);
    /** Of four digits in every zone: keys of the table are sorted as text. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 9998;

    private final Brands brands;
    private final Mentions mentions;
    private final Pages pages;
    private final InstantSource clock;

    public MentionRoutes(Brands brands, Mentions mentions, Pages pages, InstantSource clock) {
        this.brands = brands;
        this.mentions = mentions;
        this.pages = pages;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.get("/v1/workspaces/{workspace}/brands/{brand}/mentions", members.reads(Place.BRAND, this::list))
                .get(
                        "/v1/workspaces/{workspace}/brands/{brand}/mentions/{mention}",
                        members.reads(Place.BRAND, this::read));
    }

    private Response list(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, request.param("brand")).id();
        var to = instant(request, "to", clock.instant().plusSeconds(1));
        var from = instant(request, "from", to.minus(USUAL));
        var list = "mentions " + brand + " " + request.query("from").orElse("") + " "
                + request.query("to").orElse("");
        var page = mentions.list(caller.workspace(), brand, from, to, pages.asked(request, caller, list));
        return pages.answer(caller, list, page, MentionRoutes::json);
    }

    private static Instant instant(Request request, String name, Instant otherwise) {
        return request.query(name)
                .map(text -> {
                    try {
                        var at = OffsetDateTime.parse(text);
                        if (at.getYear() >= FIRST_YEAR && at.getYear() <= LAST_YEAR) {
                            return at.toInstant();
                        }
                    } catch (DateTimeParseException malformed) {
                        // Said below.
                    }
                    throw Problem.of(
                                    Problem.Code.INVALID_REQUEST,
                                    name + " is an ISO 8601 date-time with an offset, such as 2026-11-01T00:00:00Z.")
                            .exception();
                })
                .orElse(otherwise);
    }

    private Response read(Request request, Caller caller) {
        var brand = Ids.of(request.param("brand"), BrandId::new);
        return mentions.find(caller.workspace(), brand, request.param("mention"))
                .map(mention -> Response.json(200, json(mention)))
                .orElseThrow(Ids::nothingHere);
    }

    private static Json json(Mention mention) {
        return Json.obj(
                "id",
                mention.id(),
                "brand",
                mention.brand().value(),
                "matched",
                mention.matched(),
                "foundAt",
                Times.format(mention.foundAt()),
                "item",
                ItemJson.of(mention.item()));
    }
}
