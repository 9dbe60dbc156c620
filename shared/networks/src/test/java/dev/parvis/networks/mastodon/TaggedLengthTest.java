package dev.parvis.networks.mastodon;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.brands.UtmTemplate;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.posts.Utm;

import static org.assertj.core.api.Assertions.assertThat;

/** Every address counts for 23 characters, tagged or not. */
class TaggedLengthTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Voir https://helios.fr",
                "(https://boutique.helios.fr/carte).",
                "« https://helios.fr/a?b=1#haut »",
                "«https://helios.fr/a/»,",
                "Déjà vu https://helios.fr/a_(b)\u00a0?",
                "👉https://café-hélios.example/é !",
                "HTTPS://HELIOS.FR/A https://autre.example/x",
            })
    void a_tagged_text_is_as_long_as_it_was(String typed) {
        var sites = Sites.of(List.of("https://helios.fr", "https://café-hélios.example"));
        var utm = new Utm(new UtmTemplate("{network}", "social", "Noël *"), false, "", "", sites);
        var content = new Content(typed, Optional.empty(), List.of(), "fr").with(Optional.of(utm));

        var text = content.on(new NetworkId("mastodon")).text();

        assertThat(text).contains("utm_source=mastodon&utm_medium=social&utm_campaign=No%C3%ABl%20");
        assertThat(StatusText.length(text, 23)).isEqualTo(StatusText.length(typed, 23));
    }
}
