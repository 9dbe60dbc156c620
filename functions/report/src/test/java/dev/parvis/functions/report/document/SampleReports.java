package dev.parvis.functions.report.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Reports to test with, shaped like the real ones: three states, two networks, names from everywhere. */
public final class SampleReports {
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final Instant FROZEN = Instant.parse("2026-11-01T05:00:12Z");
    public static final Source FOLLOWERS = new Source(
            "Bluesky",
            "app.bsky.actor.getProfile followersCount",
            Instant.parse("2026-10-31T22:10:00Z"),
            "Comptes qui suivent la marque au moment de la lecture.");
    public static final Source STATUSES = new Source(
            "Mastodon",
            "GET /api/v1/accounts/:id/statuses favourites_count",
            Instant.parse("2026-10-31T22:11:30Z"),
            "Favoris des publications du compte, hors partages.");

    private static final String[] EXCERPTS = {
        "La cuvée d’automne est arrivée ! Cœur de meule, œufs frais & crème : 12,50 € le panier.",
        "Merci à tous 😀 ❤️ on vous attend samedi 🚀 https://boulangerie.example/fetes/2026/galette-des-rois-frangipane",
        "شكراً لكم على زيارتكم، نراكم يوم السبت في الساعة 10:30 صباحاً",
        "今週の新しいパン：抹茶のブリオッシュ。ご来店をお待ちしております。",
        "本周新品：抹茶奶油面包,欢迎大家来品尝！",
        "Ouverture exceptionnelle dimanche 🇫🇷 — réservez 👩‍🍳👍🏽",
        "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "Łódź, Ελλάδα, Київ, עברית: the whole neighbourhood came by, and then some. Thank you, truly, from the team.",
    };

    private SampleReports() {}

    public static ReportDocument monthly(ReportLanguage language) {
        return of(language, List.of(summary(), keyFigures(), followers(31), posts(24), mentions(8), definitions()));
    }

    public static ReportDocument of(ReportLanguage language, List<Section> sections) {
        return new ReportDocument(
                language == ReportLanguage.FRENCH ? "Rapport mensuel" : "Monthly report",
                "Boulangerie Cœur d’Ébène",
                "Atelier Parvis",
                new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), PARIS),
                FROZEN,
                language,
                sections);
    }

    public static Section.Notes summary() {
        return new Section.Notes(
                "En bref",
                List.of(
                        "Octobre a surtout été le mois de la cuvée d’automne : trois publications font la moitié des réactions. "
                                + "Les abonnés progressent sur les deux réseaux, et la part des commentaires auxquels vous avez "
                                + "répondu en moins d’une heure est passée de 61,0 % à 72,5 %.",
                        "À décider : reprend-on le format « coulisses » en novembre ? Il a deux fois plus de réponses que le reste."));
    }

    public static Section.KeyFigures keyFigures() {
        return new Section.KeyFigures(
                "Chiffres clés",
                List.of(
                        figure(
                                "Abonnés",
                                new Quantity.Count(12840),
                                new Comparison.Previous(new Quantity.Count(12417))),
                        figure("Publications", new Quantity.Count(24), new Comparison.Previous(new Quantity.Count(24))),
                        figure("Mentions", new Quantity.Count(7), new Comparison.Previous(new Quantity.Count(0))),
                        figure(
                                "Taux d’engagement",
                                new Quantity.Share(412, 12840, "abonnés"),
                                new Comparison.Previous(new Quantity.Share(350, 12417, "abonnés"))),
                        figure(
                                "Délai médian de réponse",
                                new Quantity.Span(Duration.ofMinutes(47)),
                                new Comparison.Previous(new Quantity.Span(Duration.ofMinutes(65)))),
                        figure(
                                "Réponses par publication",
                                new Quantity.Decimal(new BigDecimal("3.25")),
                                new Comparison.Nothing()),
                        new Section.KeyFigure(
                                "Impressions",
                                new Figure.NotProvided("Bluesky et Mastodon ne donnent pas d’impressions.")),
                        new Section.KeyFigure(
                                "Favoris reçus",
                                new Figure.Failed(
                                        "le serveur a répondu 503 aux quatre essais du 31 octobre", STATUSES)),
                        new Section.KeyFigure(
                                "Partages",
                                new Figure.Measured(
                                        new Quantity.Count(86),
                                        new Comparison.Incomparable("la définition a changé le 3 octobre"),
                                        List.of(FOLLOWERS, STATUSES),
                                        List.of("Mastodon du 29 au 31 : échec")))));
    }

    public static Section.KeyFigure figure(String label, Quantity value, Comparison comparison) {
        return new Section.KeyFigure(label, new Figure.Measured(value, comparison, List.of(FOLLOWERS), List.of()));
    }

    public static Section.TimeSeries followers(int days) {
        List<Section.Point> bluesky = new ArrayList<>();
        List<Section.Point> mastodon = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            LocalDate date = LocalDate.of(2026, 10, 1).plusDays(day);
            bluesky.add(new Section.Point(date, new Tally.Counted(9400 + day * 11L + (day % 5) * 7L, FOLLOWERS)));
            mastodon.add(new Section.Point(
                    date,
                    switch (day) {
                        case 12, 13 -> new Tally.Failed("le serveur n’a pas répondu");
                        case 20 -> new Tally.NotProvided("le compte était privé ce jour-là");
                        default -> new Tally.Counted(3010 + day * 3L, STATUSES);
                    }));
        }
        return new Section.TimeSeries(
                "Abonnés jour par jour",
                "abonnés",
                List.of(new Section.Line("Bluesky", bluesky), new Section.Line("Mastodon", mastodon)));
    }

    public static Section.Posts posts(int count) {
        Random random = new Random(7);
        List<PostRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean bluesky = i % 3 != 2;
            Source source = bluesky ? FOLLOWERS : STATUSES;
            rows.add(new PostRow(
                    EXCERPTS[i % EXCERPTS.length],
                    bluesky ? "Bluesky" : "Mastodon",
                    "https://social.example/p/" + i,
                    Instant.parse("2026-10-01T07:30:00Z").plus(Duration.ofHours(29L * (i % 25))),
                    i % 7 == 6 ? new Lateness.Unscheduled() : new Lateness.By(Duration.ofMillis(random.nextInt(2400))),
                    List.of(
                            new Tally.Counted(random.nextInt(900), source),
                            new Tally.Counted(random.nextInt(40), source),
                            i % 5 == 4
                                    ? new Tally.Failed("réponse 503 du serveur")
                                    : new Tally.Counted(random.nextInt(3), source),
                            new Tally.NotProvided("aucun des deux réseaux ne donne les vues"))));
        }
        return new Section.Posts("Publications", List.of("J’aime", "Partages", "Réponses", "Vues"), rows);
    }

    public static Section.Mentions mentions(int count) {
        List<MentionRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new MentionRow(
                    List.of("@amélie.bsky.social", "محمد الأمين", "山田 太郎", "李小龙")
                            .get(i % 4),
                    List.of("Bluesky", "blog.exemple.fr", "Mastodon").get(i % 3),
                    "https://exemple.fr/" + i,
                    Instant.parse("2026-10-02T10:00:00Z").plus(Duration.ofHours(53L * (i % 12))),
                    EXCERPTS[(i * 3) % EXCERPTS.length],
                    MentionRow.Sentiment.values()[i % 4]));
        }
        return new Section.Mentions("Ce qui s’est dit", rows);
    }

    public static Section.Definitions definitions() {
        return new Section.Definitions(
                "Définitions",
                List.of(
                        new Section.Definition(
                                "Taux d’engagement",
                                "Réactions, partages et réponses de la période, divisés par les abonnés à la fin : 412 ÷ 12 840."),
                        new Section.Definition(
                                "Retard",
                                "Écart entre l’heure prévue et l’heure à laquelle le réseau a reçu la publication.")));
    }
}
