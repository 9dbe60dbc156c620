package dev.parvis.functions.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.approvals.ApprovalLink;
import dev.parvis.domain.approvals.Comment;
import dev.parvis.domain.approvals.Comments;
import dev.parvis.domain.brands.Approver;
import dev.parvis.domain.brands.Approving.Policy;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;
import dev.parvis.vault.SealedTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** The page behind an approver's link: no account, a scanner before every reader, hostile words, a stranger now and then. */
class ClientPageTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final ChannelId TERSE = new ChannelId("01KAJ3T5C1H6N8P3Q9R2S4T7V1");
    private static final String HOSTILE = "</p><script>alert(1)</script> \"'& \u0000\u202e";

    private final Desk desk = Desk.settled();

    @BeforeEach
    void a_post_waits_for_the_client() {
        desk.stores.brands().change(desk.sample.asking(Policy.CLIENT));
        desk.sample.waiting(Policy.CLIENT);
    }

    private String link(ApprovalLink link, Instant until) {
        return "/a/" + new SealedTokens(desk.sealer, desk.clock).issue(ApprovalLink.PURPOSE, link.payload(), until);
    }

    private String link(ApprovalLink link) {
        return link(link, Sample.NOW.plus(Duration.ofDays(30)));
    }

    private static ApprovalLink month(Approver approver) {
        return new ApprovalLink(Sample.WORKSPACE, Sample.BRAND, approver.email(), NOVEMBER, Optional.empty());
    }

    private static ApprovalLink one(PostId post) {
        return new ApprovalLink(Sample.WORKSPACE, Sample.BRAND, Sample.CLAIRE.email(), NOVEMBER, Optional.of(post));
    }

    private String link() {
        return link(month(Sample.CLAIRE));
    }

    private PostWithTargets now() {
        return desk.stores.posts().find(Sample.WORKSPACE, Sample.POST).orElseThrow();
    }

    private String seal() {
        return now().post().approval().orElseThrow().seal();
    }

    private Response click(String link, String what, String comment) {
        return post(link, Sample.POST.value(), seal(), what, comment);
    }

    private Response post(String link, String post, String seal, String what, String comment) {
        var form = "post=" + post + "&seal=" + seal + "&do=" + what + "&comment="
                + URLEncoder.encode(comment, StandardCharsets.UTF_8);
        return desk.as("").send("POST", link, form.getBytes(StandardCharsets.UTF_8));
    }

    private static String page(Response response) {
        assertThat(response.headers()).containsEntry("content-type", "text/html; charset=utf-8");
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private String shown() {
        return now() + "" + desk.stores.comments().of(Sample.WORKSPACE, Sample.POST)
                + desk.stores.audit().list(Sample.WORKSPACE, NOVEMBER, PageRequest.first(100));
    }

    /** The post again, saying something else. */
    private void saying(Content content) {
        saying(content, Sample.CHANNEL);
    }

    private void saying(Content content, ChannelId... ids) {
        var now = now();
        var other = new Post(
                Sample.WORKSPACE,
                Sample.POST,
                Sample.BRAND,
                content,
                now.post().schedule(),
                1,
                Sample.OWNER,
                Sample.NOW,
                now.post().version());
        var channels = Stream.of(ids)
                .map(id -> desk.stores.channels().find(Sample.WORKSPACE, id).orElseThrow())
                .toList();
        var planned = Plan.of(
                other, desk.sample.asking(Policy.CLIENT), channels, now.post().approval());
        desk.stores.posts().change(planned.post(), planned.targets());
    }

    @Test
    void the_page_shows_the_post_as_it_will_look_and_asks() {
        saying(new Content(
                "Nouveau : le chocolat chaud.",
                Optional.of(new Content.Link("https://helios.example/chocolat", "Le chocolat", "À l’ancienne")),
                List.of(new Content.Image(Sample.MEDIA.value(), "Une tasse fumante")),
                "fr"));

        var answer = desk.as("").get(link());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(page(answer))
                .contains("<html lang=\"fr\">", "Publications de Café Hélios", "Une publication attend votre accord")
                .contains("samedi 28 novembre 2026 à 09:00 (Europe/Paris)")
                .contains("helios</p>", "<p class=\"text\" dir=\"auto\">Nouveau : le chocolat chaud.</p>")
                .contains("href=\"https://helios.example/chocolat\"", "<strong dir=\"auto\">Le chocolat</strong>")
                .contains("<img src=\"https://bucket.example/", "alt=\"Une tasse fumante\"")
                .contains("<label for=\"c-" + Sample.POST + "\">", "<textarea id=\"c-" + Sample.POST + "\"")
                .contains(">Approuver</button>", ">Refuser</button>")
                .doesNotContain("<script")
                .doesNotContain(Sample.CLAIRE.email())
                .as("what the team wrote is the team's")
                .doesNotContain("Plutôt une photo");
        assertThat(answer.headers().get("content-security-policy")).contains("img-src https://bucket.example;");
    }

    @Test
    void each_network_shows_what_goes_out_there_part_by_part() {
        var comment = new Content.Part(Content.Kind.COMMENT, "#helios", Optional.empty(), List.of());
        var second = new Content.Part(Content.Kind.THREAD, "Servi dès 15 h.", Optional.empty(), List.of());
        var poll = new Content.Poll(List.of("Oui", "Non"), Duration.ofDays(1), false);
        var terse = new Content.Variant(
                Optional.of("Court"), Optional.of(Content.Attached.NOTHING), Optional.of(List.of()));
        desk.sample.channel(TERSE, new NetworkId("terse"), "court", new Credential(Map.of("token", "s3cr3t")));
        saying(
                new Content(
                        "Long",
                        Optional.empty(),
                        List.of(),
                        "fr",
                        Optional.of(new Content.Video(Sample.MEDIA.value(), "")),
                        Optional.of(poll),
                        List.of(second, comment),
                        Map.of(new NetworkId("terse"), terse)),
                Sample.CHANNEL,
                TERSE);

        var html = page(desk.as("").get(link()));

        assertThat(html.replaceAll("(?s)<style>.*</style>", "")
                        .replaceAll("<[^>]+>", "|")
                        .replaceAll("\\|+", "|"))
                .contains("|Sur Obliging sandbox helios|Partie 1 sur 2|Long|")
                .contains("|Vidéo\u00a0: |vitrine.jpg|Vidéo sans description|")
                .contains("|Sondage, ouvert 1 jour, une seule réponse|Oui|Non|Partie 2 sur 2|Servi dès 15 h.|")
                .contains("|Premier commentaire, publié juste après|#helios|Sur Obliging terse court|Court|");
        assertThat(html).containsOnlyOnce("<article").containsOnlyOnce("<form");
    }

    @Test
    void a_month_of_many_posts_has_sheets_and_each_click_comes_back_to_its_post() {
        var brand = desk.sample.asking(Policy.CLIENT);
        var channel =
                desk.stores.channels().find(Sample.WORKSPACE, Sample.CHANNEL).orElseThrow();
        for (var i = 0; i < 22; i++) {
            var at = Sample.DUE.plus(Duration.ofMinutes(30 + i));
            var schedule = new Schedule(at.atZone(Sample.PARIS).toLocalDateTime(), Sample.PARIS, at);
            var post = new Post(
                    Sample.WORKSPACE,
                    new PostId("01KAJ4B2P7S0T3V6W9X1Y4Z9%02d".formatted(i)),
                    Sample.BRAND,
                    new Content("Numéro " + i, Optional.empty(), List.of(), "fr"),
                    Optional.of(schedule),
                    1,
                    Sample.OWNER,
                    Sample.NOW,
                    1);
            var planned = Plan.of(post, brand, List.of(channel), Optional.empty());
            desk.stores.posts().create(planned.post(), planned.targets());
        }

        var first = page(desk.as("").get(link()));
        var second = page(desk.as("").get(link() + "?sheet=2"));
        var beyond = page(desk.as("").get(link() + "?sheet=99"));
        var odd = page(desk.as("").get(link() + "?sheet=x"));
        var decided = page(click(link() + "?sheet=1", "approve", ""));

        assertThat(first)
                .contains("Novembre 2026", "23 publications attendent", "page 1 sur 2", "?sheet=2", "Numéro 18<")
                .doesNotContain("Numéro 19<", "?sheet=0");
        assertThat(second).contains("Numéro 19<", "Numéro 21<", "?sheet=1").doesNotContain("Numéro 18<");
        assertThat(beyond).isEqualTo(second);
        assertThat(odd).isEqualTo(first);
        assertThat(decided)
                .contains("22 publications attendent", "action=\"?sheet=1#p-" + Sample.POST + "\"")
                .containsPattern("(?s)<article id=\"p-" + Sample.POST + "\".*role=\"status\">Merci");
    }

    @Test
    void opening_the_link_changes_nothing_however_often() {
        var before = shown();

        desk.as("").get(link());
        desk.as("").send("HEAD", link(), new byte[0]);
        desk.as("").get(link() + "?do=approve&post=" + Sample.POST + "&seal=" + seal());

        assertThat(shown()).isEqualTo(before);
    }

    @Test
    void a_click_approves_and_the_post_goes_out_at_its_time() {
        var answer = click(link(), "approve", "");

        assertThat(page(answer))
                .contains("role=\"status\">Merci\u00a0: c’est approuvé.")
                .contains("Approuvée\u00a0: elle partira à son heure.", ">Retirer mon accord</button>")
                .doesNotContain(">Approuver</button>", ">Refuser</button>");
        assertThat(now().targets()).extracting(Target::state).containsExactly(TargetState.SCHEDULED);
        assertThat(desk.told).extracting(Event::type).containsExactly(Event.Type.POST_APPROVED);
        var decision = Answers.ok(desk.as(Sample.READER).get(Desk.path("/posts/" + Sample.POST)), 200)
                .at("approval");
        assertThat(decision.at("state").textOr("")).isEqualTo("approved");
        assertThat(decision.at("client", "by").textOr(""))
                .startsWith("approver/")
                .doesNotContain("@");
    }

    @Test
    void clicking_twice_is_harmless_and_a_refusal_afterwards_takes_it_back() {
        click(link(), "approve", "");
        var after = now();
        assertThat(page(click(link(), "approve", ""))).contains("Merci\u00a0: c’est approuvé.");
        assertThat(now()).isEqualTo(after);

        assertThat(page(click(link(), "refuse", "Finalement non.")))
                .contains("C’est refusé", "Finalement non.")
                .contains("Refusée\u00a0: elle ne partira pas telle quelle.");

        assertThat(now().targets()).extracting(Target::state).containsExactly(TargetState.APPROVAL);
        assertThat(page(click(link(), "approve", ""))).contains("Elle a déjà été refusée.");
        assertThat(now().targets()).extracting(Target::state).containsExactly(TargetState.APPROVAL);
    }

    @Test
    void what_was_edited_since_it_was_shown_is_not_decided() {
        var seen = seal();
        saying(new Content("Autre chose", Optional.empty(), List.of(), "fr"));
        var before = shown();

        var answer = post(link(), Sample.POST.value(), seen, "approve", "Parfait");

        assertThat(page(answer)).contains("La publication a changé depuis que vous l’avez lue");
        assertThat(shown()).isEqualTo(before);
    }

    @Test
    void an_edit_after_the_approval_asks_again() {
        click(link(), "approve", "");
        var edited = desk.as(Sample.WRITER)
                .with("If-Match", "\"" + now().post().version() + "\"")
                .patch(Desk.path("/posts/" + Sample.POST), Json.obj("text", "Nouveau : le chocolat froid."));

        assertThat(Answers.ok(edited, 200).at("approval", "state").textOr("")).isEqualTo("waiting");
        assertThat(now().targets()).extracting(Target::state).containsExactly(TargetState.APPROVAL);
        assertThat(page(desk.as("").get(link()))).contains("chocolat froid", ">Approuver</button>");
    }

    @Test
    void saving_without_a_change_keeps_the_approval() {
        click(link(), "approve", "");
        var saved = desk.as(Sample.WRITER)
                .with("If-Match", "\"" + now().post().version() + "\"")
                .patch(
                        Desk.path("/posts/" + Sample.POST),
                        Json.obj("text", now().post().content().text()));

        assertThat(Answers.ok(saved, 200).at("approval", "state").textOr("")).isEqualTo("approved");
        assertThat(now().targets()).extracting(Target::state).containsExactly(TargetState.SCHEDULED);
    }

    @Test
    void hostile_words_stay_words_in_every_place() {
        saying(new Content(
                HOSTILE,
                Optional.of(new Content.Link("javascript:alert(2)", HOSTILE, HOSTILE)),
                List.of(new Content.Image(Sample.MEDIA.value(), HOSTILE)),
                "fr\" onload=\"x"));
        click(link(), "comment", HOSTILE);

        var html = page(desk.as("").get(link()));

        var said = "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#39;&amp; \uFFFD\u202e";
        assertThat(html)
                .contains(
                        "<div lang=\"fr&quot; onload=&quot;x\"><p class=\"text\" dir=\"auto\">" + said + "</p><figure>")
                .contains("alt=\"" + said + "\"", "<bdi>" + said + "</bdi></figcaption>")
                .contains("<p class=\"card\"><strong dir=\"auto\">" + said + "</strong><br><bdi>" + said + "</bdi><br>"
                        + "<span class=\"url\" dir=\"ltr\">javascript:alert(2)</span></p></div>")
                .contains("<h3>Commentaires</h3><p class=\"text\" dir=\"auto\">" + said.replace("\uFFFD", "") + "</p>");
        assertThat(html).doesNotContain("<script", "href=\"javascript");
    }

    @Test
    void a_comment_is_kept_apart_told_without_its_words_and_can_be_erased() {
        var said = page(click(link(), "comment", "Plutôt mardi ?"));
        click(link(), "comment", "Plutôt mardi ?");

        assertThat(said).contains("votre commentaire est transmis", "Plutôt mardi ?");
        var kept = desk.stores.comments().of(Sample.WORKSPACE, Sample.POST).stream()
                .filter(comment -> comment.part() == Approval.Part.CLIENT)
                .toList();
        assertThat(kept).extracting(Comment::text).containsExactly("Plutôt mardi ?");
        assertThat(desk.told).allSatisfy(event -> assertThat(event.toString()).doesNotContain("mardi"));
        assertThat(desk.stores
                        .audit()
                        .list(Sample.WORKSPACE, NOVEMBER, PageRequest.first(100))
                        .toString())
                .contains("post.commented")
                .doesNotContain("mardi");
        var erased = desk.as(Sample.OWNER)
                .delete(Desk.path(
                        "/posts/" + Sample.POST + "/comments/" + kept.getFirst().id()));
        assertThat(erased.status()).isEqualTo(204);
        assertThat(page(desk.as("").get(link()))).doesNotContain("mardi");
        assertThat(desk.logged()).doesNotContain("mardi");
    }

    @Test
    void of_what_a_form_brings_no_control_character_is_kept() {
        click(link(), "comment", "Plutôt\u0000 mardi\u001B ?\r\nMerci\u0085");

        assertThat(desk.stores.comments().of(Sample.WORKSPACE, Sample.POST))
                .extracting(Comment::text)
                .contains("Plutôt mardi ?\r\nMerci");
    }

    @Test
    void an_empty_or_overlong_comment_and_one_too_many_are_said_to_be() {
        assertThat(page(click(link(), "comment", "  "))).contains("Le commentaire est vide.");
        assertThat(page(click(link(), "approve", "é".repeat(2001)))).contains("dépasse 2\u202f000 caractères");
        assertThat(now().targets()).extracting(Target::state).containsExactly(TargetState.APPROVAL);
        assertThat(desk.as("").send("POST", link(), new byte[40_001]).status()).isEqualTo(413);
        for (var i = 0; i < Comments.MOST; i++) {
            click(link(), "comment", "n° " + i);
        }
        assertThat(page(click(link(), "comment", "un de trop"))).contains("déjà 100 commentaires");
        assertThat(desk.stores.comments().of(Sample.WORKSPACE, Sample.POST)).hasSize(Comments.MOST);
    }

    @Test
    void a_forged_an_ended_and_a_withdrawn_link_look_the_same_and_decide_nothing() {
        var good = link();
        var forged = good.substring(0, good.length() - 2) + "AA";
        var ofReport = "/a/"
                + new SealedTokens(desk.sealer, desk.clock)
                        .issue("report link", month(Sample.CLAIRE).payload(), Sample.NOW.plusSeconds(60));
        var ended = link(month(Sample.CLAIRE), Sample.NOW);
        var removed = link(month(new Approver("X", "gone@client.example", Sample.CLAIRE.language())));
        var elsewhere = link(new ApprovalLink(
                new WorkspaceId("01KAJ9Q2W5V8M0N4R6T1X7Y9ZB"),
                Sample.BRAND,
                Sample.CLAIRE.email(),
                NOVEMBER,
                Optional.empty()));
        var garbled = "/a/"
                + new SealedTokens(desk.sealer, desk.clock)
                        .issue(ApprovalLink.PURPOSE, "a\nb\nc\nd\ne", Sample.NOW.plusSeconds(60));
        var before = shown();

        for (var link : List.of(forged, ofReport, ended, removed, elsewhere, garbled, "/a/x")) {
            var got = desk.as("").get(link);
            var posted = click(link, "approve", "non");

            assertThat(got.status()).isEqualTo(404);
            assertThat(page(got)).contains("Ce lien ne mène plus à rien").isEqualTo(page(posted));
            assertThat(posted.status()).isEqualTo(404);
        }
        assertThat(shown()).isEqualTo(before);
    }

    /** The same link, the day its approver is removed. */
    @Test
    void who_approves_no_more_has_a_dead_link_at_once() {
        var link = link();
        assertThat(desk.as("").get(link).status()).isEqualTo(200);
        var version = Answers.ok(desk.as(Sample.OWNER).get(Desk.path("/brands/" + Sample.BRAND)), 200)
                .at("version");
        var changed = desk.as(Sample.OWNER)
                .with("If-Match", "\"" + version + "\"")
                .patch(
                        Desk.path("/brands/" + Sample.BRAND),
                        Json.obj("approval", Json.obj("policy", "internal", "approvers", List.of())));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(desk.as("").get(link).status()).isEqualTo(404);
        assertThat(click(link, "approve", "").status()).isEqualTo(404);
    }

    @Test
    void a_guest_reaches_no_other_brands_post() {
        var other = new BrandId("01KAJ3S0B4F9K2D7G5H8J1M3N7");
        desk.sample.brand(Sample.WORKSPACE, other);
        var stranger = other(other);
        var answer = post(
                link(),
                stranger.post().id().value(),
                stranger.post().approval().orElseThrow().seal(),
                "approve",
                "");

        assertThat(page(answer)).contains("Elle n’attend plus votre avis.").doesNotContain("Secret");
        assertThat(page(desk.as("").get(link(one(stranger.post().id()))))).doesNotContain("Secret");
        assertThat(desk.stores.posts().find(Sample.WORKSPACE, stranger.post().id()))
                .contains(stranger);
    }

    private PostWithTargets other(BrandId brand) {
        var asking = new Brand(
                Sample.WORKSPACE,
                brand,
                "Autre",
                Sample.PARIS,
                desk.sample.asking(Policy.CLIENT).watch(),
                desk.sample.asking(Policy.CLIENT).reporting(),
                Brand.DEFAULT_LATENESS,
                desk.sample.asking(Policy.CLIENT).approving(),
                Sample.NOW,
                1);
        var post = new Post(
                Sample.WORKSPACE,
                new PostId("01KAJ4B2P7S0T3V6W9X1Y4Z8B6"),
                brand,
                new Content("Secret", Optional.empty(), List.of(), "fr"),
                now().post().schedule(),
                1,
                Sample.OWNER,
                Sample.NOW,
                1);
        var channel =
                desk.stores.channels().find(Sample.WORKSPACE, Sample.CHANNEL).orElseThrow();
        var planned = Plan.of(post, asking, List.of(channel), Optional.empty());
        desk.stores.posts().create(planned.post(), planned.targets());
        return desk.stores.posts().find(Sample.WORKSPACE, post.id()).orElseThrow();
    }

    @Test
    void a_link_to_one_post_shows_and_decides_that_one_only() {
        var link = link(one(new PostId("01KAJ4B2P7S0T3V6W9X1Y4Z8B7")));

        assertThat(page(desk.as("").get(link))).contains("Rien n’attend").doesNotContain("chocolat");
        assertThat(page(click(link, "approve", ""))).contains("Elle n’attend plus votre avis.");
        assertThat(page(desk.as("").get(link(one(Sample.POST))))).contains("chocolat");
        assertThat(now().targets()).extracting(Target::state).containsExactly(TargetState.APPROVAL);
    }

    @Test
    void after_its_time_a_post_is_neither_shown_nor_approved() {
        desk.clock.set(Instant.parse("2026-11-28T08:00:00Z"));

        assertThat(page(desk.as("").get(link()))).contains("Rien n’attend").doesNotContain("chocolat");
        assertThat(page(click(link(), "approve", ""))).contains("Elle n’attend plus votre avis.");
        assertThat(now().targets()).extracting(Target::state).containsExactly(TargetState.APPROVAL);
    }

    @Test
    void where_the_team_is_asked_first_the_client_sees_nothing_before() {
        desk.sample.waiting(Policy.BOTH);

        assertThat(page(desk.as("").get(link()))).doesNotContain("chocolat");
        assertThat(page(click(link(), "approve", ""))).contains("Elle n’attend plus votre avis.");
        desk.told.clear();
        var team = desk.as(Sample.MANAGER)
                .with("If-Match", "\"1\"")
                .send("POST", Desk.path("/posts/" + Sample.POST + "/approve"), new byte[0]);
        assertThat(Answers.ok(team, 200).at("approval", "waitsFor").textOr("")).isEqualTo("client");
        assertThat(desk.told).extracting(Event::type).containsExactly(Event.Type.APPROVAL_REQUESTED);
        assertThat(page(desk.as("").get(link()))).contains("chocolat");
        assertThat(page(click(link(), "approve", ""))).contains("Merci");
        assertThat(now().targets()).extracting(Target::state).containsExactly(TargetState.SCHEDULED);
    }

    @Test
    void each_approver_reads_their_own_language() {
        assertThat(page(desk.as("").get(link(month(Sample.COLIN)))))
                .contains("<html lang=\"en\">", "One post waits for your approval", "28 November 2026 at 09:00")
                .contains(">Approve</button>", "Comment (optional)")
                .doesNotContain("Approuver");
        assertThat(page(desk.as("").with("Accept-Language", "en-GB").get("/a/x")))
                .contains("This link leads nowhere any more");
    }

    @Test
    void the_page_is_kept_from_caches_frames_scripts_and_search() {
        for (var answer : List.of(
                desk.as("").get(link()),
                click(link(), "approve", ""),
                desk.as("").get("/a/x"))) {
            assertThat(answer.headers())
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("x-robots-tag", "noindex, nofollow")
                    .doesNotContainKey("set-cookie")
                    .hasEntrySatisfying("content-security-policy", policy -> assertThat(policy)
                            .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                            .contains("base-uri 'none'")
                            .doesNotContain("script-src"));
        }
    }
}
