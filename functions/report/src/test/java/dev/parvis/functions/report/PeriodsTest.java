package dev.parvis.functions.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportState;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.report.data.DatasetJson;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodsTest {
    private static List<String> figures(Desk desk, Report report) {
        return lines(desk, report, "figures.csv");
    }

    private static List<String> lines(Desk desk, Report report, String file) {
        var bytes = desk.files.kept.get(report.fileKey(file));
        assertThat(bytes).as(file).isNotNull();
        return new String(bytes, StandardCharsets.UTF_8)
                .replace("\"", "")
                .replace('\u00a0', ' ')
                .lines()
                .toList();
    }

    @Test
    void march_has_all_its_days_though_one_is_an_hour_short() {
        var desk = new Desk("2026-04-01T04:30:00Z");
        var scene = new Scene(desk.ports, Scene.readers("claire@client.example"));
        var channel = scene.channel(Scene.BLUESKY, "@ebene.bsky.social");
        scene.published(channel, "2026-02-28T22:59:59Z", Duration.ZERO, "Février");
        scene.published(channel, "2026-02-28T23:00:00Z", Duration.ZERO, "Premier");
        scene.published(channel, "2026-03-29T01:30:00Z", Duration.ZERO, "La nuit courte");
        scene.published(channel, "2026-03-31T21:59:59Z", Duration.ZERO, "Dernier");
        scene.published(channel, "2026-03-31T22:00:00Z", Duration.ZERO, "Avril");
        scene.mention("2026-03-28T23:00:00Z", "a", "Cœur d’Ébène");
        scene.mention("2026-03-29T21:59:00Z", "b", "Cœur d’Ébène");
        scene.mention("2026-03-29T22:00:00Z", "c", "Cœur d’Ébène");

        var report = scene.month("2026-03", scene.brand.reporting());
        desk.run();

        assertThat(lines(desk, report, "posts.csv").stream().skip(1).map(row -> row.split(";")[0]))
                .containsExactly("Premier", "La nuit courte", "Dernier");
        var days = figures(desk, report).stream()
                .filter(row -> row.startsWith("Mentions jour après jour"))
                .toList();
        assertThat(days).hasSize(31);
        assertThat(days).anyMatch(row -> row.contains(";2026-03-29;mesuré;2;"));
        assertThat(days).anyMatch(row -> row.contains(";2026-03-30;mesuré;1;"));
    }

    @Test
    void a_brand_without_channels_gets_a_report_that_says_so() {
        var desk = new Desk(October.FIRST_OF_NOVEMBER);
        var scene = new Scene(desk.ports, Scene.readers("claire@client.example"));

        var report = scene.month("2026-10", scene.brand.reporting());
        desk.run();

        assertThat(scene.now(report).state()).isEqualTo(ReportState.READY);
        assertThat(figures(desk, report))
                .anyMatch(row -> row.startsWith("Chiffres clés;Publications;2026-10-31;mesuré;0;"))
                .noneMatch(row -> row.contains(";Abonnés;"))
                .noneMatch(row -> row.contains(";J’aime;"));
    }

    @Test
    void a_brand_that_is_new_is_held_against_nothing() {
        var desk = new Desk(October.FIRST_OF_NOVEMBER);
        var scene =
                new Scene(desk.ports, Scene.readers("claire@client.example"), Instant.parse("2026-09-15T10:00:00Z"));
        October.fill(scene);

        var report = scene.month("2026-10", scene.brand.reporting());
        desk.run();

        assertThat(figures(desk, report))
                .anyMatch(row -> row.startsWith("Chiffres clés;Publications;2026-10-31;mesuré;3;nombre;;;;;")
                        && row.contains("marque suivie depuis le 15 septembre 2026"));
    }

    @Test
    void an_account_read_for_the_first_time_within_the_period_has_no_change() {
        var desk = new Desk(October.FIRST_OF_NOVEMBER);
        var scene = new Scene(desk.ports, Scene.readers("claire@client.example"));
        var channel = scene.channel(Scene.BLUESKY, "@ebene.bsky.social");
        scene.followers(channel, "2026-10-12", 40);
        scene.followers(channel, "2026-11-01", 60);

        var report = scene.month("2026-10", scene.brand.reporting());
        desk.run();

        assertThat(figures(desk, report))
                .anyMatch(row -> row.startsWith("Chiffres clés;Abonnés;2026-10-31;mesuré;60;nombre;;;;;")
                        && row.contains("premier relevé le 12 octobre 2026"));
    }

    @Test
    void a_brand_of_today_is_told_that_its_post_was_not_read_yet_and_nothing_is_called_a_failure() {
        var desk = new Desk("2026-11-21T10:00:00Z");
        var scene = new Scene(desk.ports, Scene.readers(), Instant.parse("2026-11-21T09:55:00Z"));
        var channel = scene.channel(Scene.BLUESKY, "@ebene.bsky.social");
        scene.followers(
                channel,
                "2026-11-21",
                new dev.parvis.domain.metrics.Reading.Measured(
                        12, Scene.PROFILE, "followersCount", Instant.parse("2026-11-21T09:56:00Z")));
        scene.published(channel, "2026-11-21T09:58:00Z", Duration.ofMillis(120), "Bonjour !");

        var report = scene.asked("2026-11-21", "2026-11-21", Language.FR);
        desk.clock.set(Instant.parse("2026-11-22T00:00:00Z"));
        desk.run();

        assertThat(lines(desk, report, "posts.csv").get(1))
                .contains(";0,120;pas relevé;pas relevé;pas relevé;pas relevé;");
        assertThat(figures(desk, report))
                .anyMatch(row ->
                        row.startsWith("Chiffres clés;Abonnés;2026-11-21;mesuré;12;") && row.contains("un seul relevé"))
                .anyMatch(row ->
                        row.startsWith("Abonnés jour après jour;Bluesky @ebene.bsky.social;2026-11-21;mesuré;12;"))
                .noneMatch(row -> row.contains(";échec;"))
                .noneMatch(row -> row.contains(";J’aime;"));
    }

    @Test
    void an_account_that_is_never_read_is_called_just_that() {
        var desk = new Desk(October.FIRST_OF_NOVEMBER);
        var scene = new Scene(desk.ports, Scene.readers("claire@client.example"));
        scene.followers(scene.channel(Scene.BLUESKY, "@ebene.bsky.social"), "2026-11-01", 60);
        scene.channel(new NetworkId("webhook"), "Livre d’or");

        var report = scene.month("2026-10", scene.brand.reporting());
        desk.run();

        assertThat(figures(desk, report))
                .anyMatch(row -> row.startsWith("Chiffres clés;Abonnés;2026-10-31;mesuré;60;")
                        && row.contains("sans : Webhook Livre d’or (pas relevé)"))
                .anyMatch(
                        row -> row.startsWith("Abonnés par compte;Webhook Livre d’or;2026-10-31;pas relevé;pas relevé;")
                                && row.contains("aucun relevé de ce compte à ce jour"))
                .noneMatch(row -> row.contains(";échec;"));
    }

    @Test
    void followers_that_failed_and_those_that_are_not_told_are_left_out_of_the_total_by_name() {
        var desk = new Desk(October.FIRST_OF_NOVEMBER);
        var scene = new Scene(desk.ports, Scene.readers("claire@client.example"));
        var bluesky = scene.channel(Scene.BLUESKY, "@ebene.bsky.social");
        var mastodon = scene.channel(Scene.MASTODON, "@ebene@piaille.fr");
        var other = scene.channel(Scene.MASTODON, "@silence@piaille.fr");
        scene.followers(bluesky, "2026-10-01", 0);
        scene.followers(bluesky, "2026-11-01", 7);
        scene.followers(mastodon, "2026-11-01", Scene.failed("2026-11-01"));
        scene.followers(other, "2026-11-01", Scene.untold());

        var report = scene.month("2026-10", scene.brand.reporting());
        desk.run();

        assertThat(figures(desk, report))
                .anyMatch(row -> row.startsWith("Chiffres clés;Abonnés;2026-10-31;mesuré;7;nombre;;0;7;;")
                        && row.contains("sans : Mastodon @ebene@piaille.fr (échec)")
                        && row.contains("sans : Mastodon @silence@piaille.fr (non fourni)"))
                .anyMatch(
                        row -> row.startsWith("Abonnés par compte;Mastodon @ebene@piaille.fr;2026-10-31;échec;échec;"))
                .anyMatch(row -> row.startsWith(
                        "Abonnés par compte;Mastodon @silence@piaille.fr;2026-10-31;non fourni;non fourni;"));
    }

    @Test
    void a_reaction_that_no_network_tells_is_not_provided_and_one_that_failed_everywhere_failed() {
        var desk = new Desk(October.FIRST_OF_NOVEMBER);
        var scene = new Scene(desk.ports, Scene.readers("claire@client.example"));
        var channel = scene.channel(Scene.BLUESKY, "@ebene.bsky.social");
        var post = scene.published(channel, "2026-10-05T10:00:00Z", Duration.ZERO, "Bonjour");
        scene.figures(
                channel,
                post,
                "2026-11-01",
                Map.of(
                        Metric.LIKES, Scene.read(0, "likeCount", "2026-11-01"),
                        Metric.REPLIES, Scene.failed("2026-11-01"),
                        Metric.QUOTES, Scene.untold()));

        var report = scene.month("2026-10", scene.brand.reporting());
        desk.run();

        assertThat(figures(desk, report))
                .anyMatch(row -> row.startsWith("Chiffres clés;J’aime;2026-10-31;mesuré;0;"))
                .anyMatch(row -> row.startsWith("Chiffres clés;Réponses;2026-10-31;échec;échec;"))
                .anyMatch(row -> row.startsWith("Chiffres clés;Citations;2026-10-31;non fourni;non fourni;"));
    }

    @Test
    void a_reading_that_failed_last_night_is_replaced_by_that_of_the_night_before_with_its_own_time() {
        var desk = new Desk(October.FIRST_OF_NOVEMBER);
        var scene = new Scene(desk.ports, Scene.readers("claire@client.example"));
        var channel = scene.channel(Scene.BLUESKY, "@ebene.bsky.social");
        var post = scene.published(channel, "2026-10-05T10:00:00Z", Duration.ZERO, "Bonjour");
        scene.figures(channel, post, "2026-10-20", Map.of(Metric.REPLIES, Scene.read(9, "replyCount", "2026-10-20")));
        scene.figures(channel, post, "2026-10-30", Map.of(Metric.LIKES, Scene.read(5, "likeCount", "2026-10-30")));
        scene.figures(
                channel,
                post,
                "2026-11-01",
                Map.of(Metric.LIKES, Scene.failed("2026-11-01"), Metric.REPLIES, Scene.failed("2026-11-01")));

        var report = scene.month("2026-10", scene.brand.reporting());
        desk.run();

        var row = lines(desk, report, "posts.csv").get(1);
        assertThat(row).contains(";0,000;5;non fourni;échec;non fourni;").contains("2026-10-30 03:00:00");
    }

    @Test
    void decisions_of_the_rules_are_counted_by_what_they_led_to() {
        var desk = new Desk(October.FIRST_OF_NOVEMBER);
        var scene = new Scene(desk.ports, Scene.readers("claire@client.example"));
        decided(desk, scene, "2026-10-03T10:00:00Z", "hidden", scene.brand.id().value());
        decided(desk, scene, "2026-10-04T10:00:00Z", "hidden", scene.brand.id().value());
        decided(desk, scene, "2026-10-05T10:00:00Z", "hidden", "another-brand");
        decided(desk, scene, "2026-11-01T03:00:00Z", "hidden", scene.brand.id().value());

        var report = scene.month("2026-10", scene.brand.reporting());
        desk.run();

        assertThat(figures(desk, report))
                .anyMatch(row -> row.startsWith("Échanges et modération;Règles : masqués;2026-10-31;mesuré;2;"));
    }

    private static void decided(Desk desk, Scene scene, String at, String handling, String brand) {
        var id = dev.parvis.domain.Fixtures.id();
        desk.ports
                .audit()
                .add(new AuditEntry(
                        scene.workspace,
                        id + ".v2",
                        Instant.parse(at),
                        "function:moderate",
                        "interaction." + handling,
                        "interaction/" + id,
                        "rule-1",
                        Map.of("brand", brand, "handling", handling)));
    }

    @Test
    void two_thousand_posts_are_all_in_the_data_and_the_csv() {
        var desk = new Desk(October.FIRST_OF_NOVEMBER);
        var scene = new Scene(desk.ports, Scene.readers("claire@client.example"));
        var channel = scene.channel(Scene.BLUESKY, "@ebene.bsky.social");
        var ids = new ArrayList<PostId>();
        var first = Instant.parse("2026-10-01T06:00:00Z");
        for (var i = 0; i < 2_000; i++) {
            var due = first.plus(Duration.ofMinutes(20L * i));
            ids.add(scene.published(channel, due.toString(), Duration.ofMillis(i), "Publication numéro " + i));
        }
        for (var id : ids) {
            scene.figures(channel, id, "2026-11-01", Map.of(Metric.LIKES, Scene.read(3, "likeCount", "2026-11-01")));
        }

        var report = scene.asked("2026-10-01", "2026-10-31", Language.EN, "claire@client.example");
        desk.run();

        assertThat(scene.now(report).state()).isEqualTo(ReportState.READY);
        assertThat(lines(desk, report, "posts.csv")).hasSize(2_001);
        assertThat(figures(desk, report))
                .anyMatch(row -> row.startsWith("Key figures,Likes,2026-10-31,measured,6000,count"))
                .anyMatch(row -> row.startsWith("Key figures,Median lateness,2026-10-31,measured,0.999,"));
        var data = DatasetJson.read(desk.files.kept.get(report.fileKey("data.json")));
        assertThat(data.now().posts()).hasSize(2_000);
    }

    @Test
    void a_data_set_read_back_is_the_same_and_writes_the_same_bytes() {
        var desk = new Desk(October.FIRST_OF_NOVEMBER);
        var scene = new Scene(desk.ports, Scene.readers("claire@client.example"));
        October.fill(scene);
        var report = scene.month("2026-10", scene.brand.reporting());
        desk.run();

        var bytes = desk.files.kept.get(report.fileKey("data.json"));
        assertThat(bytes).isNotNull();

        assertThat(DatasetJson.write(DatasetJson.read(bytes))).isEqualTo(bytes);
    }
}
