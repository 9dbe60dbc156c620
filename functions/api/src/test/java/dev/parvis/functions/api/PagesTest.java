package dev.parvis.functions.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.functions.api.Document.Operation;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Cursors are good for the list, the narrowing and the tenant that gave them, and for a day. */
class PagesTest {
    private static final Document DOCUMENT = Document.read();

    private final Desk desk = Desk.settled();

    static Stream<Operation> lists() {
        return DOCUMENT.operations().stream().filter(operation -> operation.takes("cursor"));
    }

    private String brandsCursor() {
        for (var name : List.of("Deux", "Trois", "Quatre")) {
            Answers.ok(desk.as(Sample.MANAGER).post(Desk.path("/brands"), Json.obj("name", name)), 201);
        }
        return Answers.ok(desk.as(Sample.READER).get(Desk.path("/brands?limit=1")), 200)
                .at("next")
                .textOr("");
    }

    @Test
    void following_next_gives_each_once() {
        brandsCursor();
        var names = new ArrayList<String>();

        var page = Answers.ok(desk.as(Sample.READER).get(Desk.path("/brands?limit=3")), 200);
        while (true) {
            page.at("items").items().forEach(brand -> names.add(brand.at("name").textOr("")));
            var next = page.at("next").textOr("");
            if (next.isEmpty()) {
                break;
            }
            page = Answers.ok(desk.as(Sample.READER).get(Desk.path("/brands?limit=3&cursor=" + next)), 200);
        }

        assertThat(names).containsExactlyInAnyOrder("Café Hélios", "Deux", "Trois", "Quatre");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_cursor_of_another_list_or_of_nobody_is_refused(Operation operation) {
        var address = operation.address() + (operation.address().contains("?") ? "&" : "?") + "cursor=";
        var reader = desk.as(Sample.OWNER);
        var ofBrands = brandsCursor();

        for (var cursor : List.of("x", "%00", "a".repeat(9000), ofBrands + "A", ofBrands.substring(1))) {
            Answers.refused(reader.get(address + cursor), Problem.Code.INVALID_CURSOR);
        }
        var other = reader.get(address + ofBrands);
        if (operation.path().endsWith("/brands")) {
            Answers.ok(other, 200);
        } else {
            Answers.refused(other, Problem.Code.INVALID_CURSOR);
        }
    }

    @Test
    void a_cursor_of_another_tenant_is_refused() {
        var cursor = brandsCursor();
        var elsewhere = Answers.ok(desk.as(Sample.OWNER).post("/v1/workspaces", Json.obj("name", "Deux")), 201)
                .at("id")
                .textOr("");

        Answers.refused(
                desk.as(Sample.OWNER).get("/v1/workspaces/" + elsewhere + "/brands?cursor=" + cursor),
                Problem.Code.INVALID_CURSOR);
    }

    @Test
    void a_cursor_of_another_month_of_the_same_list_is_refused() {
        for (var text : List.of("un", "deux")) {
            var post = Json.obj(
                    "brand",
                    Sample.BRAND.value(),
                    "text",
                    text,
                    "channels",
                    List.of(Sample.CHANNEL.value()),
                    "schedule",
                    Json.obj("at", "2026-12-01T09:00"));
            Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/posts"), post), 201);
        }
        var list = Desk.path("/posts?limit=1&brand=" + Sample.BRAND + "&month=");
        var cursor = Answers.ok(desk.as(Sample.READER).get(list + "2026-12"), 200)
                .at("next")
                .textOr("");

        Answers.ok(desk.as(Sample.READER).get(list + "2026-12&cursor=" + cursor), 200);
        Answers.refused(desk.as(Sample.READER).get(list + "2026-11&cursor=" + cursor), Problem.Code.INVALID_CURSOR);
    }

    @Test
    void a_cursor_ends_after_a_day() {
        var cursor = brandsCursor();
        var next = Desk.path("/brands?limit=1&cursor=" + cursor);
        Answers.ok(desk.as(Sample.READER).get(next), 200);

        desk.clock.advance(Duration.ofDays(1));

        Answers.refused(desk.as(Sample.READER).get(next), Problem.Code.INVALID_CURSOR);
    }

    @Test
    void a_cursor_shows_nothing_of_the_table() {
        var cursor = brandsCursor();

        var bytes = java.util.Base64.getUrlDecoder().decode(cursor);

        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("BRAND")
                .doesNotContain(Sample.BRAND.value().substring(0, 10));
    }
}
