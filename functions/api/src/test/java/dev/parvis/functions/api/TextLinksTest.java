package dev.parvis.functions.api;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Seal;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Links to the brand's own sites that are typed into texts: previewed, approved and sent as they are tagged. */
class TextLinksTest {
    private static final String TYPED = "La carte (https://cafe-helios.example/carte), vue sur https://autre.example/x";
    private static final String TAGGED =
            "La carte (https://cafe-helios.example/carte?utm_source=sandbox), vue sur https://autre.example/x";
    private static final NetworkId SANDBOX = new NetworkId("sandbox");

    private final Desk desk = Desk.settled();

    @BeforeEach
    void the_brand_tags_its_links() {
        brand(Json.obj("source", "{network}"));
    }

    private void brand(Object utm) {
        var path = Desk.path("/brands/" + Sample.BRAND);
        var version = Answers.json(desk.as(Sample.READER).get(path)).at("version");
        Answers.ok(
                desk.as(Sample.MANAGER)
                        .with("If-Match", "\"" + version + "\"")
                        .patch(path, Json.obj("publishing", Json.obj("utm", utm))),
                200);
    }

    private void sites(List<String> sites) {
        var sheet = desk.stores.sheets().find(Sample.WORKSPACE, Sample.BRAND);
        var names =
                new Sheet.Names(sheet.names().handles(), sites, sheet.names().hashtags());
        desk.stores
                .sheets()
                .replace(new Sheet(
                        sheet.workspace(), sheet.brand(), sheet.voice(), sheet.aims(), names, sheet.version()));
    }

    private static Json.Obj post() {
        return Json.obj("brand", Sample.BRAND.value(), "text", TYPED, "channels", List.of(Sample.CHANNEL.value()));
    }

    private Json preview(Json body) {
        return Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/posts/preview"), body), 200)
                .at("items", 0);
    }

    private Json create(Json body) {
        return Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/posts"), body), 201);
    }

    private Content kept(Json made) {
        return desk.stores
                .posts()
                .find(Sample.WORKSPACE, new PostId(made.at("id").textOr("")))
                .orElseThrow()
                .post()
                .content();
    }

    private Json save(Json made) {
        var path = Desk.path("/posts/" + made.at("id").textOr(""));
        return Answers.ok(
                desk.as(Sample.WRITER)
                        .with("If-Match", "\"" + made.at("version") + "\"")
                        .patch(path, Json.obj("text", TYPED)),
                200);
    }

    @Test
    void a_preview_shows_and_counts_what_goes_out_in_every_part() {
        var comment = Json.obj("text", "Réserver : https://cafe-helios.example/r");

        var shown =
                preview(post().with("thread", List.of(Json.obj("text", TYPED))).with("firstComment", comment));

        assertThat(shown.at("parts").items())
                .extracting(part -> part.at("text").textOr(""))
                .containsExactly(TAGGED, TAGGED, "Réserver : https://cafe-helios.example/r?utm_source=sandbox");
        assertThat(shown.at("length").whole().orElseThrow()).isEqualTo(TAGGED.length());
    }

    @Test
    void what_is_too_long_only_with_its_tags_is_refused() {
        var fits = post().with("text", "x".repeat(460) + " https://cafe-helios.example/");

        assertThat(preview(fits.with("utm", Json.obj())).at("accepted").truth()).contains(true);
        assertThat(preview(fits).at("accepted").truth()).contains(false);
    }

    @Test
    void a_post_keeps_what_was_typed_and_the_sites_that_it_was_saved_with() {
        var made = create(post());
        sites(List.of("https://autre.example"));

        assertThat(made.at("text").textOr("")).isEqualTo(TYPED);
        assertThat(kept(made).on(SANDBOX).text()).isEqualTo(TAGGED);
        assertThat(Seal.of(kept(made), List.of())).isNotEmpty();

        save(made);

        assertThat(kept(made).on(SANDBOX).text()).endsWith("https://autre.example/x?utm_source=sandbox");
        assertThat(kept(made).on(SANDBOX).text()).contains("(https://cafe-helios.example/carte)");
    }

    @Test
    void empty_tags_switch_it_off_and_so_does_a_brand_that_tags_nothing() {
        var off = create(post().with("utm", Json.obj()).with("confirmed", List.of("said_before")));
        brand(null);
        var none = create(post().with("text", TYPED + " !"));

        assertThat(kept(off).on(SANDBOX).text()).isEqualTo(TYPED);
        assertThat(kept(none).on(SANDBOX).text()).isEqualTo(TYPED + " !");
    }

    @Test
    void who_says_the_same_again_is_warned_however_its_links_are_tagged() {
        brand(Json.obj("source", "{network}", "campaign", "{post}"));
        create(post().with("schedule", Json.obj("at", "2026-12-10T09:00")));

        var near = post().with("schedule", Json.obj("at", "2026-12-11T09:00"));
        var again = Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/posts/preview"), near), 200);

        assertThat(again.at("warnings").items())
                .extracting(warning -> warning.at("code").textOr(""))
                .contains("said_before");
    }
}
