package dev.parvis.functions.api;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.imports.ImportRow;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Files of posts. */
class ImportsTest {
    private static final String PATH = Desk.path("/brands/" + Sample.BRAND + "/imports");

    private final Desk desk = Desk.settled();

    private Response send(String query, byte[] file) {
        return desk.as(Sample.WRITER).send("POST", PATH + query, file);
    }

    private Json dry(String file) {
        return Answers.ok(send("?dryRun=true", file.getBytes(UTF_8)), 200);
    }

    private Json imported(String file) {
        return Answers.ok(send("", file.getBytes(UTF_8)), 202);
    }

    private PostWithTargets made(String key) {
        return desk.stores
                .posts()
                .find(Sample.WORKSPACE, ImportRow.post(Sample.BRAND, key))
                .orElseThrow();
    }

    private static String refusal(Response answer) {
        return Answers.refused(answer, Problem.Code.INVALID_FIELDS)
                .at("errors", 0, "code")
                .textOr("");
    }

    private static List<org.assertj.core.groups.Tuple> faults(Json report) {
        return report.at("faults").items().stream()
                .map(fault -> tuple(
                        fault.at("line").whole().orElseThrow(),
                        fault.at("column").textOr(""),
                        fault.at("code").textOr("")))
                .toList();
    }

    @Test
    void a_french_spreadsheet_becomes_posts() {
        var file = "\uFEFFClé;Texte;Canaux;Date;Langue;Lien\r\n"
                + "1;\"Noël approche ;\nles sapins aussi\";sandbox:helios;01/12/2026 09:00;fr;https://helios.example/noel\r\n"
                + "2;'=1+1 fait deux;Sandbox;2026-12-02 9:05;;\r\n"
                + "3;Un brouillon;;;;\r\n"
                + ";;;;;\r\n";

        var answer = imported(file);

        assertThat(answer.at("made").whole()).hasValue(3L);
        assertThat(answer.at("state").textOr("")).isEqualTo("done");
        assertThat(made("1").post().content().text()).isEqualTo("Noël approche ;\nles sapins aussi");
        assertThat(made("1").post().schedule().orElseThrow().wallClock()).hasToString("2026-12-01T09:00");
        assertThat(made("1").post().schedule().orElseThrow().at()).hasToString("2026-12-01T08:00:00Z");
        assertThat(made("1").post().createdBy()).isEqualTo(Sample.WRITER);
        assertThat(made("1").targets()).singleElement().satisfies(target -> {
            assertThat(target.channel()).isEqualTo(Sample.CHANNEL);
            assertThat(target.state()).isEqualTo(TargetState.SCHEDULED);
        });
        assertThat(made("2").post().content().text()).isEqualTo("=1+1 fait deux");
        assertThat(made("2").post().schedule().orElseThrow().wallClock()).hasToString("2026-12-02T09:05");
        assertThat(made("3").post().schedule()).isEmpty();
    }

    @Test
    void a_dry_run_tells_what_a_run_would_and_writes_nothing() {
        var file = "key,text,channels,at\n1,Bon,sandbox,2026-12-01T09:00\n2,,sandbox,2026-12-01T09:00\n";
        var before = desk.as(Sample.OWNER).get(Desk.path("/audit")).body();

        var report = dry(file);

        assertThat(report.at("rows").whole()).hasValue(2L);
        assertThat(report.at("good").whole()).hasValue(1L);
        assertThat(faults(report)).containsExactly(tuple(3L, "text", "required"));
        assertThat(desk.stores.posts().find(Sample.WORKSPACE, ImportRow.post(Sample.BRAND, "1")))
                .isEmpty();
        assertThat(desk.as(Sample.OWNER).get(Desk.path("/audit")).body()).isEqualTo(before);
        assertThat(Answers.refused(send("", file.getBytes(UTF_8)), Problem.Code.INVALID_FIELDS)
                        .at("report"))
                .isEqualTo(report);
    }

    @Test
    void every_fault_of_a_row_is_told_by_its_line_and_column() {
        var file = "key,text,channels,at,zone,images,language,link\n"
                + "1,\"" + "x".repeat(501) + "\",sandbox,2026-12-01T09:00,,,,\n"
                + "2,x,nulle-part,demain,Mars/Phobos,NOBODY,français,ftp://x\n"
                + "3,x,sandbox,2026-03-29T02:30,Europe/Paris,,,\n"
                + "4,x,sandbox,2026-11-20T09:00,,,,\n"
                + "5,x,sandbox,01/02/2027 09:00,,,,\n"
                + ",x,,,,,,\n"
                + "6,x,,nextSlot,,,,\n"
                + "1,y,,,,,,\n";

        assertThat(faults(dry(file)))
                .containsExactlyInAnyOrder(
                        tuple(2L, "text", "text_too_long"),
                        tuple(3L, "channels", "not_found"),
                        tuple(3L, "at", "malformed"),
                        tuple(3L, "zone", "unknown_zone"),
                        tuple(3L, "images", "not_found"),
                        tuple(3L, "language", "malformed"),
                        tuple(3L, "link", "malformed"),
                        tuple(4L, "at", "skipped_by_the_clocks"),
                        tuple(5L, "at", "in_the_past"),
                        tuple(6L, "at", "malformed"),
                        tuple(7L, "key", "required"),
                        tuple(8L, "channels", "required"),
                        tuple(9L, "key", "twice"));
    }

    @Test
    void a_file_with_bad_rows_is_refused_whole_unless_the_good_ones_are_asked_for() {
        var file = "key,text\n1,Bon\n2,\n".getBytes(UTF_8);

        Answers.refused(send("", file), Problem.Code.INVALID_FIELDS);
        assertThat(desk.stores.posts().find(Sample.WORKSPACE, ImportRow.post(Sample.BRAND, "1")))
                .isEmpty();

        var answer = Answers.ok(send("?onlyGood=true", file), 202);
        assertThat(answer.at("made").whole()).hasValue(1L);
        assertThat(answer.at("refused").whole()).hasValue(1L);
        assertThat(faults(answer)).containsExactly(tuple(3L, "text", "required"));
    }

    @Test
    void the_same_file_twice_makes_no_second_post_even_when_its_times_are_over() {
        var file = "key,text,channels,at\n1,Un,sandbox,2026-12-01T09:00\n2,Deux,sandbox,2026-12-02T09:00\n";
        imported(file);
        desk.clock.advance(Duration.ofDays(30));

        var again = imported(file);

        assertThat(again.at("made").whole()).hasValue(0L);
        assertThat(again.at("known").whole()).hasValue(2L);
    }

    @Test
    void a_row_that_has_changed_under_its_key_is_told_and_the_post_stays() {
        imported("key,text\n1,Un\n");

        var report = dry("key,text\n1,Un autre\n2,Deux\n");

        assertThat(report.at("good").whole()).hasValue(1L);
        assertThat(faults(report)).containsExactly(tuple(2L, "text", "changed"));
        Answers.ok(send("?onlyGood=true", "key,text\n1,Un autre\n2,Deux\n".getBytes(UTF_8)), 202);
        assertThat(made("1").post().content().text()).isEqualTo("Un");
    }

    @Test
    void what_was_deleted_is_made_again() {
        imported("key,text\n1,Un\n");
        var post = made("1").post();
        desk.stores.posts().delete(Sample.WORKSPACE, post.id(), post.version());

        assertThat(imported("key,text\n1,Un\n").at("made").whole()).hasValue(1L);
    }

    @Test
    void an_image_without_a_text_of_its_own_has_the_librarys() {
        var alt = desk.stores
                .media()
                .find(Sample.WORKSPACE, Sample.MEDIA)
                .orElseThrow()
                .alt();

        imported("key,text,images,alts\n1,a," + Sample.MEDIA + ",\n2,b," + Sample.MEDIA + ",À moi\n");

        assertThat(made("1").post().content().images().getFirst().alt()).isEqualTo(alt);
        assertThat(made("2").post().content().images().getFirst().alt()).isEqualTo("À moi");
    }

    @Test
    void what_is_no_table_of_posts_is_refused_with_what_to_do() {
        Map.of(
                        "not_utf8", "key;text\n1;Crème brûlée".getBytes(Charset.forName("windows-1252")),
                        "empty", "key,text\n".getBytes(UTF_8),
                        "unknown_column", "key,text,chanels\n1,a,b".getBytes(UTF_8),
                        "no_key", "text\nbonjour".getBytes(UTF_8),
                        "twice", "key,text,Texte\n1,a,b".getBytes(UTF_8),
                        "malformed", "key,text\n1,\"a".getBytes(UTF_8),
                        "too_many_cells", "key,text\n1,a,b".getBytes(UTF_8),
                        "not_csv", new byte[] {'P', 'K', 3, 4, 20, 0},
                        "too_long", ("key,text\n1," + "a".repeat(20_001)).getBytes(UTF_8))
                .forEach((code, file) ->
                        assertThat(refusal(send("?dryRun=true", file))).as(code).isEqualTo(code));
        assertThat(refusal(send("", "key,text\n1,é".getBytes(StandardCharsets.UTF_16))))
                .isEqualTo("not_utf8");
        assertThat(refusal(send("", "key,text\n1,e".getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo("not_csv");
        assertThat(Answers.text(send("", "key,text\n1,a\n2,b\0\n".getBytes(UTF_8))))
                .contains("a zero byte in line 3");
        assertThat(refusal(send("", new byte[0]))).isEqualTo("empty");
        assertThat(refusal(send("", "key\n1\n".repeat(10_001).getBytes(UTF_8)))).isEqualTo("malformed");
        Answers.refused(send("", new byte[4_000_001]), Problem.Code.PAYLOAD_TOO_LARGE);
        Answers.refused(send("?dryRun=perhaps", "key\n1".getBytes(UTF_8)), Problem.Code.INVALID_REQUEST);
    }

    @Test
    void ten_thousand_rows_with_fifty_bad_ones_are_checked_within_a_call() {
        var file = new StringBuilder("key,text,channels,at\n");
        IntStream.range(0, 10_000).forEach(i -> file.append(i)
                .append(",")
                .append(i % 200 == 7 ? "x".repeat(501) : "Ligne " + i + " a" + i + " b" + i + " c" + i)
                .append(",sandbox,2027-01-01T09:00\n"));
        var began = System.nanoTime();

        var report = dry(file.toString());

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        assertThat(report.at("good").whole()).hasValue(9_950L);
        assertThat(report.at("bad").whole()).hasValue(50L);
        assertThat(faults(report))
                .containsExactlyElementsOf(IntStream.range(0, 50)
                        .mapToObj(bad -> tuple(9L + 200 * bad, "text", "text_too_long"))
                        .toList());
    }

    @Test
    void a_key_of_idempotency_answers_the_same_import() {
        var call = desk.as(Sample.WRITER).with("Idempotency-Key", "décembre");
        var file = "key,text\n1,Un\n".getBytes(UTF_8);

        var first = Answers.ok(call.send("POST", PATH, file), 202);
        var second = Answers.ok(call.send("POST", PATH, file), 202);

        assertThat(second).isEqualTo(first);
        Answers.refused(
                call.send("POST", PATH, "key,text\n1,Deux\n".getBytes(UTF_8)), Problem.Code.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void a_refused_file_gives_its_key_back() {
        var call = desk.as(Sample.WRITER).with("Idempotency-Key", "janvier");

        Answers.refused(call.send("POST", PATH, "key,text\n1,\n".getBytes(UTF_8)), Problem.Code.INVALID_FIELDS);

        Answers.ok(call.send("POST", PATH, "key,text\n1,Un\n".getBytes(UTF_8)), 202);
    }

    @Test
    void what_a_post_is_for_is_kept_with_it() {
        imported("clé;texte;thème;campagne;objectif;Premier commentaire\n1;Un;Carte;Hiver;Notoriété;#pain\n");

        assertThat(made("1").post().labels()).isEqualTo(new Labels("Carte", "Hiver", "Notoriété"));
        assertThat(made("1").post().content().parts()).singleElement().satisfies(part -> assertThat(part.text())
                .isEqualTo("#pain"));
        assertThat(faults(dry("key,text,theme,firstComment\n1,Un,Coulisses,#pain\n2,Deux,Corte,\n")))
                .containsExactly(tuple(2L, "theme", "changed"), tuple(3L, "theme", "not_found"));
    }

    @Test
    void readers_import_nothing_and_see_how_far_it_is() {
        var made = imported("key,text\n1,Un\n");

        Answers.refused(
                desk.as(Sample.READER).send("POST", PATH, "key,text\n2,Deux\n".getBytes(UTF_8)),
                Problem.Code.FORBIDDEN);
        assertThat(Answers.ok(
                        desk.as(Sample.READER).get(PATH + "/" + made.at("id").textOr("")), 200))
                .isEqualTo(made);
    }

    @Test
    void garbage_is_a_report_or_a_refusal_and_never_a_fault() {
        var random = new Random(11);
        var alphabet = "key,text;at\n\"'=é 0-9/:|@\t";
        for (var trial = 0; trial < 300; trial++) {
            var file = new StringBuilder("key,text,at,channels,images\n");
            random.ints(60, 0, alphabet.length()).forEach(i -> file.append(alphabet.charAt(i)));

            var status = send("?dryRun=true", file.toString().getBytes(UTF_8)).status();

            assertThat(status).as(file.toString()).isIn(200, 422);
        }
    }

    @Test
    void a_post_of_another_brands_file_is_another_post() {
        imported("key,text\n1,Un\n");

        assertThat(made("1")).extracting(whole -> whole.post().brand()).isEqualTo(Sample.BRAND);
        assertThat(ImportRow.post(new dev.parvis.domain.brands.BrandId("other"), "1"))
                .isNotEqualTo(ImportRow.post(Sample.BRAND, "1"));
        assertThat(made("1").post()).extracting(Post::createdAt).isEqualTo(Sample.NOW);
    }
}
