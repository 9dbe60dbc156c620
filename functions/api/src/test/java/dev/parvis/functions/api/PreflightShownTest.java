package dev.parvis.functions.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.preflight.Check;
import dev.parvis.domain.preflight.Finding;
import dev.parvis.domain.preflight.Stage;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What was seen of a post before its time stands on its targets, as long as the post is what was seen. */
class PreflightShownTest {
    private static final String POST = "/posts/" + Sample.POST;

    private final Desk desk = Desk.settled();

    private void seen(Finding... findings) {
        var post = desk.stores
                .posts()
                .find(Sample.WORKSPACE, Sample.POST)
                .orElseThrow()
                .post();
        desk.stores
                .checks()
                .put(new Check(
                        Sample.WORKSPACE,
                        Sample.POST,
                        post.revision(),
                        Stage.DAY,
                        post.schedule().map(Schedule::at).orElseThrow(),
                        Sample.NOW,
                        List.of(findings)));
    }

    private Json target() {
        return Answers.ok(desk.as(Sample.READER).get(Desk.path(POST)), 200).at("targets", 0);
    }

    @Test
    void a_post_that_nobody_has_looked_at_shows_no_preflight() {
        assertThat(target().at("preflight").isMissing()).isTrue();
    }

    @Test
    void what_was_found_is_shown_with_its_weight() {
        seen(new Finding(Sample.CHANNEL, Finding.Weight.STOPS, Finding.MEDIA_MISSING, "image 1 was never uploaded"));

        var preflight = target().at("preflight");

        assertThat(preflight.at("stage").textOr("")).isEqualTo("day");
        assertThat(preflight.at("atRisk").truth()).contains(true);
        assertThat(preflight.at("findings", 0, "weight").textOr("")).isEqualTo("stops");
        assertThat(preflight.at("findings", 0, "code").textOr("")).isEqualTo("media.missing");
    }

    @Test
    void a_post_that_was_edited_since_shows_no_preflight() {
        seen();
        assertThat(target().at("preflight", "atRisk").truth()).contains(false);

        Answers.ok(
                desk.as(Sample.WRITER)
                        .with("If-Match", "\"1\"")
                        .patch(Desk.path(POST), Json.obj("text", "Autre chose")),
                200);

        assertThat(target().at("preflight").isMissing()).isTrue();
    }
}
