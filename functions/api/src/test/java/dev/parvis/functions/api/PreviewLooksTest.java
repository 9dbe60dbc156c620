package dev.parvis.functions.api;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.cards.Card;
import dev.parvis.domain.cards.CardAt;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.Original;
import dev.parvis.domain.networks.Terms;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands under a text before it is scheduled: its card, its pictures as they will be, what it costs. */
class PreviewLooksTest {
    private static final String PAGE = "https://helios.example/carte";

    private static final String PRICES = "https://docs.x.example/pricing, 2026-02-06";

    private final Desk desk = Desk.settled();

    private Json preview(Json.Obj more) {
        var body = Json.obj("brand", Sample.BRAND.value(), "channels", List.of(Sample.CHANNEL.value()));
        for (var name : more.members().keySet()) {
            body = body.with(name, more.at(name));
        }
        return Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/posts/preview"), body), 200)
                .at("items", 0);
    }

    private static Json.Obj linking(Json.Obj link) {
        return Json.obj("text", "La carte", "link", link, "utm", Json.obj("source", "{network}"));
    }

    private void answers(String image) {
        desk.pages.put(PAGE, new Card("La carte d’hiver", "Chocolats chauds.", Optional.of(image), Optional.of(PAGE)));
    }

    @Test
    void a_card_that_we_make_is_read_from_the_page_as_it_is_typed() {
        desk.sandbox.cards = Optional.of(CardAt.Maker.PARVIS);
        answers("https://cdn.example/carte.jpg");

        var card = preview(linking(Json.obj("url", PAGE))).at("parts", 0, "card");

        assertThat(card)
                .isEqualTo(Json.obj(
                        "url", PAGE,
                        "madeBy", "parvis",
                        "state", "fetched",
                        "title", "La carte d’hiver",
                        "description", "Chocolats chauds.",
                        "image", "https://cdn.example/carte.jpg",
                        "canonical", PAGE));
        assertThat(desk.asked).as("without the campaign's tags").containsExactly(PAGE);
    }

    @Test
    void a_card_that_a_person_has_worded_is_theirs_and_no_page_is_asked() {
        desk.sandbox.cards = Optional.of(CardAt.Maker.PARVIS);

        var card = preview(linking(Json.obj("url", PAGE, "title", "Goûtez"))).at("parts", 0, "card");

        assertThat(card.at("state").textOr("")).isEqualTo("typed");
        assertThat(card.at("title").textOr("")).isEqualTo("Goûtez");
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void a_network_that_reads_the_page_itself_shows_its_words_whatever_was_typed() {
        desk.sandbox.cards = Optional.of(CardAt.Maker.NETWORK);
        answers("https://cdn.example/carte.jpg");

        var card = preview(linking(Json.obj("url", PAGE, "title", "Goûtez"))).at("parts", 0, "card");

        assertThat(card.at("madeBy").textOr("")).isEqualTo("network");
        assertThat(card.at("title").textOr("")).isEqualTo("La carte d’hiver");
    }

    @Test
    void a_page_that_does_not_answer_is_told_and_the_preview_is_there() {
        desk.sandbox.cards = Optional.of(CardAt.Maker.PARVIS);

        var shown = preview(linking(Json.obj("url", PAGE)));

        assertThat(shown.at("accepted").truth()).contains(true);
        assertThat(shown.at("parts", 0, "card", "state").textOr("")).isEqualTo("not_fetched");
        assertThat(shown.at("parts", 0, "card", "reason", "code").textOr("")).isEqualTo("not_answered");
    }

    @Test
    void where_no_card_is_shown_no_page_is_asked() {
        assertThat(preview(linking(Json.obj("url", PAGE)))
                        .at("parts", 0, "card")
                        .isMissing())
                .isTrue();
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void a_page_that_many_parts_and_channels_link_to_is_asked_for_once() {
        desk.sandbox.cards = Optional.of(CardAt.Maker.PARVIS);
        answers("https://cdn.example/carte.jpg");
        var part = Json.obj("text", "Encore", "link", Json.obj("url", PAGE));

        var shown = preview(linking(Json.obj("url", PAGE)).with("thread", List.of(part, part)));

        assertThat(shown.at("parts").items())
                .extracting(each -> each.at("card", "title").textOr(""))
                .containsOnly("La carte d’hiver");
        assertThat(desk.asked).containsExactly(PAGE);
    }

    @Test
    void an_image_is_shown_as_it_will_be_made_and_one_without_words_is_hinted_at() {
        desk.sandbox.terms = new Terms(Optional.of(new Terms.Shape(0.8, 1.0)), Optional.empty(), Optional.empty());
        looked(Sample.MEDIA, 4800, 2400);

        var shown =
                preview(Json.obj("text", "Deux tasses", "images", List.of(Json.obj("media", Sample.MEDIA.value()))));

        assertThat(shown.at("parts", 0, "images", 0, "sent"))
                .isEqualTo(Json.obj(
                        "asIs", false, "width", 2400, "height", 2400, "cropped", true, "mostBytes", 2_000_000));
        assertThat(shown.at("hints", 0, "code").textOr("")).isEqualTo("alt_missing");
        assertThat(shown.at("hints", 0, "detail").textOr("")).startsWith("Image 1 does not say what it shows");
    }

    private void looked(MediaId id, int width, int height) {
        var media = desk.stores.media().find(Sample.WORKSPACE, id).orElseThrow();
        desk.stores.media().change(media.with(new Original("0".repeat(64), "", width, height, Duration.ZERO)));
    }

    @Test
    void a_poll_is_shown_with_its_answers_and_its_end() {
        var shown = preview(Json.obj(
                "text",
                "Thé ou café ?",
                "poll",
                Json.obj("options", List.of("Thé", "Café"), "openMinutes", 60, "multiple", true)));

        assertThat(shown.at("parts", 0, "poll"))
                .isEqualTo(Json.obj("options", List.of("Thé", "Café"), "openMinutes", 60, "multiple", true));
    }

    @Test
    void a_network_that_charges_says_what_each_part_costs_by_its_links_and_one_that_does_not_says_nothing() {
        var thread = Json.obj("text", "Voir https://helios.example", "thread", List.of(Json.obj("text", "Suite")));
        assertThat(preview(thread).at("cost").isMissing()).isTrue();

        desk.sandbox.terms = charging();

        assertThat(preview(thread).at("cost"))
                .isEqualTo(Json.obj("currency", "USD", "amount", "0.215", "source", PRICES));
        assertThat(preview(Json.obj("text", "Voir HTTPS://HELIOS.EXAMPLE"))
                        .at("cost", "amount")
                        .textOr(""))
                .isEqualTo("0.200");
    }

    @Test
    void a_post_costs_what_all_its_channels_cost_together_each_currency_by_itself() {
        var channels = List.of(Sample.CHANNEL.value(), connected("sandbox"), connected("terse"));
        var body = Json.obj("brand", Sample.BRAND.value(), "text", "Bonjour", "channels", channels);
        var path = Desk.path("/posts/preview");
        var free = Answers.ok(desk.as(Sample.WRITER).post(path, body), 200);

        desk.sandbox.terms = charging();
        var euros = new Terms.Price("EUR", new BigDecimal("0.10"), new BigDecimal("0.30"), PRICES);
        desk.terse.terms = new Terms(Optional.empty(), Optional.empty(), Optional.of(euros));
        var charged = Answers.ok(desk.as(Sample.WRITER).post(path, body), 200);

        assertThat(free.at("costs").items()).isEmpty();
        assertThat(charged.at("costs").items())
                .containsExactly(
                        Json.obj("currency", "EUR", "amount", "0.10"), Json.obj("currency", "USD", "amount", "0.030"));
    }

    private String connected(String network) {
        var answers = Json.obj("server", "https://sandbox.example", "account", "autre", "secret", "s");
        var body = Json.obj("brand", Sample.BRAND.value(), "network", network, "answers", answers);
        return Answers.ok(desk.as(Sample.MANAGER).post(Desk.path("/channels"), body), 201)
                .at("id")
                .textOr("");
    }

    @Test
    void the_limits_of_a_channel_show_shape_quota_and_price() {
        desk.sandbox.terms = new Terms(
                Optional.of(new Terms.Shape(0.8, 1.91)),
                Optional.of(new Terms.Quota(25, Duration.ofHours(24))),
                charging().price());

        var shown = Answers.ok(desk.as(Sample.READER).get(Desk.path("/channels/" + Sample.CHANNEL + "/limits")), 200);

        assertThat(shown.at("imageShape")).isEqualTo(Json.obj("tallest", 0.8, "widest", 1.91));
        assertThat(shown.at("quota")).isEqualTo(Json.obj("posts", 25, "withinSeconds", 86_400));
        assertThat(shown.at("price"))
                .isEqualTo(Json.obj("currency", "USD", "plain", "0.015", "withLink", "0.200", "source", PRICES));
    }

    private static Terms charging() {
        return new Terms(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Terms.Price("USD", new BigDecimal("0.015"), new BigDecimal("0.200"), PRICES)));
    }
}
