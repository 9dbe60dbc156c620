package dev.parvis.functions.api.brands;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.calendar.Gap;
import dev.parvis.domain.calendar.Gaps;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;

/** {@code …/brands/{brand}/calendar/warnings}: the weeks to come in which the brand says nothing, or too little. */
public final class GapRoute {
    private static final int USUAL_WEEKS = 4;

    private final Brands brands;
    private final Gaps gaps;

    public GapRoute(Brands brands, Gaps gaps) {
        this.brands = brands;
        this.gaps = gaps;
    }

    public void on(Router router, Members members) {
        router.get(
                "/v1/workspaces/{workspace}/brands/{brand}/calendar/warnings",
                members.reads(Place.BRAND, this::warnings));
    }

    /** The weeks of the two days and all between them. */
    private Response warnings(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, request.param("brand"));
        var earliest = gaps.thisWeek(brand);
        var from = day(request, "from").map(Gaps::monday).orElse(earliest);
        var to = day(request, "to").map(Gaps::monday).orElse(from.plusWeeks(USUAL_WEEKS - 1L));
        var weeks = ChronoUnit.WEEKS.between(from, to) + 1;
        if (from.isBefore(earliest) || weeks < 1 || weeks > Gaps.MOST_WEEKS) {
            throw refused("from is in this week or later, and to in one of the " + Gaps.MOST_WEEKS + " from there on.");
        }
        var items = gaps.in(brand, from, (int) weeks).stream()
                .map(gap -> json(brand, gap))
                .toList();
        return Response.json(200, Json.obj("items", items));
    }

    private static Optional<LocalDate> day(Request request, String name) {
        return request.query(name).map(text -> {
            try {
                var day = LocalDate.parse(text);
                if (day.getYear() > 0 && day.getYear() < 9_999) {
                    return day;
                }
            } catch (DateTimeParseException notADay) {
                // Said below.
            }
            throw refused(name + " is a date such as 2026-11-30.");
        });
    }

    private static ProblemException refused(String why) {
        return Problem.of(Problem.Code.INVALID_REQUEST, why).exception();
    }

    private static Json json(Brand brand, Gap gap) {
        var monday = gap.monday();
        var week = Json.obj(
                "week",
                "%04d-W%02d"
                        .formatted(
                                monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                "from",
                monday.toString(),
                "to",
                monday.plusDays(6).toString(),
                "zone",
                brand.zone().getId());
        return switch (gap) {
            case Gap.Empty _ -> week.with("code", "empty_week");
            case Gap.Short(var _, var channel, var wanted, var planned) ->
                week.with("code", "below_rhythm")
                        .with("channel", channel.value())
                        .with("wanted", wanted)
                        .with("planned", planned);
        };
    }
}
