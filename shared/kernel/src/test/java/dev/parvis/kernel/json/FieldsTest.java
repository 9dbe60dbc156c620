package dev.parvis.kernel.json;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FieldsTest {

    @Test
    void a_body_that_is_right_is_read_without_an_error() {
        var fields = fields("""
                {"name":"Chez Paul","text":"two\\nlines","n":3,"on":true,"at":"2026-11-21T04:30:00Z","day":"monday",
                 "inner":{"x":1},"many":[{"y":"a"},{"y":"b"}],"tags":["p","q"],"nothing":null}""");

        assertThat(fields.requiredLine("name", 1, 80)).isEqualTo("Chez Paul");
        assertThat(fields.requiredText("text", 1, 80)).isEqualTo("two\nlines");
        assertThat(fields.requiredWhole("n", 1, 3)).isEqualTo(3);
        assertThat(fields.requiredTruth("on")).isTrue();
        assertThat(fields.requiredInstant("at")).isEqualTo(Instant.parse("2026-11-21T04:30:00Z"));
        assertThat(fields.requiredChoice("day", DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);
        assertThat(fields.requiredObject("inner").requiredWhole("x", 0, 9)).isEqualTo(1);
        assertThat(fields.objects("many", 5))
                .map(many -> many.requiredLine("y", 1, 9))
                .containsExactly("a", "b");
        assertThat(fields.texts("tags", 5, 10)).containsExactly("p", "q");
        assertThat(fields.optionalText("nothing", 1, 2)).isEmpty();
        assertThat(fields.optionalWhole("missing", 1, 2)).isEmpty();
        assertThat(fields.done()).isEmpty();
    }

    @Test
    void all_errors_come_at_once_each_with_its_pointer_code_and_sentence() {
        var fields = fields(
                "{\"short\":\"\",\"long\":\"abcd\",\"small\":0,\"large\":10,\"type\":1,\"day\":\"someday\",\"when\":\"soon\",\"line\":\"a\\nb\"}");

        fields.requiredText("short", 1, 3);
        fields.requiredText("long", 1, 3);
        fields.requiredWhole("small", 1, 9);
        fields.requiredWhole("large", 1, 9);
        fields.requiredText("type", 1, 9);
        fields.requiredChoice("day", DayOfWeek.class);
        fields.requiredInstant("when");
        fields.requiredLine("line", 1, 9);
        fields.requiredTruth("gone");

        assertThat(fields.done())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/short", "too_short"),
                        org.assertj.core.groups.Tuple.tuple("/long", "too_long"),
                        org.assertj.core.groups.Tuple.tuple("/small", "too_small"),
                        org.assertj.core.groups.Tuple.tuple("/large", "too_large"),
                        org.assertj.core.groups.Tuple.tuple("/type", "wrong_type"),
                        org.assertj.core.groups.Tuple.tuple("/day", "not_allowed"),
                        org.assertj.core.groups.Tuple.tuple("/when", "wrong_type"),
                        org.assertj.core.groups.Tuple.tuple("/line", "malformed"),
                        org.assertj.core.groups.Tuple.tuple("/gone", "required"));
        assertThat(fields.done())
                .extracting(FieldError::detail)
                .contains(
                        "long must have at most 3 characters, not 4.",
                        "day must be one of monday, tuesday, wednesday, thursday, friday, saturday, sunday.",
                        "gone is required.");
    }

    @Test
    void a_field_nobody_asked_for_is_refused_and_the_known_ones_are_named() {
        var fields = fields("{\"name\":\"x\",\"nmae\":\"y\",\"a/b~c\":1}");

        fields.requiredText("name", 1, 80);
        fields.optionalText("text", 1, 80);

        assertThat(fields.done())
                .containsExactly(
                        new FieldError("/nmae", "unknown_field", "There is no field \"nmae\" here; known: name, text."),
                        new FieldError(
                                "/a~1b~0c", "unknown_field", "There is no field \"a/b~c\" here; known: name, text."));
    }

    @Test
    void asking_twice_whether_all_is_done_repeats_no_error() {
        var fields = fields("{\"x\":1}");

        assertThat(fields.done()).isEqualTo(fields.done()).hasSize(1);
    }

    @Test
    void errors_of_inner_objects_point_inside() {
        var fields = fields(
                "{\"inner\":{\"x\":\"no\",\"y\":1},\"many\":[{\"z\":1},7,{\"z\":\"s\"}],\"tags\":[\"a\",5,\"\"]}");

        fields.requiredObject("inner").requiredWhole("x", 0, 9);
        fields.objects("many", 9).forEach(inner -> inner.requiredWhole("z", 0, 9));
        fields.texts("tags", 9, 9);

        assertThat(fields.done())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/inner/x", "/inner/y", "/many/1", "/many/2/z", "/tags/1", "/tags/2");
    }

    @Test
    void a_missing_object_is_one_error_and_not_one_per_field_in_it() {
        var fields = fields("{}");

        fields.requiredObject("inner").requiredText("x", 1, 2);

        assertThat(fields.done()).extracting(FieldError::pointer).containsExactly("/inner");
    }

    @Test
    void lengths_are_code_points_and_control_characters_are_refused() {
        var fields = fields("{\"emoji\":\"😀😀\",\"nul\":\"a\\u0000b\",\"escape\":\"\\u001b[0m\",\"blank\":\" a\"}");

        assertThat(fields.requiredText("emoji", 2, 2)).isEqualTo("😀😀");
        fields.requiredText("nul", 1, 9);
        fields.requiredText("escape", 1, 9);
        fields.requiredLine("blank", 1, 9);

        assertThat(fields.done()).extracting(FieldError::pointer).containsExactly("/nul", "/escape", "/blank");
    }

    @Test
    void too_many_elements_are_refused_unread() {
        var fields = fields("{\"tags\":[\"a\",\"b\",\"c\"],\"objects\":{}}");

        assertThat(fields.texts("tags", 2, 9)).isEmpty();
        assertThat(fields.objects("objects", 2)).isEmpty();
        assertThat(fields.done()).extracting(FieldError::code).containsExactly("too_many", "wrong_type");
    }

    @Test
    void a_body_that_is_no_object_is_itself_the_error() {
        var fields = Fields.of(Json.parse("[1]"));

        assertThat(fields.done()).containsExactly(new FieldError("", "wrong_type", "The body must be a JSON object."));
    }

    @Test
    void callers_add_errors_of_their_own() {
        var fields = fields("{\"at\":\"2020-01-01T00:00:00Z\"}");
        fields.requiredInstant("at");

        fields.refuse("at", "in_the_past", "must be in the future");

        assertThat(fields.done()).isEqualTo(List.of(new FieldError("/at", "in_the_past", "at must be in the future.")));
    }

    private static Fields fields(String text) {
        return Fields.of(Json.parse(text));
    }
}
