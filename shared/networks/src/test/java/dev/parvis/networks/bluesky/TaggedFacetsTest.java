package dev.parvis.networks.bluesky;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.brands.UtmTemplate;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.posts.Utm;
import dev.parvis.kernel.text.Utf8;

import static org.assertj.core.api.Assertions.assertThat;

/** What a reader's click opens, of a link in a text. */
class TaggedFacetsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Voir %s",
                "(%s).",
                "« %s »",
                "«%s»,",
                "Déjà vu %s\u00a0?",
                "👉%s !",
                "\"%s\"",
                "<%s>",
                "*%s*",
                "Été… %s…",
            })
    void the_facet_points_at_the_tagged_address_which_is_what_the_text_shows(String around) {
        var url = "https://helios.fr/carte_(hiver)";
        var utm = new Utm(
                new UtmTemplate("{network}", "", "Soldes, etc."),
                false,
                "",
                "",
                Sites.of(List.of("https://helios.fr")));
        var tagged = url + "?utm_source=bluesky&utm_campaign=Soldes%2C%20etc%2E";

        var text = new Content(around.formatted(url), Optional.empty(), List.of(), "fr")
                .with(Optional.of(utm))
                .on(new NetworkId("bluesky"))
                .text();

        assertThat(text).isEqualTo(around.formatted(tagged));
        assertThat(RichText.facets(text, _ -> Optional.empty())).singleElement().satisfies(facet -> {
            var start = Utf8.length(text.substring(0, text.indexOf(tagged)));
            assertThat(facet.at("features", 0, "uri").textOr("")).isEqualTo(tagged);
            assertThat(facet.at("index", "byteStart").whole()).hasValue((long) start);
            assertThat(facet.at("index", "byteEnd").whole()).hasValue((long) start + Utf8.length(tagged));
        });
    }
}
