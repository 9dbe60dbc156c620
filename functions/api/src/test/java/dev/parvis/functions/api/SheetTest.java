package dev.parvis.functions.api;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Credential;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** A brand's sheet at the desk. */
class SheetTest {
    private static final String SHEET = Desk.path("/brands/" + Sample.BRAND + "/sheet");

    private final Desk desk = Desk.settled();

    private Response replace(Json body) {
        return desk.as(Sample.MANAGER).with("If-Match", "\"1\"").put(SHEET, body);
    }

    private static Json list(String name, Json... each) {
        return Json.obj(name, List.of(each));
    }

    @Test
    void what_is_left_out_is_gone() {
        var now = Answers.ok(replace(Json.obj("tone", "Neutre")), 200);

        assertThat(now.at("tone").textOr("")).isEqualTo("Neutre");
        assertThat(now.at("charter").textOr("?")).isEmpty();
        assertThat(now.at("objectives").items()).isEmpty();
        assertThat(now.at("version").whole()).contains(2L);
        assertThat(Answers.ok(desk.as(Sample.READER).get(SHEET), 200)).isEqualTo(now);
    }

    @Test
    void nobody_overwrites_a_sheet_they_have_not_seen() {
        var stale = desk.as(Sample.MANAGER).with("If-Match", "\"0\"").put(SHEET, Json.obj("tone", "Neutre"));
        var blind = desk.as(Sample.MANAGER).put(SHEET, Json.obj("tone", "Neutre"));

        Answers.refused(stale, Problem.Code.PRECONDITION_FAILED);
        Answers.refused(blind, Problem.Code.PRECONDITION_REQUIRED);
    }

    @Test
    void what_cannot_stand_on_a_sheet_is_refused_by_its_field() {
        var goal = Json.obj("name", "Notoriété", "metric", "followers", "target", 10, "by", "2027-01-01");

        Answers.field(replace(Json.obj("tone", "x".repeat(2_001))), "/tone", "too_long");
        Answers.field(replace(Json.obj("charter", "x".repeat(10_001))), "/charter", "too_long");
        Answers.field(replace(Json.obj("themes", List.of("Produits", "Produits"))), "/themes", "not_allowed");
        Answers.field(replace(Json.obj("themes", List.of(" Produits"))), "/themes", "malformed");
        Answers.field(replace(Json.obj("campaigns", List.of("Noël\n2026"))), "/campaigns", "malformed");
        Answers.field(replace(list("objectives", goal, goal)), "/objectives", "not_allowed");
        Answers.field(
                replace(list("objectives", Json.obj("name", "N", "metric", "joy", "target", 1, "by", "2027-01-01"))),
                "/objectives/0/metric",
                "not_allowed");
        Answers.field(
                replace(list("objectives", Json.obj("name", "N", "metric", "reach", "target", 1))),
                "/objectives/0/by",
                "required");
        Answers.field(
                replace(list("handles", Json.obj("network", "TikTok!", "handle", "h"))),
                "/handles/0/network",
                "malformed");
        Answers.field(
                replace(list("handles", Json.obj("network", "tiktok", "handle", "a b"))),
                "/handles/0/handle",
                "malformed");
        Answers.field(
                replace(list("hashtagSets", Json.obj("name", "x", "tags", List.of("#a b")))),
                "/hashtagSets/0/tags",
                "malformed");
        Answers.field(
                replace(list("hashtagSets", Json.obj("name", "x", "tags", List.of()))),
                "/hashtagSets/0/tags",
                "required");
    }

    @Test
    void a_site_is_an_address_of_the_web_in_whatever_script() {
        for (var wrong :
                List.of("helios", "ftp://helios.fr", "https://localhost/", "https://", "https://a b.fr", "//x")) {
            Answers.field(replace(Json.obj("sites", List.of(wrong))), "/sites", "malformed");
        }

        Answers.ok(replace(Json.obj("sites", List.of("https://café-hélios.fr/carte", "http://helios.fr"))), 200);
    }

    @Test
    void handles_and_hashtags_may_be_written_with_or_without_their_signs() {
        var now = Answers.ok(
                replace(Json.obj(
                        "handles",
                        List.of(Json.obj("network", "tiktok", "handle", "@helios")),
                        "hashtagSets",
                        List.of(Json.obj("name", "maison", "tags", List.of("Hélios", "#Hélios"))))),
                200);

        assertThat(now.at("handles", 0, "handle").textOr("")).isEqualTo("helios");
        assertThat(now.at("hashtagSets", 0, "tags").items()).hasSize(1);
        assertThat(now.at("hashtagSets", 0, "tags", 0).textOr("")).isEqualTo("#Hélios");
    }

    @Test
    void a_rhythm_is_of_a_channel_of_this_brand_and_counts_from_one() {
        var other = new dev.parvis.domain.brands.BrandId("01KAJ3S0B4F9K2D7G5H8J1M3NZ");
        var foreign = new ChannelId("01KAJ3T5C1H6N8P3Q9R2S4T7V1");
        desk.sample.brand(Sample.WORKSPACE, other);
        desk.sample.channel(foreign, other, Sample.SANDBOX, "other", new Credential(java.util.Map.of("token", "t")));

        Answers.field(replace(list("rhythms", rhythm(foreign.value(), 1))), "/rhythms/0/channel", "not_found");
        Answers.field(replace(list("rhythms", rhythm("nowhere", 1))), "/rhythms/0/channel", "not_found");
        Answers.field(
                replace(list("rhythms", rhythm(Sample.CHANNEL.value(), 0))), "/rhythms/0/postsPerWeek", "too_small");
        Answers.field(
                replace(list("rhythms", rhythm(Sample.CHANNEL.value(), 1), rhythm(Sample.CHANNEL.value(), 2))),
                "/rhythms",
                "not_allowed");
    }

    private static Json rhythm(String channel, int often) {
        return Json.obj("channel", channel, "postsPerWeek", often);
    }

    @Test
    void too_much_of_anything_is_refused() {
        var themes = IntStream.range(0, 51).mapToObj(number -> "t" + number).toList();

        Answers.field(replace(Json.obj("themes", themes)), "/themes", "too_many");
    }
}
