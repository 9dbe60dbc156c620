package dev.parvis.functions.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.approvals.ApprovalLink;
import dev.parvis.domain.crisis.StopLink;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Stops;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;
import dev.parvis.vault.SealedTokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The link that stops from a phone: what it does, for whom, for how long, and that it can do nothing else. */
class StopLinkTest {
    private static final String HOSTILE = "</title><script>alert(1)</script>";

    private final Desk desk = Desk.settled();

    private static String links(String subject) {
        return Desk.path("/holds/links/" + subject.replace("|", "%7C"));
    }

    private String made(String subject, Json order) {
        var url = Answers.ok(desk.as(Sample.OWNER).put(links(subject), order), 200)
                .at("url")
                .textOr("");
        return url.substring(url.indexOf("/stop/"));
    }

    private String made() {
        return made(Sample.WRITER, Json.obj());
    }

    private Response open(String link) {
        return desk.as("").get(link);
    }

    private Response tap(String link) {
        return desk.as("").send("POST", link, "do=stop".getBytes(UTF_8));
    }

    private static String page(Response answer, int status) {
        assertThat(answer.status()).as(Answers.text(answer)).isEqualTo(status);
        assertThat(answer.headers())
                .containsEntry("content-type", "text/html; charset=utf-8")
                .containsEntry("cache-control", "no-store")
                .containsEntry("referrer-policy", "no-referrer");
        assertThat(answer.headers().get("content-security-policy")).contains("default-src 'none'");
        var page = new String(answer.body(), UTF_8);
        assertThat(page).doesNotContain("<script");
        return page;
    }

    private Stops stops() {
        return desk.stores.holds().stops(Sample.WORKSPACE);
    }

    private Optional<Hold> whole() {
        return stops().find(Hold.Scope.WORKSPACE, "");
    }

    @Test
    void opening_it_changes_nothing_and_one_tap_stops_in_the_members_name() {
        var link = made();
        var before = stops();

        var shown = page(open(link), 200);
        page(open(link), 200);
        assertThat(stops()).isEqualTo(before);
        var stopped = page(tap(link), 200);

        assertThat(shown).contains("lang=\"fr\"", "Tout arrêter maintenant", "<form method=\"post\">", "Atelier");
        assertThat(stopped)
                .contains("Plus rien ne part", "10:00:00 (Europe/Paris)")
                .doesNotContain("<form");
        assertThat(whole()).hasValueSatisfying(hold -> assertThat(hold.by()).isEqualTo(Sample.WRITER));
        assertThat(desk.told)
                .filteredOn(event -> event.type() == Event.Type.HOLD_STARTED)
                .hasSize(1)
                .allSatisfy(event -> assertThat(event.detail()).containsEntry("way", "link"));
    }

    @Test
    void a_second_tap_finds_it_stopped_and_changes_and_tells_nothing() {
        var link = made();
        tap(link);
        var stood = stops();
        var told = desk.told.size();
        desk.clock.advance(Duration.ofMinutes(5));

        var again = page(tap(link), 200);
        var shown = page(open(link), 200);

        assertThat(again).contains("10:00:00 (Europe/Paris)");
        assertThat(shown).contains("C’est déjà arrêté").doesNotContain("<form");
        assertThat(stops()).isEqualTo(stood);
        assertThat(desk.told).hasSize(told);
    }

    @Test
    void whatever_is_posted_it_never_releases() {
        var link = made();
        tap(link);

        for (var body : List.of("do=release", "do=lever&scope=workspace", "", "\u0000")) {
            page(desk.as("").send("POST", link, body.getBytes(UTF_8)), 200);
        }
        Answers.refused(desk.as("").send("DELETE", link, new byte[0]), Problem.Code.METHOD_NOT_ALLOWED);

        assertThat(whole()).isPresent();
    }

    @Test
    void a_link_to_a_brand_stops_that_brand_and_says_when_the_workspace_is_stopped_anyway() {
        var wanted = Json.obj("brand", Sample.BRAND.value(), "days", 2);
        desk.stores.holds().release(Sample.WORKSPACE, stops().standing().getFirst(), Sample.NOW, "x");
        var link = made(Sample.WRITER, wanted);
        tap(made(Sample.MANAGER, Json.obj()));

        var shown = page(open(link), 200);
        assertThat(shown).contains("dans tout l’espace", "<form");
        page(tap(link), 200);

        assertThat(stops().find(Hold.Scope.BRAND, Sample.BRAND.value())).isPresent();
        desk.clock.advance(Duration.ofDays(2));
        page(open(link), 404);
    }

    @Test
    void a_new_link_closes_the_one_before_and_a_revoked_or_ended_one_stops_nothing() {
        var first = made();
        var second = made();
        page(tap(first), 404);
        Answers.ok(desk.as(Sample.WRITER).delete(links(Sample.WRITER)), 204);
        page(tap(second), 404);
        Answers.refused(desk.as(Sample.WRITER).delete(links(Sample.WRITER)), Problem.Code.NOT_FOUND);
        var third = made();
        desk.clock.advance(Duration.ofDays(90));
        page(tap(third), 404);

        assertThat(whole()).isEmpty();
        assertThat(Answers.ok(desk.as(Sample.OWNER).get(Desk.path("/holds/links")), 200)
                        .at("items")
                        .items())
                .isEmpty();
    }

    @Test
    void it_ends_with_the_members_right_to_stop() {
        var link = made();
        appointed(new Member(Sample.WORKSPACE, Sample.WRITER, Role.READER));
        page(tap(link), 404);
        appointed(new Member(Sample.WORKSPACE, Sample.WRITER, Role.WRITER, Map.of(Sample.BRAND, Role.READER)));
        page(tap(link), 404);
        assertThat(whole()).isEmpty();

        appointed(new Member(Sample.WORKSPACE, Sample.WRITER, Role.WRITER));
        desk.as(Sample.OWNER).delete(Desk.path("/members/" + Sample.WRITER.replace("|", "%7C")));
        page(tap(link), 404);
        desk.stores.workspaces().admit(new Member(Sample.WORKSPACE, Sample.WRITER, Role.WRITER));
        page(tap(link), 404);

        assertThat(whole()).isEmpty();
    }

    private void appointed(Member member) {
        desk.stores.workspaces().appoint(member.workspace(), member.subject(), _ -> member);
    }

    @Test
    void forged_and_other_tokens_open_nothing() {
        var payload = desk.stores.stopLinks().list(Sample.WORKSPACE);
        assertThat(payload).isEmpty();
        var tokens = new SealedTokens(desk.sealer, desk.clock);
        made();
        var grant = desk.stores.stopLinks().list(Sample.WORKSPACE).getFirst();
        var until = Sample.NOW.plus(Duration.ofDays(3));
        var ofApproval = tokens.issue(ApprovalLink.PURPOSE, grant.link().payload(), until);
        var ofAnother = new StopLink(Sample.WORKSPACE, grant.serial(), Sample.OWNER);
        var borrowed = tokens.issue(StopLink.PURPOSE, ofAnother.payload(), until);
        var garbled = tokens.issue(StopLink.PURPOSE, "x", until);

        for (var token : List.of("x", ofApproval, borrowed, garbled, "A".repeat(9000))) {
            assertThat(page(open("/stop/" + token), 404)).contains("Ce lien n’arrête plus rien");
            page(tap("/stop/" + token), 404);
        }

        assertThat(whole()).isEmpty();
    }

    @Test
    void a_member_makes_their_own_an_owner_anybodys_and_a_reader_none() {
        Answers.ok(desk.as(Sample.WRITER).put(links(Sample.WRITER), Json.obj()), 200);
        Answers.ok(desk.as(Sample.OWNER).put(links(Sample.MANAGER), Json.obj("days", 1)), 200);
        Answers.refused(desk.as(Sample.MANAGER).put(links(Sample.WRITER), Json.obj()), Problem.Code.FORBIDDEN);
        Answers.refused(desk.as(Sample.READER).put(links(Sample.READER), Json.obj()), Problem.Code.FORBIDDEN);
        Answers.refused(desk.as(Sample.OWNER).put(links(Sample.READER), Json.obj()), Problem.Code.FORBIDDEN);
        Answers.refused(desk.as(Sample.OWNER).put(links("nobody"), Json.obj()), Problem.Code.NOT_FOUND);
        Answers.field(desk.as(Sample.WRITER).put(links(Sample.WRITER), Json.obj("days", 366)), "/days", "too_large");
        Answers.refused(desk.as(Sample.WRITER).get(Desk.path("/holds/links")), Problem.Code.FORBIDDEN);

        var listed = Answers.ok(desk.as(Sample.OWNER).get(Desk.path("/holds/links")), 200);

        assertThat(listed.at("items").items())
                .extracting(item -> item.at("subject").textOr(""))
                .containsExactlyInAnyOrder(Sample.WRITER, Sample.MANAGER);
        assertThat(listed.toString()).doesNotContain("/stop/");
        assertThat(desk.logged()).doesNotContain("/stop/");
    }

    @Test
    void the_page_speaks_the_workspaces_language_and_escapes_its_name() {
        var there = desk.stores.workspaces().find(Sample.WORKSPACE).orElseThrow();
        desk.stores
                .workspaces()
                .change(new Workspace(
                        there.id(),
                        HOSTILE,
                        there.zone(),
                        Language.EN,
                        there.alertTo(),
                        there.createdAt(),
                        there.version()));

        var link = made();

        assertThat(page(open(link), 200))
                .contains("lang=\"en\"", "Stop everything now", "&lt;script&gt;")
                .doesNotContain(HOSTILE);
        assertThat(page(tap(link), 200)).contains("Everything has been stopped since 21 November 2026 at 10:00:00");
        assertThat(page(desk.as("").with("Accept-Language", "en-GB").get("/stop/x"), 404))
                .contains("This link stops nothing any more");
    }

    @Test
    void the_link_leads_where_the_api_was_called() {
        var event = Json.obj(
                "rawPath",
                links(Sample.WRITER),
                "headers",
                Json.obj(),
                "body",
                "{}",
                "requestContext",
                Json.obj(
                        "domainName",
                        "api.example.org",
                        "stage",
                        "$default",
                        "http",
                        Json.obj("method", "PUT"),
                        "authorizer",
                        Json.obj("jwt", Json.obj("claims", Json.obj("sub", Sample.WRITER)))));

        var answer = Answers.ok(desk.handle(Request.fromEvent(event)), 200);

        assertThat(answer.at("url").textOr("")).startsWith("https://api.example.org/stop/");
    }
}
