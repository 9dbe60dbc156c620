package dev.parvis.domain.posts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.brands.Publishing;
import dev.parvis.domain.brands.UtmTemplate;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Content.Link;
import dev.parvis.domain.posts.Content.Part;

import static dev.parvis.domain.Fixtures.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

/** Links as they go out. */
class UtmTest {
    private static final NetworkId MASTODON = new NetworkId("mastodon");
    private static final UtmTemplate ALL = new UtmTemplate("{network}", "social", "{campaign}");
    private static final Utm UTM = new Utm(ALL, false, "Soldes d’été & co", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://l.example | https://l.example?utm_source=sandbox&utm_medium=social&utm_campaign=x",
                "https://l.example/a?b=1 | https://l.example/a?b=1&utm_source=sandbox&utm_medium=social&utm_campaign=x",
                "https://l.example/a?b=%20&c#d?e | https://l.example/a?b=%20&c&utm_source=sandbox&utm_medium=social&utm_campaign=x#d?e",
                "https://l.example/#top | https://l.example/?utm_source=sandbox&utm_medium=social&utm_campaign=x#top",
                "https://l.example/? | https://l.example/?utm_source=sandbox&utm_medium=social&utm_campaign=x",
                "https://l.example/?a& | https://l.example/?a&utm_source=sandbox&utm_medium=social&utm_campaign=x",
                "https://l.example/?utm_source=lettre | https://l.example/?utm_source=lettre&utm_medium=social&utm_campaign=x",
                "https://l.example/?UTM_Source=a&utm_medium= | https://l.example/?UTM_Source=a&utm_medium=&utm_campaign=x",
            })
    void a_link_gets_what_it_has_not(String url, String tagged) {
        var utm = new Utm(ALL, false, "x", "");

        assertThat(utm.tagged(url, SANDBOX)).isEqualTo(tagged);
    }

    @Test
    void values_are_encoded_and_empty_ones_left_out() {
        assertThat(UTM.tagged("https://l.example", MASTODON))
                .isEqualTo("https://l.example?utm_source=mastodon&utm_medium=social"
                        + "&utm_campaign=Soldes%20d%E2%80%99%C3%A9t%C3%A9%20%26%20co");
        assertThat(new Utm(ALL, false, "", "").tagged("https://l.example", MASTODON))
                .isEqualTo("https://l.example?utm_source=mastodon&utm_medium=social");
        assertThat(new Utm(new UtmTemplate("", " ", ""), true, "", "").tagged("https://l.example", MASTODON))
                .isEqualTo("https://l.example");
    }

    @Test
    void a_label_that_looks_like_a_placeholder_is_none() {
        var utm = new Utm(new UtmTemplate("{campaign}", "", "{post}"), false, "{post}$1", "01P");

        assertThat(utm.tagged("https://l.example", SANDBOX))
                .isEqualTo("https://l.example?utm_source=%7Bpost%7D%241&utm_campaign=01P");
    }

    @Test
    void tagging_twice_is_tagging_once_whatever_the_address() {
        var random = new Random(20261121);
        var pieces = List.of("?", "&", "#", "=", "utm_source=a", "é", "%20", "b", "/", "utm_campaign");
        for (var trial = 0; trial < 2_000; trial++) {
            var url = new StringBuilder("https://l.example/");
            random.ints(random.nextInt(8), 0, pieces.size()).forEach(i -> url.append(pieces.get(i)));

            var once = UTM.tagged(url.toString(), SANDBOX);

            assertThat(UTM.tagged(once, SANDBOX)).as(url.toString()).isEqualTo(once);
        }
    }

    @Test
    void the_links_of_all_parts_are_tagged_and_their_addresses_in_the_texts_but_no_other() {
        var link = Optional.of(new Link("https://l.example/a", "Titre", ""));
        var part = new Part(Content.Kind.THREAD, "Et https://l.example/b", link, List.of());
        var content = new Content(
                        "Voyez https://l.example/a. Pas https://l.example/ab ni https://autre.example",
                        link,
                        List.of(),
                        "fr",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(part),
                        Map.of())
                .with(Optional.of(new Utm(new UtmTemplate("{network}", "", ""), false, "", "")));

        var out = content.on(SANDBOX);

        var tagged = "https://l.example/a?utm_source=sandbox";
        assertThat(out.link().orElseThrow().url()).isEqualTo(tagged);
        assertThat(out.parts().getFirst().link().orElseThrow().url()).isEqualTo(tagged);
        assertThat(out.text())
                .isEqualTo(
                        "Voyez https://l.example/a?utm_source=sandbox. Pas https://l.example/ab ni https://autre.example");
        assertThat(out.parts().getFirst().text()).isEqualTo("Et https://l.example/b");
        assertThat(out.on(SANDBOX)).isEqualTo(out);
    }

    @Test
    void a_post_is_tagged_as_the_brand_says_unless_it_says_so_itself_and_its_seal_is_another() {
        var brand = Fixtures.brand(Fixtures.workspaceId(), Fixtures.brandId(), new Publishing(false, Optional.of(ALL)));
        var plain = new Content("a", Optional.of(new Link("https://l.example", "", "")), List.of(), "fr");
        var own = plain.with(Optional.of(Utm.own(new UtmTemplate("lettre", "", ""))));
        var post = Fixtures.post(brand.workspace(), brand.id(), Fixtures.NOON.plusSeconds(60))
                .with(new Labels("", "Été", ""));
        var channels = List.of(Fixtures.channel(brand.workspace(), brand.id(), Fixtures.channelId()));

        var as = Plan.of(post.with(plain), brand, channels, Optional.empty());
        var itself = Plan.of(post.with(own), brand, channels, Optional.empty());
        var untagged = Plan.of(
                post.with(plain),
                Fixtures.brand(brand.workspace(), brand.id(), Publishing.PLAIN),
                channels,
                Optional.empty());

        assertThat(as.post().content().on(SANDBOX).link().orElseThrow().url())
                .isEqualTo("https://l.example?utm_source=sandbox&utm_medium=social&utm_campaign=%C3%89t%C3%A9");
        assertThat(itself.post().content().on(SANDBOX).link().orElseThrow().url())
                .isEqualTo("https://l.example?utm_source=lettre");
        assertThat(Seal.of(as.post().content(), as.targets()))
                .isNotEqualTo(Seal.of(untagged.post().content(), untagged.targets()));
        assertThat(Plan.of(as.post(), brand, channels, Optional.empty())).isEqualTo(as);
        assertThat(as.post().content().asTyped()).isEqualTo(plain);
        assertThat(itself.post().content().asTyped()).isEqualTo(own);
    }
}
