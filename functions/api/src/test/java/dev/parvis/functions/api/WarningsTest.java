package dev.parvis.functions.api;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.sheets.Handle;
import dev.parvis.domain.sheets.HashtagSet;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What makes people think twice. The museum is another client of the workspace; the sample's post says "Nouveau : le
 * chocolat chaud." on its channel on 28 November.
 */
class WarningsTest {
    private static final BrandId MUSEUM = new BrandId("01KAJ3S0B4F9K2D7G5H8J1M3NZ");
    private static final ChannelId THEIRS = new ChannelId("01KAJ3T5C1H6N8P3Q9R2S4T7V1");
    private static final String POSTS = Desk.path("/posts");

    private final Desk desk = Desk.settled();

    @BeforeEach
    void another_client() {
        desk.sample.brand(Sample.WORKSPACE, MUSEUM);
        desk.sample.channel(THEIRS, MUSEUM, Sample.SANDBOX, "musee", new Credential(Map.of("token", "t")));
        var names = new Sheet.Names(
                List.of(new Handle(new NetworkId("instagram"), "musee.du.port")),
                List.of("https://musee-du-port.example"),
                List.of(new HashtagSet("nuit", List.of("#NuitDesMusées"), false)));
        desk.stores.sheets().replace(new Sheet(Sample.WORKSPACE, MUSEUM, Sheet.Voice.NONE, Sheet.Aims.NONE, names, 0));
    }

    private static Json.Obj post(String text) {
        return Json.obj("brand", Sample.BRAND.value(), "text", text, "channels", List.of(Sample.CHANNEL.value()));
    }

    private static Json.Obj at(String wallClock) {
        return Json.obj("at", wallClock);
    }

    private static Json.Obj scheduled(String text) {
        return post(text).with("schedule", at("2026-12-10T09:00"));
    }

    private Response create(Json body) {
        return desk.as(Sample.WRITER).post(POSTS, body);
    }

    private static List<String> codes(Json answer) {
        return answer.at("warnings").items().stream()
                .map(warning -> warning.at("code").textOr(""))
                .toList();
    }

    private static Json needed(Response answer, String... codes) {
        var problem = Answers.refused(answer, Problem.Code.CONFIRMATION_NEEDED);
        assertThat(codes(problem)).containsExactly(codes);
        return problem;
    }

    private int kept() {
        var all = desk.as(Sample.READER).get(POSTS + "?brand=" + Sample.BRAND + "&month=2026-12");
        return Answers.ok(all, 200).at("items").items().size();
    }

    @Test
    void a_handle_of_another_network_is_warned_of_where_it_is_plain_text_and_not_where_it_is_resolved() {
        var problem = needed(create(scheduled("Merci @mairie@piaille.fr")), "foreign_handle");

        assertThat(problem.at("warnings", 0, "pointer").textOr("")).isEqualTo("/text");
        Answers.ok(create(scheduled("Merci @mairie@piaille.fr").with("confirmed", List.of("foreign_handle"))), 201);
        Answers.ok(create(scheduled("Samedi matin, avec @[La Mairie](mastodon:mairie@piaille.fr), au port")), 201);
    }

    @Test
    void a_post_that_names_another_client_goes_out_only_when_somebody_means_it() {
        for (var text : List.of(
                "Merci @musee !",
                "Bravo @MUSEE.DU.PORT",
                "#nuitdesmusees",
                "Voir https://www.musee-du-port.example/expo")) {
            var problem = needed(create(scheduled(text)), "other_brand_named");

            assertThat(problem.at("warnings", 0, "brand").textOr("")).isEqualTo(MUSEUM.value());
            assertThat(problem.at("warnings", 0, "detail").textOr("")).contains("Café Hélios");
        }
        assertThat(kept()).isZero();

        var meant =
                Answers.ok(create(scheduled("Merci @musee !").with("confirmed", List.of("other_brand_named"))), 201);

        assertThat(codes(meant)).containsExactly("other_brand_named");
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void a_link_a_part_and_a_variant_are_read_like_the_text() {
        var link = Json.obj("url", "https://musee-du-port.example/");
        var part = Json.obj("text", "Avec @musee");
        var variant = Json.obj("sandbox", Json.obj("text", "Avec @musee"));

        needed(create(scheduled("Bonjour").with("link", link)), "other_brand_named");
        needed(create(scheduled("Bonjour").with("thread", List.of(part))), "other_brand_named");
        needed(create(scheduled("Bonjour").with("variants", variant)), "other_brand_named");
    }

    @Test
    void a_draft_is_kept_and_warned_of_and_asks_when_it_is_scheduled() {
        var draft = Answers.ok(create(post("Merci @musee")), 201);
        var path = POSTS + "/" + draft.at("id").textOr("");
        var writer = desk.as(Sample.WRITER);

        assertThat(codes(draft)).containsExactly("other_brand_named");
        needed(
                writer.with("If-Match", "\"1\"").patch(path, Json.obj("schedule", at("2026-12-10T09:00"))),
                "other_brand_named");
        var scheduled = writer.with("If-Match", "\"1\"")
                .patch(path, Json.obj("schedule", at("2026-12-10T09:00"), "confirmed", List.of("other_brand_named")));
        assertThat(codes(Answers.ok(scheduled, 200))).containsExactly("other_brand_named");
        var moved = writer.with("If-Match", "\"2\"").patch(path, Json.obj("schedule", at("2026-12-11T09:00")));
        assertThat(codes(Answers.ok(moved, 200))).isEmpty();
        needed(writer.with("If-Match", "\"3\"").patch(path, Json.obj("text", "Encore @musee")), "other_brand_named");
    }

    @Test
    void the_same_words_on_the_same_channel_within_a_month_ask_too() {
        var again = post("NOUVEAU… le chocolat chaud");

        var problem = needed(create(again.with("schedule", at("2026-12-10T09:00"))), "said_before");
        assertThat(problem.at("warnings", 0, "post").textOr("")).isEqualTo(Sample.POST.value());
        assertThat(problem.at("warnings", 0, "at").textOr("")).isEqualTo("2026-11-28T08:00:00.000Z");
        needed(create(again.with("schedule", Json.obj("nextSlot", true))), "said_before");
        assertThat(codes(Answers.ok(create(again), 201))).containsExactly("said_before");

        Answers.ok(create(again.with("schedule", at("2027-01-10T09:00"))), 201);
        Answers.ok(
                create(again.with("schedule", at("2026-12-10T09:00")).with("confirmed", List.of("said_before"))), 201);
    }

    @Test
    void what_was_cancelled_or_says_something_else_is_no_repetition_and_neither_is_the_post_itself() {
        var writer = desk.as(Sample.WRITER).with("If-Match", "\"1\"");
        var path = POSTS + "/" + Sample.POST;
        Answers.ok(writer.patch(path, Json.obj("text", "Nouveau : le chocolat chaud !")), 200);
        Answers.ok(
                desk.as(Sample.WRITER).with("If-Match", "\"2\"").patch(path, Json.obj("text", "Fermé demain matin")),
                200);

        Answers.ok(create(scheduled("Nouveau : le chocolat chaud.")), 201);
        needed(create(scheduled("Fermé demain matin")), "said_before");
        Answers.ok(desk.as(Sample.WRITER).with("If-Match", "\"3\"").post(path + "/cancel", Json.obj()), 200);
        Answers.ok(create(scheduled("Fermé demain matin")), 201);
    }

    @Test
    void both_are_confirmed_each_by_its_name() {
        Answers.ok(create(scheduled("Merci @musee").with("confirmed", List.of("other_brand_named"))), 201);
        var again = scheduled("Merci @musee");

        needed(create(again), "other_brand_named", "said_before");
        needed(create(again.with("confirmed", List.of("said_before"))), "other_brand_named");
        Answers.ok(create(again.with("confirmed", List.of("said_before", "other_brand_named"))), 201);
        Answers.field(create(again.with("confirmed", List.of("everything"))), "/confirmed", "not_allowed");
    }

    @Test
    void a_preview_tells_before_anything_is_kept() {
        var told =
                Answers.ok(desk.as(Sample.WRITER).post(POSTS + "/preview", post("Nouveau : le chocolat chaud.")), 200);

        assertThat(codes(told)).containsExactly("said_before");
        assertThat(codes(Answers.ok(desk.as(Sample.WRITER).post(POSTS + "/preview", post("Merci @musee")), 200)))
                .containsExactly("other_brand_named");
    }

    @Test
    void a_series_asks_for_whom_it_names_and_not_for_saying_the_same() {
        var path = Desk.path("/brands/" + Sample.BRAND + "/series");
        var wanted = Json.obj(
                "rule",
                "FREQ=WEEKLY;BYDAY=MO",
                "first",
                "2026-12-07T09:00",
                "text",
                "Chaque lundi avec @musee",
                "channels",
                List.of(Sample.CHANNEL.value()));

        needed(desk.as(Sample.WRITER).post(path, wanted), "other_brand_named");
        Answers.ok(desk.as(Sample.WRITER).post(path, wanted.with("confirmed", List.of("other_brand_named"))), 201);
    }

    @Test
    void a_file_whose_rows_name_another_client_is_refused_by_its_lines() {
        var path = Desk.path("/brands/" + Sample.BRAND + "/imports");
        var file = "key,text,channels,at\n"
                + "a,Merci @musee,sandbox,2026-12-10T09:00\n"
                + "b,Merci à tous,sandbox,2026-12-11T09:00\n"
                + "c,Brouillon pour @musee,sandbox,\n";

        var report = Answers.ok(sent(path + "?dryRun=true", file), 200);
        assertThat(report.at("good").whole()).contains(2L);
        assertThat(report.at("faults").items()).hasSize(1);
        assertThat(report.at("faults", 0, "line").whole()).contains(2L);
        assertThat(report.at("faults", 0, "code").textOr("")).isEqualTo("other_brand_named");

        Answers.refused(sent(path, file), Problem.Code.INVALID_FIELDS);
        Answers.refused(sent(path + "?confirmed=all", file), Problem.Code.INVALID_REQUEST);
        Answers.ok(sent(path + "?confirmed=other_brand_named", file), 202);
        assertThat(kept()).isEqualTo(2);
    }

    private Response sent(String path, String file) {
        return desk.as(Sample.WRITER).send("POST", path, file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void a_guest_is_told_of_no_client_they_do_not_see() {
        desk.stores
                .workspaces()
                .admit(new Member(Sample.WORKSPACE, "guest", Role.GUEST, Map.of(Sample.BRAND, Role.WRITER)));

        var made = Answers.ok(desk.as("guest").post(POSTS, scheduled("Merci @musee #NuitDesMusées")), 201);

        assertThat(codes(made)).isEmpty();
    }
}
