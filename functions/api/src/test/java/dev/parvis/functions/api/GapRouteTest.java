package dev.parvis.functions.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** The weeks ahead at the desk: the sample's channel wants three posts a week, has one in W48 and a series on Tuesdays. */
class GapRouteTest {
    private static final String WARNINGS = Desk.path("/brands/" + Sample.BRAND + "/calendar/warnings");

    private final Desk desk = Desk.settled();

    private Response warnings(String query) {
        return desk.as(Sample.READER).get(WARNINGS + query);
    }

    private static List<String> told(Response answer) {
        return Answers.ok(answer, 200).at("items").items().stream()
                .map(GapRouteTest::told)
                .toList();
    }

    private static String told(Json item) {
        return item.at("week").textOr("") + " " + item.at("code").textOr("")
                + item.at("planned").whole().map(planned -> " " + planned).orElse("");
    }

    @Test
    void four_weeks_from_this_one_on_are_looked_at_unless_somebody_says_which() {
        assertThat(told(warnings("")))
                .containsExactly(
                        "2026-W47 empty_week",
                        "2026-W47 below_rhythm 0",
                        "2026-W48 below_rhythm 1",
                        "2026-W49 below_rhythm 1",
                        "2026-W50 below_rhythm 1");
        assertThat(told(warnings("?from=2026-12-31&to=2027-01-04")))
                .containsExactly("2026-W53 below_rhythm 1", "2027-W01 below_rhythm 1");
    }

    @Test
    void days_that_cannot_be_looked_at_are_refused() {
        for (var wrong : List.of(
                "?from=2026-11-15",
                "?from=2026-12-07&to=2026-11-30",
                "?to=2027-12-01",
                "?from=monday",
                "?from=%2B999999999-12-31",
                "?from=2026-11-30&to=-2026-01-01")) {
            Answers.refused(warnings(wrong), Problem.Code.INVALID_REQUEST);
        }
    }
}
