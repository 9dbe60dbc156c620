package dev.parvis.functions.api;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.cards.Card;
import dev.parvis.domain.cards.CardAt;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the card is part of what we send, what goes out says what its page says, and what was approved stays what is sent. */
class CardsKeptTest {
    private static final String PAGE = "https://helios.example/carte";

    private final Desk desk = Desk.settled();

    @BeforeEach
    void ours() {
        desk.sandbox.cards = Optional.of(CardAt.Maker.PARVIS);
        page("La carte d’hiver");
    }

    private void page(String title) {
        desk.pages.put(PAGE, new Card(title, "Chocolats chauds.", Optional.empty(), Optional.empty()));
    }

    private static Json.Obj post(String title) {
        return Json.obj(
                "brand",
                Sample.BRAND.value(),
                "text",
                "Venez goûter",
                "link",
                Json.obj("url", PAGE, "title", title),
                "channels",
                List.of(Sample.CHANNEL.value()));
    }

    private static final Json AT = Json.obj("at", "2026-12-01T09:00");

    private Json create(Json.Obj body) {
        return Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/posts"), body), 201);
    }

    private Json change(Json post, Json more) {
        var version = "\"" + post.at("version").whole().orElseThrow() + "\"";
        return Answers.ok(
                desk.as(Sample.WRITER)
                        .with("If-Match", version)
                        .patch(Desk.path("/posts/" + post.at("id").textOr("")), more),
                200);
    }

    @Test
    void a_post_with_a_time_takes_the_words_of_its_page_in_all_its_parts_and_variants() {
        var bare = Json.obj("url", PAGE);
        var made = create(post("").with("schedule", AT)
                .with("thread", List.of(Json.obj("text", "Suite", "link", bare)))
                .with("variants", Json.obj("sandbox", Json.obj("link", bare))));

        for (var link :
                List.of(made.at("link"), made.at("thread", 0, "link"), made.at("variants", "sandbox", "link"))) {
            assertThat(link)
                    .isEqualTo(Json.obj("url", PAGE, "title", "La carte d’hiver", "description", "Chocolats chauds."));
        }
        assertThat(desk.asked).containsExactly(PAGE);
    }

    @Test
    void what_a_person_has_worded_stays_and_so_does_what_no_page_answers_for() {
        assertThat(create(post("Goûtez").with("schedule", AT))
                        .at("link", "title")
                        .textOr(""))
                .isEqualTo("Goûtez");
        desk.pages.clear();

        var made = create(post("").with("schedule", AT).with("text", "Autre chose"));

        assertThat(made.at("link")).isEqualTo(Json.obj("url", PAGE, "title", "", "description", ""));
    }

    @Test
    void a_draft_is_worded_when_it_gets_a_time_and_not_before() {
        var draft = create(post(""));
        assertThat(desk.asked).isEmpty();

        var scheduled = change(draft, Json.obj("schedule", AT));

        assertThat(scheduled.at("link", "title").textOr("")).isEqualTo("La carte d’hiver");
    }

    @Test
    void an_edit_that_says_the_same_keeps_the_words_it_was_approved_with() {
        var made = create(post("").with("schedule", AT));
        page("Fermé pour travaux");

        var later = change(made, Json.obj("schedule", Json.obj("at", "2026-12-02T09:00")));
        var edited = change(later, Json.obj("text", "Venez vite"));

        assertThat(edited.at("link", "title").textOr("")).isEqualTo("La carte d’hiver");
        assertThat(change(edited, Json.obj("link", Json.obj("url", PAGE)))
                        .at("link", "title")
                        .textOr(""))
                .as("a link that is typed anew is read anew")
                .isEqualTo("Fermé pour travaux");
    }

    @Test
    void a_page_that_names_another_client_is_asked_about_like_a_text_that_does() {
        var museum = new BrandId("01KAJ5S0B4F9K2D7G5H8J1M3N7");
        desk.sample.brand(Sample.WORKSPACE, museum);
        var names = new Sheet.Names(List.of(), List.of("https://musee-du-port.example"), List.of());
        desk.stores.sheets().replace(new Sheet(Sample.WORKSPACE, museum, Sheet.Voice.NONE, Sheet.Aims.NONE, names, 0));
        page("L’expo, sur musee-du-port.example");

        var answer = desk.as(Sample.WRITER).post(Desk.path("/posts"), post("").with("schedule", AT));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(Answers.text(answer)).contains("other_brand_named");
    }

    @Test
    void where_the_network_reads_pages_itself_none_is_read() {
        desk.sandbox.cards = Optional.of(CardAt.Maker.NETWORK);

        assertThat(create(post("").with("schedule", AT)).at("link", "title").textOr(""))
                .isEmpty();
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void a_series_and_an_entry_of_a_queue_keep_the_words_too() {
        var link = Json.obj("url", PAGE);
        var series = Json.obj(
                "text", "Chaque lundi",
                "link", link,
                "channels", List.of(Sample.CHANNEL.value()),
                "rule", "FREQ=WEEKLY;BYDAY=MO",
                "first", "2026-11-30T09:00");
        var made =
                Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/brands/" + Sample.BRAND + "/series"), series), 201);
        var entry = Answers.ok(
                desk.as(Sample.WRITER)
                        .post(
                                Desk.path("/brands/" + Sample.BRAND + "/queues/" + Sample.QUEUE + "/entries"),
                                Json.obj("text", "Toujours vrai", "link", link)),
                201);

        assertThat(made.toString()).contains("La carte d’hiver");
        assertThat(entry.at("link", "title").textOr("")).isEqualTo("La carte d’hiver");
    }
}
