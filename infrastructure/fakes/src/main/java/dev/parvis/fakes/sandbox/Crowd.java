package dev.parvis.fakes.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulated people: what they write under a post and about an account is a function of its id. Among the first three
 * comments there is always one that a moderator wants to see.
 */
final class Crowd {
    private record Line(String author, String name, String language, String text) {}

    private static final List<Line> KIND = List.of(
            new Line("marie.l", "Marie L.", "fr", "Magnifique ! Vous êtes ouverts dimanche ? ☀️"),
            new Line("tom_b", "Tom B.", "en", "Love this. Do you ship to Belgium?"),
            new Line("yasmine", "Yasmine Benali", "fr", "Toujours aussi bien, merci à toute l’équipe 💛"),
            new Line("li.wei", "李伟", "en", "Great photo, where was it taken?"),
            new Line("jeanne.o", "Jeanne O’Brien", "fr", "J’y étais hier, l’accueil était parfait."),
            new Line("omar_k", "عمر", "en", "Congratulations from Tunis!"),
            new Line("paul-henri", "Paul-Henri", "fr", "Est-ce qu’il y aura une version sans gluten ?"));

    private static final List<Line> HOSTILE = List.of(
            new Line(
                    "troll.92",
                    "Le Vrai Râleur",
                    "fr",
                    "Bande d’escrocs, service minable, je ne reviendrai JAMAIS. Nuls !"),
            new Line("angry_sam", "Sam", "en", "You idiots lost my order AGAIN. Scammers, I want a refund now."),
            new Line(
                    "gagnez.vite",
                    "Gagnez Vite",
                    "fr",
                    "Gagnez 5000 € par semaine depuis chez vous 👉 http://casino-gagnant.example/bonus"),
            new Line(
                    "crypto_anna",
                    "Anna Crypto",
                    "en",
                    "I made $9,000 with this trick, DM me or visit http://free-crypto.example/?r=1"),
            new Line(
                    "x5s",
                    "<script>alert(1)</script>",
                    "en",
                    "<img src=x onerror=alert(1)> \"><script>alert(document.cookie)</script>"),
            new Line("tableur", "Tableur", "fr", "=HYPERLINK(\"http://voleur.example\";\"Cliquez ici\")"),
            new Line("rtl", "R\u202eTL", "fr", "Vous êtes des nuls \u202eétiurg elôrd\u202c et vos clients aussi 🤡"));

    private static final List<Line> MENTIONS = List.of(
            new Line(
                    "blog.papilles",
                    "Papilles & Cie",
                    "fr",
                    "Quelqu’un a déjà essayé %s ? On m’en dit le plus grand bien."),
            new Line("city_walks", "City Walks", "en", "Best stop of our tour today: %s. Five stars."),
            new Line("deçue33", "Déçue33", "fr", "Très déçue par %s, une heure d’attente et pas une excuse."),
            new Line("nadia.w", "Nadia W.", "en", "Is %s still hiring? Asking for a friend."));

    /** Seconds after the post at which somebody comments. */
    private static final long[] COMMENTS = {5, 12, 25, 60, 180, 900, 7_200};

    /** Seconds after the account was made at which somebody speaks of it. */
    private static final long[] SPOKEN = {15, 600, 21_600, 86_400, 172_800, 604_800};

    private Crowd() {}

    /** Every comment under the post up to {@code now}; none under a reply. */
    static List<Item> under(Post post, Instant now) {
        var items = new ArrayList<Item>();
        if (!post.content().replyTo().isEmpty()) return items;
        int seed = seed(post.id());
        for (int i = 0; i < COMMENTS.length; i++) {
            boolean hostile = i == 1 + seed % 2 || i == 5;
            List<Line> lines = hostile ? HOSTILE : KIND;
            Line line = lines.get((seed + i) % lines.size());
            Instant at = post.createdAt().plusSeconds(COMMENTS[i]);
            if (!at.isAfter(now))
                items.add(item("c_" + post.id() + "_" + (i + 1), post.account(), post.id(), line, line.text, at));
        }
        return items;
    }

    /** Everything said about the member elsewhere up to {@code now}. */
    static List<Item> about(Member member, Instant now) {
        var items = new ArrayList<Item>();
        for (int i = 0; i < SPOKEN.length; i++) {
            Line line = MENTIONS.get((seed(member.id()) + i) % MENTIONS.size());
            Instant at = member.since().plusSeconds(SPOKEN[i]);
            if (!at.isAfter(now))
                items.add(item(
                        "x_" + member.id() + "_" + (i + 1),
                        member.id(),
                        "",
                        line,
                        line.text.formatted(member.name()),
                        at));
        }
        return items;
    }

    /** Views of a post: it approaches its reach, half of it in about four hours. */
    static long views(Post post, Instant now) {
        double hours = Duration.between(post.createdAt(), now).toSeconds() / 3600.0;
        long reach = 200 + seed(post.id()) % 1800;
        return (long) (reach * (1 - Math.exp(-hours / 6)));
    }

    static long likes(Post post, Instant now) {
        return views(post, now) * (2 + seed(post.id()) % 7) / 100;
    }

    static long shares(Post post, Instant now) {
        return likes(post, now) / 5;
    }

    static long followers(Member member, Instant now) {
        long hours = Duration.between(member.since(), now).toHours();
        return 500 + seed(member.id()) % 2000 + hours * (1 + seed(member.id()) % 9) / 24;
    }

    private static Item item(String id, String account, String post, Line line, String text, Instant at) {
        return new Item(id, account, post, new Item.Author(line.author, line.name), text, line.language, at);
    }

    private static int seed(String id) {
        return id.hashCode() & 0xffff;
    }
}
