package dev.parvis.functions.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.calendars.CalendarLink;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;
import dev.parvis.vault.SealedTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** A brand's calendar, as a calendar program reads it. */
class CalendarFeedTest {
    private static final String CALENDARS = Desk.path("/brands/" + Sample.BRAND + "/calendars");

    private final Desk desk = Desk.settled();

    private String made(String audience) {
        var answer = Answers.ok(desk.as(Sample.MANAGER).post(CALENDARS, Json.obj("audience", audience)), 201);
        var url = answer.at("url").textOr("");
        assertThat(url).startsWith("https://").endsWith(".ics");
        return url.substring(url.indexOf("/c/"));
    }

    private Response read(String path) {
        return desk.as("").get(path);
    }

    private static String text(Response answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private List<VEvent> events(String path) {
        var answer = read(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "text/calendar; charset=utf-8");
        assertThat(text(answer).split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        var parsed = Biweekly.parse(text(answer)).all();
        assertThat(parsed).hasSize(1);
        ICalendar calendar = parsed.getFirst();
        if (calendar.getEvents().isEmpty()) {
            // One component at least, RFC 5545 says; the parser does not count a time zone.
            assertThat(text(answer)).contains("BEGIN:VTIMEZONE");
        } else {
            assertThat(calendar.validate(ICalVersion.V2_0).toString()).isEmpty();
        }
        return calendar.getEvents();
    }

    private Post post(String text, Instant at, Approving.Policy policy) {
        var schedule = new Schedule(LocalDateTime.ofInstant(at, Sample.PARIS), Sample.PARIS, at);
        var content = new Content(text, Optional.empty(), List.of(), "fr");
        var id = new PostId("P" + Integer.toHexString(text.hashCode()));
        var post = new Post(
                Sample.WORKSPACE, id, Sample.BRAND, content, Optional.of(schedule), 1, "lea", desk.clock.instant(), 1);
        var channel =
                desk.stores.channels().find(Sample.WORKSPACE, Sample.CHANNEL).orElseThrow();
        var planned = Plan.of(post, desk.sample.asking(policy), List.of(channel), Optional.empty());
        desk.stores.posts().create(planned.post(), planned.targets());
        return planned.post();
    }

    /** The sample's target ends so. */
    private void ended(TargetState state, String reason) {
        var claim = desk.sending();
        var work = claim.work();
        var ended = state == TargetState.PUBLISHED
                ? work.published(new Publication("n1", "https://sandbox.example/n1", Sample.DUE, false))
                : work.without(state, reason);
        desk.stores.agenda().finish(claim, ended, Next.never());
    }

    @Test
    void a_scheduled_post_is_an_event_at_its_instant_that_is_sure() {
        var event = events(made("team")).getFirst();

        assertThat(event.getUid().getValue()).isEqualTo(Sample.POST + "@parvis");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Sample.DUE);
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(event.getSequence().getValue()).isEqualTo(1);
        assertThat(event.getLastModified().getValue().toInstant()).isEqualTo(Sample.NOW);
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(Sample.NOW);
        assertThat(event.getSummary().getValue())
                .isEqualTo("Obliging sandbox helios\u00a0: Nouveau : le chocolat chaud.");
        assertThat(event.getDescription().getValue()).contains("Obliging sandbox helios\u00a0: programmée");
    }

    @Test
    void hostile_text_comes_back_to_the_letter_and_makes_no_event_of_its_own() {
        var hostile = "Été; 50 %, \\ « oui »\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n" + "😀é".repeat(100);
        post(hostile, Sample.DUE.plusSeconds(60), Approving.Policy.NONE);

        var events = events(made("client"));

        assertThat(events).hasSize(2);
        assertThat(events.getLast().getDescription().getValue()).isEqualTo(hostile.replace("\r\n", "\n"));
    }

    @Test
    void what_waits_is_tentative_and_the_client_sees_only_what_the_client_is_asked() {
        post("Pour l'équipe", Sample.DUE.plusSeconds(60), Approving.Policy.BOTH);
        post("Pour le client", Sample.DUE.plusSeconds(120), Approving.Policy.CLIENT);

        assertThat(events(made("team")))
                .extracting(event -> event.getStatus().getValue())
                .containsExactly("CONFIRMED", "TENTATIVE", "TENTATIVE");
        assertThat(events(made("client")))
                .extracting(event -> event.getSummary().getValue())
                .containsExactly(
                        "Obliging sandbox helios\u00a0: Nouveau : le chocolat chaud.",
                        "Obliging sandbox helios\u00a0: Pour le client");
    }

    /** A post that waits for the client, and that the client has refused. */
    private void refusedByClient(String text, Instant at) {
        var waiting = post(text, at, Approving.Policy.CLIENT);
        var posts = desk.stores.posts();
        var whole = posts.find(Sample.WORKSPACE, waiting.id()).orElseThrow();
        var decision = new Approval.Decision(Approval.Verdict.REFUSED, "approver/claire", desk.clock.instant());
        var refused = waiting.approval().map(asked -> asked.decided(Approval.Part.CLIENT, decision));
        posts.change(whole.post().with(refused), whole.targets());
    }

    @Test
    void what_was_refused_says_so_in_its_readers_language_and_what_waits_does_not() {
        refusedByClient("Non merci", Sample.DUE.plusSeconds(60));
        post("Peut-être", Sample.DUE.plusSeconds(120), Approving.Policy.CLIENT);

        var client = events(made("client"));
        var team = events(made("team"));

        assertThat(client)
                .extracting(event -> event.getSummary().getValue())
                .contains(
                        "Refusée – Obliging sandbox helios\u00a0: Non merci",
                        "Obliging sandbox helios\u00a0: Peut-être");
        assertThat(client.get(1).getStatus().getValue()).isEqualTo("TENTATIVE");
        assertThat(team.get(1).getDescription().getValue()).contains("helios\u00a0: refusée");
        assertThat(team.get(2).getDescription().getValue()).contains("helios\u00a0: attend un accord");
        Answers.ok(
                desk.as(Sample.OWNER).with("If-Match", "\"1\"").patch(Desk.path(""), Json.obj("language", "en")), 200);
        var english = events(made("team")).get(1);
        assertThat(english.getSummary().getValue()).isEqualTo("Refused – Obliging sandbox helios: Non merci");
        assertThat(english.getDescription().getValue()).contains("helios: refused");
    }

    @Test
    void an_edit_keeps_the_id_and_raises_the_sequence_and_a_cancelled_post_is_cancelled() {
        var feed = made("team");
        var path = Desk.path("/posts/" + Sample.POST);
        var before = read(feed).headers().get("etag");

        Answers.ok(desk.as(Sample.WRITER).with("If-Match", "\"1\"").patch(path, Json.obj("text", "Autre")), 200);
        var edited = events(feed).getFirst();
        Answers.ok(desk.as(Sample.WRITER).with("If-Match", "\"2\"").post(path + "/cancel", Json.obj()), 200);

        assertThat(edited.getUid().getValue()).isEqualTo(Sample.POST + "@parvis");
        assertThat(edited.getSequence().getValue()).isEqualTo(2);
        assertThat(read(feed).headers().get("etag")).isNotEqualTo(before);
        assertThat(events(feed).getFirst().getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(events(made("client"))).isEmpty();
    }

    @Test
    void what_went_out_leads_there_and_the_client_is_not_told_what_failed() {
        ended(TargetState.PUBLISHED, "");
        var event = events(made("client")).getFirst();
        assertThat(event.getUrl().getValue()).isEqualTo("https://sandbox.example/n1");
        assertThat(event.getLastModified().getValue().toInstant()).isEqualTo(Sample.DUE);
        assertThat(event.getDescription().getValue()).doesNotContain("published");
    }

    @Test
    void why_something_failed_is_the_teams_alone() {
        ended(TargetState.FAILED, "le compte est suspendu");

        assertThat(events(made("team")).getFirst().getDescription().getValue()).contains("le compte est suspendu");
        assertThat(events(made("client"))).isEmpty();
    }

    @Test
    void drafts_and_what_is_far_away_are_not_in_it() {
        post("Dans un an", Sample.DUE.plus(Duration.ofDays(365)), Approving.Policy.NONE);
        Answers.ok(
                desk.as(Sample.WRITER)
                        .post(Desk.path("/posts"), Json.obj("brand", Sample.BRAND.value(), "text", "Brouillon")),
                201);

        assertThat(events(made("team"))).hasSize(1);
    }

    @Test
    void an_unchanged_calendar_is_not_sent_again_and_reading_changes_nothing() {
        var feed = made("team");
        var before = desk.as(Sample.OWNER).get(Desk.path("/audit")).body();
        var first = read(feed);
        desk.clock.advance(Duration.ofHours(1));

        var second = desk.as("")
                .with("If-None-Match", "W/" + first.headers().get("etag"))
                .get(feed);

        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers()).containsEntry("etag", first.headers().get("etag"));
        assertThat(first.headers()).containsEntry("cache-control", "private, max-age=900");
        assertThat(desk.as(Sample.OWNER).get(Desk.path("/audit")).body()).isEqualTo(before);
    }

    @Test
    void a_link_taken_back_or_forged_leads_nowhere() {
        var feed = made("team");
        var id = Answers.ok(desk.as(Sample.MANAGER).get(CALENDARS), 200)
                .at("items", 0, "id")
                .textOr("");
        var other = new SealedTokens(desk.sealer, desk.clock)
                .issue(
                        "approval link",
                        Sample.WORKSPACE + "\n" + Sample.BRAND + "\n" + Sample.CALENDAR,
                        Sample.NOW.plusSeconds(60));

        desk.stores.calendarLinks().of(Sample.WORKSPACE, Sample.BRAND).forEach(link -> assertThat(
                        desk.as(Sample.MANAGER)
                                .with("If-Match", "\"1\"")
                                .delete(CALENDARS + "/" + link.id())
                                .status())
                .isEqualTo(204));

        assertThat(id).isNotEmpty();
        for (var path : List.of(feed, feed.replace(".ics", ""), "/c/" + other + ".ics", "/c/x.ics", "/c/.ics")) {
            var answer = read(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(text(answer)).doesNotContain("BEGIN").doesNotContain("chocolat");
            assertThat(answer.headers()).containsEntry("cache-control", "no-store");
        }
    }

    @Test
    void a_person_who_opens_such_a_link_reads_a_page_in_their_language() {
        var french = text(desk.as("").get("/c/x.ics"));
        var english = text(desk.as("").with("Accept-Language", "en-GB,en;q=0.9").get("/c/x.ics"));

        assertThat(french).contains("<html lang=\"fr\">", "Ce lien de calendrier ne mène plus à rien", "viewport");
        assertThat(english).contains("<html lang=\"en\">", "This calendar link leads nowhere any more");
    }

    @Test
    void links_are_told_once_and_made_by_managers() {
        assertThat(Answers.ok(desk.as(Sample.MANAGER).get(CALENDARS), 200)
                        .at("items", 0, "url")
                        .isMissing())
                .isTrue();
        Answers.refused(desk.as(Sample.WRITER).post(CALENDARS, Json.obj("audience", "team")), Problem.Code.FORBIDDEN);
        Answers.refused(
                desk.as(Sample.MANAGER).post(CALENDARS, Json.obj("audience", "world")), Problem.Code.INVALID_FIELDS);
        assertThat(CalendarLink.Named.parse("x")).isEmpty();
        assertThat(CalendarLink.Named.parse("a\nb\nc#d")).isEmpty();
        assertThat(Kind.named("IMPORT")).contains(Kind.IMPORT);
    }
}
