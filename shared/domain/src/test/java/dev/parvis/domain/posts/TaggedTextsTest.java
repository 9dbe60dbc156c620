package dev.parvis.domain.posts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Publishing;
import dev.parvis.domain.brands.UtmTemplate;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.posts.Content.Kind;
import dev.parvis.domain.posts.Content.Link;
import dev.parvis.domain.posts.Content.Part;
import dev.parvis.domain.posts.Content.Variant;

import static dev.parvis.domain.Fixtures.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

/** Links that people type into texts. */
class TaggedTextsTest {
    private static final Sites OWN = Sites.of(
            List.of("https://www.helios.fr/", "http://café-hélios.example", "https://linktr.ee/helios/", "not a site"));
    private static final UtmTemplate TEMPLATE = new UtmTemplate("T", "", "");

    private static Content content(String text) {
        return new Content(text, Optional.empty(), List.of(), "fr");
    }

    private static String tagged(String text) {
        return tagged(content(text)).text();
    }

    private static Content tagged(Content content) {
        return content.with(Optional.of(new Utm(TEMPLATE, false, "", "", OWN))).on(SANDBOX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://helios.fr | https://helios.fr?utm_source=T",
                "Voir https://helios.fr/carte. Puis | Voir https://helios.fr/carte?utm_source=T. Puis",
                "(https://helios.fr/carte) | (https://helios.fr/carte?utm_source=T)",
                "https://helios.fr/a_(b)! | https://helios.fr/a_(b)?utm_source=T!",
                "(cf. https://helios.fr/a_(b)) | (cf. https://helios.fr/a_(b)?utm_source=T)",
                "« https://helios.fr/a » | « https://helios.fr/a?utm_source=T »",
                "«https://helios.fr/a», | «https://helios.fr/a?utm_source=T»,",
                "\"https://helios.fr/a\" | \"https://helios.fr/a?utm_source=T\"",
                "<https://helios.fr/a> | <https://helios.fr/a?utm_source=T>",
                "[la carte](https://helios.fr/a) | [la carte](https://helios.fr/a?utm_source=T)",
                "Déjà vu https://helios.fr/a\u00a0? | Déjà vu https://helios.fr/a?utm_source=T\u00a0?",
                "Déjà vu https://helios.fr/a\u202f! | Déjà vu https://helios.fr/a?utm_source=T\u202f!",
                "https://helios.fr/a… | https://helios.fr/a?utm_source=T…",
                "👉https://helios.fr/a | 👉https://helios.fr/a?utm_source=T",
                "Ici:https://helios.fr/a | Ici:https://helios.fr/a?utm_source=T",
                "https://helios.fr/a?b=1&c=é#haut | https://helios.fr/a?b=1&c=é&utm_source=T#haut",
                "https://helios.fr/#/menu | https://helios.fr/?utm_source=T#/menu",
                "HTTPS://WWW.Helios.FR/Carte | HTTPS://WWW.Helios.FR/Carte?utm_source=T",
                "http://boutique.helios.fr:8443/x | http://boutique.helios.fr:8443/x?utm_source=T",
                "https://helios.fr./x | https://helios.fr./x?utm_source=T",
                "https://CAFÉ-hélios.example/x | https://CAFÉ-hélios.example/x?utm_source=T",
                "https://xn--caf-hlios-d4ac.example/x | https://xn--caf-hlios-d4ac.example/x?utm_source=T",
                "https://helios.fr/r?u=https://autre.example/x | https://helios.fr/r?u=https://autre.example/x&utm_source=T",
                "https://linktr.ee/helios | https://linktr.ee/helios?utm_source=T",
                "https://linktr.ee/helios/carte | https://linktr.ee/helios/carte?utm_source=T",
                "https://helios.fr/a https://autre.fr https://helios.fr/b | https://helios.fr/a?utm_source=T https://autre.fr https://helios.fr/b?utm_source=T",
            })
    void a_link_to_an_own_site_is_tagged_and_all_around_it_stays(String typed, String out) {
        assertThat(tagged(typed)).isEqualTo(out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "helios.fr/carte", // without its scheme
                "www.helios.fr",
                "ftp://helios.fr/x",
                "xhttps://helios.fr/x",
                "https:/helios.fr",
                "https://autre.example/https://helios.fr/x",
                "autre.example/?u=https://helios.fr/x",
                "https://helios.fr.autre.example/x",
                "https://pashelios.fr/x",
                "https://helios.fr@autre.example/x",
                "https://autre.example\\.helios.fr/x",
                "https://autre.example#.helios.fr/x",
                "https://autre.example?.helios.fr/x",
                "https://h%65lios.fr/x",
                "https://hеlios.fr/x", // a Cyrillic letter
                "https://helios.fr:80:80/x",
                "https://helios..fr/x",
                "https://.helios.fr/x",
                "https://fr/x",
                "https://[::1]/x",
                "https://linktr.ee/autre",
                "https://linktr.ee/heliosaure",
                "https://linktr.ee/helios/../autre",
                "https://linktr.ee/helios/%2E%2e/autre",
                "https://helios.linktr.ee/helios",
                "https://helios.fr/?utm_source=lettre",
                "https://helios.fr/?a=1&UTM_Medium=",
                "https://helios.fr/?a=1&amp;utm_campaign=x",
                "https://helios.fr/?utm%5Fsource=x",
                "https://helios.fr/#utm_source=lettre",
                "https://helios.fr/a|b",
                "https://helios.fr/a»b",
                "https://helios.fr/a\u200bb",
                "https://helios.fr/a(b",
                "https://helios.fr,https://helios.fr/b",
                "https://helios.fr/a,https://helios.fr/b",
                "https://",
                "https://helios.fr/\ud83d",
            })
    void what_leads_elsewhere_or_may_or_is_tagged_already_stays_as_it_is_typed(String typed) {
        assertThat(tagged(typed)).isEqualTo(typed);
    }

    @Test
    void links_in_and_at_mentions_are_left_alone() {
        var name = "@[https://helios.fr/a](bluesky:helios.example)";
        var touching = "https://helios.fr/@[Léa](sandbox:lea) et @[Léa](sandbox:lea)https://helios.fr/";

        assertThat(tagged(name)).isEqualTo("https://helios.fr/a");
        assertThat(tagged(touching)).isEqualTo("https://helios.fr/@lea et @leahttps://helios.fr/");
        assertThat(tagged("@[Léa](sandbox:lea) https://helios.fr/")).isEqualTo("@lea https://helios.fr/?utm_source=T");
    }

    @Test
    void threads_comments_and_variants_are_tagged_and_a_link_that_hangs_on_a_part_once() {
        var link = Optional.of(new Link("https://helios.fr/a", "", ""));
        var parts = List.of(
                new Part(Kind.THREAD, "Suite https://helios.fr/b", Optional.empty(), List.of()),
                new Part(Kind.COMMENT, "Et https://helios.fr/c", Optional.empty(), List.of()));
        var content = new Content(
                "*https://helios.fr/a* https://helios.fr/a\u00a0!",
                link,
                List.of(),
                "fr",
                Optional.empty(),
                Optional.empty(),
                parts,
                Map.of());
        var otherwise = new Variant(Optional.of("Lisez https://helios.fr/v"), Optional.empty(), Optional.empty());
        var varied = new Content(
                "Non",
                Optional.empty(),
                List.of(),
                "fr",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(SANDBOX, otherwise));

        var out = tagged(content);

        assertThat(out.text()).isEqualTo("*https://helios.fr/a?utm_source=T* https://helios.fr/a?utm_source=T\u00a0!");
        assertThat(out.link().orElseThrow().url()).isEqualTo("https://helios.fr/a?utm_source=T");
        assertThat(out.parts())
                .extracting(Part::text)
                .containsExactly("Suite https://helios.fr/b?utm_source=T", "Et https://helios.fr/c?utm_source=T");
        assertThat(tagged(varied).text()).isEqualTo("Lisez https://helios.fr/v?utm_source=T");
    }

    @Test
    void a_tag_ends_in_what_every_network_takes_for_a_part_of_the_address() {
        var utm = new Utm(new UtmTemplate("Vite etc.", "", ""), false, "", "", OWN);

        var out = content("https://helios.fr/a.").with(Optional.of(utm)).on(SANDBOX);

        assertThat(out.text()).isEqualTo("https://helios.fr/a?utm_source=Vite%20etc%2E.");
    }

    @Test
    void whatever_is_typed_only_own_links_change_only_by_their_tag_and_only_once() {
        var random = new Random(20261121);
        var pieces = List.of(
                "https://helios.fr",
                "HTTP://boutique.Helios.fr",
                "https://linktr.ee/helios",
                "https://autre.example",
                "https://helios.fr.evil.example",
                "http",
                "://",
                "@",
                "@[Léa](sandbox:lea)",
                "@[",
                "](",
                "(",
                ")",
                "/",
                "?",
                "&",
                "#",
                "=",
                "..",
                ".",
                ",",
                " ",
                "\u00a0",
                "\n",
                "«",
                "»",
                "utm_source=x",
                "é",
                "👉",
                "\ud83d",
                "\u200b",
                "\\",
                "%2e",
                ":80",
                "a");
        for (var trial = 0; trial < 20_000; trial++) {
            var typed = new StringBuilder();
            random.ints(1 + random.nextInt(9), 0, pieces.size()).forEach(i -> typed.append(pieces.get(i)));

            var said = Mentions.on(typed.toString(), SANDBOX);
            var out = tagged(typed.toString());

            assertThat(isTaggedOnly(said, out)).as("%s became %s", typed, out).isTrue();
            if (!said.contains("@lea")) {
                assertThat(tagged(out)).as(typed.toString()).isEqualTo(out);
            }
        }
    }

    /** Whether the one is the other with tags put in, each behind an own host. */
    private static boolean isTaggedOnly(String before, String after) {
        return isTaggedOnly(before, 0, after, 0);
    }

    private static boolean isTaggedOnly(String before, int at, String after, int i) {
        var from = i;
        var to = at;
        while (from < after.length()) {
            for (var tag : List.of("utm_source=T", "?utm_source=T", "&utm_source=T")) {
                if (after.startsWith(tag, from)
                        && isOwn(before, to)
                        && isTaggedOnly(before, to, after, from + tag.length())) {
                    return true;
                }
            }
            if (to == before.length() || before.charAt(to) != after.charAt(from)) {
                return false;
            }
            from++;
            to++;
        }
        return to == before.length();
    }

    /** Read in another way than the code does: the word's last address with an own host, and nothing after it that hides it. */
    private static boolean isOwn(String text, int at) {
        var from = at;
        while (from > 0
                && !Character.isSpaceChar(text.charAt(from - 1))
                && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, at)
                .matches(
                        "(?is).*https?://(((boutique\\.)?helios\\.fr|helios\\.fr)\\.?(:\\d+)?([/?#].*)?|linktr\\.ee/helios([/?#].*)?)");
    }

    @Test
    void a_long_text_of_nothing_but_beginnings_takes_no_time() {
        var text = "https://helios.fr/(".repeat(20_000) + " " + "http://".repeat(50_000) + "@[".repeat(50_000);

        var begun = System.nanoTime();
        assertThat(tagged(text)).isEqualTo(text);
        assertThat((System.nanoTime() - begun) / 1_000_000).as("ms").isLessThan(2_000);
    }

    @Test
    void sites_are_asked_for_only_where_links_in_texts_are_tagged() {
        var asked = new AtomicInteger();
        Sites.Known known = _ -> {
            asked.incrementAndGet();
            return OWN;
        };
        var id = new PostId(Fixtures.id());
        var link = content("Voir https://helios.fr/a");

        Utm.on(link, id, Labels.NONE, brand(Optional.empty(), Approving.Policy.NONE), known);
        Utm.on(content("Rien"), id, Labels.NONE, brand(Optional.of(TEMPLATE), Approving.Policy.NONE), known);
        assertThat(asked).hasValue(0);

        var on = Utm.on(link, id, Labels.NONE, brand(Optional.of(TEMPLATE), Approving.Policy.NONE), known);

        assertThat(asked).hasValue(1);
        assertThat(on.utm().orElseThrow().sites())
                .as("only those that are needed")
                .isEqualTo(Sites.of(List.of("https://helios.fr")));
    }

    @Test
    void empty_tags_of_a_post_leave_its_texts_as_they_are_typed_whatever_the_brand_says() {
        var brand = brand(Optional.of(TEMPLATE), Approving.Policy.NONE);
        var silent = content("https://helios.fr/a").with(Optional.of(Utm.own(new UtmTemplate("", "", ""))));

        var on = Utm.on(silent, new PostId(Fixtures.id()), Labels.NONE, brand, _ -> OWN);

        assertThat(on.on(SANDBOX).text()).isEqualTo("https://helios.fr/a");
    }

    private static Brand brand(Optional<UtmTemplate> template, Approving.Policy policy) {
        var plain = Fixtures.brand(Fixtures.workspaceId(), Fixtures.brandId(), policy);
        return new Brand(
                plain.workspace(),
                plain.id(),
                plain.name(),
                plain.zone(),
                plain.watch(),
                plain.reporting(),
                plain.lateness(),
                plain.approving(),
                new Publishing(false, template),
                plain.createdAt(),
                plain.version());
    }

    @Test
    void what_was_approved_stays_when_the_sheet_changes_and_the_next_edit_reads_it_anew() {
        var brand = brand(Optional.of(TEMPLATE), Approving.Policy.INTERNAL);
        var channels = List.of(Fixtures.channel(brand.workspace(), brand.id(), Fixtures.channelId()));
        var post = Fixtures.post(brand.workspace(), brand.id(), Fixtures.NOON.plusSeconds(60))
                .with(content("Voir https://helios.fr/a"));
        var asked = Plan.knowing(_ -> OWN).make(post, brand, channels, Optional.empty());
        var open = asked.post().approval().orElseThrow();
        var granted = open.decided(
                Approval.Part.TEAM, new Approval.Decision(Approval.Verdict.APPROVED, "lea", Fixtures.NOON));
        var decided = Plan.decided(asked.post(), asked.targets(), granted, "");

        assertThat(decided.targets())
                .allSatisfy(target ->
                        assertThat(Seal.holds(decided.post().content(), target)).isTrue());
        assertThat(decided.post().content().on(SANDBOX).text()).endsWith("?utm_source=T");

        var resaved = Plan.knowing(_ -> OWN).make(decided.post(), brand, channels, Optional.of(granted));
        var without = Plan.knowing(_ -> Sites.NONE).make(decided.post(), brand, channels, Optional.of(granted));

        assertThat(resaved.post().approval()).contains(granted);
        assertThat(without.post().content().on(SANDBOX).text()).isEqualTo("Voir https://helios.fr/a");
        assertThat(without.post().approval().orElseThrow().isGranted()).isFalse();
    }

    @Test
    void answers_stay_as_they_are_typed() {
        var brand = brand(Optional.of(TEMPLATE), Approving.Policy.NONE);
        var answered = new Answered("i1", ItemKind.COMMENT, "n1", "", "lea");
        var answer = content("Oui : https://helios.fr/a").answering(Optional.of(answered));

        var on = Utm.on(answer, new PostId(Fixtures.id()), Labels.NONE, brand, _ -> OWN);

        assertThat(on.on(SANDBOX).text()).isEqualTo("Oui : https://helios.fr/a");
    }

    @Test
    void a_site_that_cannot_be_told_from_its_neighbours_owns_nothing() {
        assertThat(Sites.of(List.of(
                                "https://facebook.com/profile.php?id=1",
                                "https://helios.fr/#accueil",
                                "https://fr",
                                "mailto:a@helios.fr",
                                "https://user@helios.fr"))
                        .keys())
                .isEmpty();
        assertThat(Sites.of(List.of("https://straße.example", "https://WWW.Été.example:8080/"))
                        .keys())
                .containsExactly("straße.example", "xn--t-9fab.example");
        assertThat(Sites.of(List.of("https://strasse.example")).hold("https://straße.example/x"))
                .isFalse();
    }
}
