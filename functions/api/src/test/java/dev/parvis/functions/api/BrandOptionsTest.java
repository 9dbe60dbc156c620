package dev.parvis.functions.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What a brand asks of all its posts: tags on links, descriptions of images. */
class BrandOptionsTest {
    private static final Json.Obj TAGS = Json.obj("source", "{network}", "medium", "social", "campaign", "{campaign}");

    private final Desk desk = Desk.settled();

    private Response brand(Json publishing) {
        var path = Desk.path("/brands/" + Sample.BRAND);
        var version = Answers.json(desk.as(Sample.READER).get(path)).at("version");
        return desk.as(Sample.MANAGER)
                .with("If-Match", "\"" + version + "\"")
                .patch(path, Json.obj("publishing", publishing));
    }

    private static Json.Obj post() {
        return Json.obj(
                "brand",
                Sample.BRAND.value(),
                "text",
                "Nouveau",
                "link",
                Json.obj("url", "https://helios.example/carte"),
                "channels",
                List.of(Sample.CHANNEL.value()));
    }

    private Response create(Json body) {
        return desk.as(Sample.WRITER).post(Desk.path("/posts"), body);
    }

    private Response change(Json made, Json.Obj body) {
        return desk.as(Sample.WRITER)
                .with("If-Match", "\"" + made.at("version") + "\"")
                .patch(Desk.path("/posts/" + made.at("id").textOr("")), body);
    }

    @Test
    void options_are_kept_each_by_itself_and_tags_can_be_taken_back() {
        var both = Answers.ok(brand(Json.obj("altRequired", true, "utm", TAGS)), 200);
        var kept = Answers.ok(brand(Json.obj("altRequired", false)), 200);
        var none = Answers.ok(brand(Json.obj("utm", null)), 200);

        assertThat(both.at("publishing")).isEqualTo(Json.obj("altRequired", true, "utm", TAGS));
        assertThat(kept.at("publishing")).isEqualTo(Json.obj("altRequired", false, "utm", TAGS));
        assertThat(none.at("publishing")).isEqualTo(Json.obj("altRequired", false));
        Answers.field(brand(Json.obj("utm", Json.obj("source", "{netwrok}"))), "/publishing/utm/source", "malformed");
    }

    @Test
    void a_post_takes_the_brands_tags_when_it_is_saved_or_its_own() {
        Answers.ok(brand(Json.obj("utm", TAGS)), 200);
        var made = Answers.ok(create(post().with("labels", Json.obj("campaign", "Hiver"))), 201);

        var own = Answers.ok(change(made, Json.obj("utm", Json.obj("source", "lettre"))), 200);
        Answers.ok(brand(Json.obj("utm", Json.obj("source", "autre"))), 200);
        var still = Answers.ok(change(own, Json.obj("text", "Neuf")), 200);
        var brands = Answers.ok(change(still, Json.obj("utm", null)), 200);

        assertThat(made.at("utm")).isEqualTo(TAGS);
        assertThat(made.at("link", "url").textOr("")).isEqualTo("https://helios.example/carte");
        assertThat(own.at("utm", "source").textOr("")).isEqualTo("lettre");
        assertThat(still.at("utm", "source").textOr("")).isEqualTo("lettre");
        assertThat(brands.at("utm", "source").textOr("")).isEqualTo("autre");
    }

    @Test
    void where_images_must_be_described_a_draft_may_wait_and_a_scheduled_post_may_not() {
        desk.uploaded();
        Answers.ok(brand(Json.obj("altRequired", true)), 200);
        var image = Json.obj("media", Sample.MEDIA.value());
        var plain = post().with("images", List.of(image.with("alt", "La vitrine"), image));
        var schedule = Json.obj("at", "2030-12-01T09:00");

        var draft = Answers.ok(create(plain), 201);
        Answers.field(create(plain.with("schedule", schedule)), "/images/1/alt", "required");
        Answers.field(create(plain.with("schedule", Json.obj("nextSlot", true))), "/images/1/alt", "required");
        Answers.field(change(draft, Json.obj("schedule", schedule)), "/images/1/alt", "required");
        Answers.field(
                create(post().with("schedule", schedule)
                        .with("variants", Json.obj("sandbox", Json.obj("images", List.of(image))))),
                "/variants/sandbox/images/0/alt",
                "required");
        var described = List.of(image.with("alt", "La vitrine"));
        Answers.ok(change(draft, Json.obj("schedule", schedule, "images", described)), 200);
    }
}
