package dev.parvis.kernel.json;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Building a tree and walking through one that somebody else built. */
class JsonTreeTest {

    @Test
    void walking_where_nothing_is_answers_absence_and_never_throws() {
        var json = Json.parse("{\"a\":{\"b\":[10,{\"c\":\"x\"}],\"n\":null}}");

        assertThat(json.at("a", "b", 1, "c").text()).contains("x");
        assertThat(json.at("a", "b", 0).whole()).contains(10L);
        for (var absent : List.of(
                json.at("z"),
                json.at("a", "b", 2),
                json.at("a", "b", -1),
                json.at("a", 0),
                json.at("a", "b", "c"),
                json.at("a", "n", "x"))) {
            assertThat(absent).isInstanceOf(Json.Absent.class);
            assertThat(absent.isMissing()).isTrue();
            assertThat(absent.text()).isEmpty();
            assertThat(absent.items()).isEmpty();
            assertThat(absent.fields()).isEmpty();
        }
        assertThat(json.at("a", "n").isMissing()).isTrue();
        assertThat(json.at("a", "n")).isEqualTo(Json.nil());
    }

    @Test
    void a_value_of_another_type_is_no_value() {
        var json = Json.parse("[\"1\",1,true,{},[],\"2026-11-21T04:30:00Z\"]");

        assertThat(json.at(0).whole()).isEmpty();
        assertThat(json.at(1).text()).isEmpty();
        assertThat(json.at(1).truth()).isEmpty();
        assertThat(json.at(2).truth()).contains(true);
        assertThat(json.at(3).items()).isEmpty();
        assertThat(json.at(4).object()).isEmpty();
        assertThat(json.at(5).instant()).contains(Instant.parse("2026-11-21T04:30:00Z"));
        assertThat(json.at(0).instant()).isEmpty();
        assertThat(json.at(1).textOr("none")).isEqualTo("none");
    }

    @Test
    void java_values_have_one_json_form_each() {
        var json = Json.obj(
                "text",
                "é",
                "long",
                5L,
                "int",
                6,
                "decimal",
                new BigDecimal("1.50"),
                "truth",
                true,
                "instant",
                Instant.parse("2026-11-21T04:30:00Z"),
                "enum",
                DayOfWeek.MONDAY,
                "none",
                Optional.empty(),
                "some",
                Optional.of("x"),
                "list",
                List.of(1, "two"),
                "map",
                Map.of("k", 1),
                "null",
                null,
                "absent",
                Json.absent());

        assertThat(json.toString())
                .isEqualTo("{\"text\":\"é\",\"long\":5,\"int\":6,\"decimal\":1.50,\"truth\":true,"
                        + "\"instant\":\"2026-11-21T04:30:00.000Z\",\"enum\":\"MONDAY\",\"some\":\"x\","
                        + "\"list\":[1,\"two\"],\"map\":{\"k\":1},\"null\":null}");
    }

    @Test
    void what_has_no_json_form_is_refused() {
        assertThatThrownBy(() -> Json.of(new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.obj("a", 1, "a", 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.obj("a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_member_is_set_or_taken_out_in_a_copy() {
        var object = Json.obj("a", 1, "b", 2);

        assertThat(object.with("a", "x").toString()).isEqualTo("{\"a\":\"x\",\"b\":2}");
        assertThat(object.with("a", Json.absent()).toString()).isEqualTo("{\"b\":2}");
        assertThat(object.toString()).isEqualTo("{\"a\":1,\"b\":2}");
    }
}
