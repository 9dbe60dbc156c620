package dev.parvis.functions.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.assisted.HandOver;
import dev.parvis.domain.assisted.Helper;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;
import dev.parvis.vault.SealedTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** An assisted channel from its connection to "done": the page of who posts by hand, opened by scanners and by two at once. */
class HelperPageTest {
    private static final Helper LEA = new Helper("lea@example.org", Language.FR);
    private static final String HOSTILE = "</textarea><script>alert(1)</script>";

    private final Desk desk = Desk.settled();
    private ChannelId channel = Sample.CHANNEL;
    private PostId post = Sample.POST;

    private static Json.Obj answers(String person) {
        return Json.obj(
                "name",
                "Snapchat",
                "handle",
                "@lumiere",
                "url",
                "https://snapchat.example/lumiere",
                "person",
                person,
                "backup",
                "max@example.org");
    }

    @BeforeEach
    void a_post_was_handed_over() {
        var holds = desk.stores.holds();
        holds.in(Sample.WORKSPACE).forEach(hold -> holds.release(Sample.WORKSPACE, hold, Sample.NOW, Sample.OWNER));
        var connected = Answers.ok(
                desk.as(Sample.OWNER)
                        .post(
                                Desk.path("/channels"),
                                Json.obj(
                                        "brand",
                                        Sample.BRAND.value(),
                                        "network",
                                        "assisted",
                                        "answers",
                                        answers("lea@example.org"))),
                201);
        channel = new ChannelId(connected.at("id").textOr(""));
        var made = Answers.ok(
                desk.as(Sample.WRITER)
                        .post(
                                Desk.path("/posts"),
                                Json.obj(
                                        "brand",
                                        Sample.BRAND.value(),
                                        "text",
                                        "Du pain " + HOSTILE,
                                        "channels",
                                        List.of(channel.value()),
                                        "schedule",
                                        Json.obj("at", "2026-11-27T09:00"))),
                201);
        post = new PostId(made.at("id").textOr(""));
        handOver();
    }

    private void handOver() {
        var agenda = desk.stores.agenda();
        var claim =
                agenda.claimOne(Kind.TARGET, Sample.WORKSPACE, target().id()).orElseThrow();
        agenda.finish(claim, claim.work().prepared(), Next.at(claim.due()));
    }

    private PostWithTargets whole() {
        return desk.stores.posts().find(Sample.WORKSPACE, post).orElseThrow();
    }

    private Target target() {
        return whole().targets().getFirst();
    }

    private String link(Helper helper, long revision, Instant until) {
        var handOver = new HandOver(Sample.WORKSPACE, post, channel, revision, helper);
        return "/h/" + new SealedTokens(desk.sealer, desk.clock).issue(HandOver.PURPOSE, handOver.payload(), until);
    }

    private String link() {
        return link(LEA, target().revision(), Sample.NOW.plus(Duration.ofDays(30)));
    }

    private Response say(String link, String what, String url) {
        var form = "do=" + what + "&url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
        return desk.as("").send("POST", link, form.getBytes(StandardCharsets.UTF_8));
    }

    private static String page(Response response) {
        assertThat(response.headers()).containsEntry("content-type", "text/html; charset=utf-8");
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private String trail() {
        return desk.stores
                .audit()
                .list(Sample.WORKSPACE, YearMonth.of(2026, 11), PageRequest.first(100))
                .toString();
    }

    @Test
    void nobody_is_told_to_save_media_where_there_are_none() {
        assertThat(page(desk.as("").get(link())))
                .contains("Copiez le texte, ouvrez")
                .doesNotContain("médias");
    }

    @Test
    void opening_the_page_shows_all_there_is_to_copy_and_changes_nothing() {
        var before = whole() + trail();

        var response = desk.as("").get(link());

        assertThat(page(response))
                .contains("Snapchat @lumiere", "href=\"https://snapchat.example/lumiere\"", "C’est publié")
                .contains("&lt;/textarea&gt;&lt;script&gt;")
                .doesNotContain(HOSTILE);
        assertThat(response.headers().get("content-security-policy"))
                .contains("default-src 'none'", "script-src 'sha256-", "form-action 'self'")
                .doesNotContain("script-src 'unsafe-inline'");
        assertThat(response.headers()).containsEntry("cache-control", "no-store");
        assertThat(whole() + trail()).isEqualTo(before);
    }

    @Test
    void done_is_kept_with_its_address_and_who_says_it_again_is_shown_what_is_kept() {
        var first = page(say(link(), "done", "https://snapchat.example/p/1"));
        var second = page(say(
                link(new Helper("max@example.org", Language.FR), 1, Instant.MAX.minusSeconds(1)),
                "done",
                "https://snapchat.example/p/2"));

        assertThat(first).contains("C’est noté", "href=\"https://snapchat.example/p/1\"");
        assertThat(second)
                .contains("Quelqu’un l’avait déjà dit", "https://snapchat.example/p/1")
                .doesNotContain("p/2");
        assertThat(target().state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(target().publication().orElseThrow().url()).isEqualTo("https://snapchat.example/p/1");
        assertThat(trail()).contains("post.said_done", "helper/").doesNotContain("lea@example.org");
        assertThat(desk.stores
                        .agenda()
                        .claim(Kind.TARGET, desk.clock.instant().plusSeconds(1), 10)
                        .claims())
                .as("a worker tells of it")
                .hasSize(1);
    }

    @Test
    void a_story_has_no_address_and_what_is_no_address_is_asked_again() {
        assertThat(page(say(link(), "done", "javascript:alert(1)"))).contains("Ce n’est pas une adresse");
        assertThat(target().state()).isEqualTo(TargetState.PREPARED);

        assertThat(page(say(link(), "done", ""))).contains("C’est noté");
        assertThat(target().state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void not_today_leaves_it_to_the_team() {
        assertThat(page(say(link(), "declined", ""))).contains("l’équipe décidera");
        assertThat(page(say(link(), "declined", "")))
                .as("a double tap")
                .contains("l’équipe décidera")
                .doesNotContain("pas pris en compte");

        assertThat(target().state()).isEqualTo(TargetState.MISSED);
        assertThat(page(desk.as("").get(link()))).contains("n’est plus attendue", "Elle est pourtant en ligne");
    }

    @Test
    void what_was_edited_or_cancelled_is_not_to_be_posted_and_done_does_not_count() {
        var old = link();
        Answers.ok(
                desk.as(Sample.WRITER)
                        .with("If-Match", "\"" + whole().post().version() + "\"")
                        .patch(Desk.path("/posts/" + post), Json.obj("text", "Du pain chaud")),
                200);

        assertThat(page(desk.as("").get(old)))
                .contains("a été modifiée ou annulée")
                .doesNotContain("Du pain");
        assertThat(page(say(old, "done", ""))).contains("Ce n’est pas pris en compte");
        assertThat(target().state()).isEqualTo(TargetState.SCHEDULED);
    }

    @Test
    void during_a_stop_the_page_says_stop_and_what_is_out_may_still_be_said() {
        desk.stores.holds().put(Sample.WORKSPACE, new Hold(Hold.Scope.WORKSPACE, "", "crise", "me", Sample.NOW));

        assertThat(page(desk.as("").get(link()))).contains("STOP").doesNotContain("Du pain", "Pas aujourd’hui");
        assertThat(page(say(link(), "done", ""))).contains("C’est noté");
    }

    @Test
    void a_forged_an_ended_and_a_withdrawn_link_lead_nowhere() {
        var stranger = link(new Helper("eve@example.org", Language.FR), 1, Sample.NOW.plusSeconds(60));
        var ended = link(LEA, 1, Sample.NOW.minusSeconds(1));

        for (var link : List.of(stranger, ended, "/h/x")) {
            var answer = desk.as("").get(link);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(page(answer)).contains("ne mène plus nulle part").doesNotContain("Du pain");
            assertThat(say(link, "done", "").status()).isEqualTo(404);
        }
        assertThat(target().state()).isEqualTo(TargetState.PREPARED);
    }

    @Test
    void the_team_may_say_it_too_and_a_channel_needs_a_person_and_a_page() {
        var sighting = Desk.path("/posts/" + post + "/targets/" + channel + "/sighting");
        var version = whole().post().version();
        Answers.ok(
                desk.as(Sample.WRITER)
                        .with("If-Match", "\"" + version + "\"")
                        .post(sighting, Json.obj("out", true, "url", "https://snapchat.example/p/3")),
                200);
        assertThat(target().publication().orElseThrow().url()).isEqualTo("https://snapchat.example/p/3");

        var wrong = desk.as(Sample.OWNER)
                .post(
                        Desk.path("/channels"),
                        Json.obj("brand", Sample.BRAND.value(), "network", "assisted", "answers", answers("personne")));
        assertThat(Answers.text(wrong)).contains("/answers/person");
    }
}
