package dev.parvis.domain.posts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.networks.NetworkId;

import static org.assertj.core.api.Assertions.assertThat;

class MentionsTest {
    private static final NetworkId BLUESKY = new NetworkId("bluesky");
    private static final NetworkId MASTODON = new NetworkId("mastodon");
    private static final String MAIRIE = "@[La Mairie](bluesky:mairie.bsky.social, mastodon:@mairie@piaille.fr)";

    @Test
    void somebody_named_once_is_called_as_each_network_calls_them_and_by_name_elsewhere() {
        var text = "Merci à " + MAIRIE + " !";

        assertThat(Mentions.on(text, BLUESKY)).isEqualTo("Merci à @mairie.bsky.social !");
        assertThat(Mentions.on(text, MASTODON)).isEqualTo("Merci à @mairie@piaille.fr !");
        assertThat(Mentions.on(text, new NetworkId("sandbox"))).isEqualTo("Merci à La Mairie !");
    }

    @Test
    void each_part_and_each_variant_is_resolved_and_the_rest_of_a_text_is_left_alone() {
        var thread = new Content.Part(Content.Kind.THREAD, "Et " + MAIRIE, Optional.empty(), List.of());
        var variant = new Content.Variant(Optional.of("Ici " + MAIRIE), Optional.empty(), Optional.empty());
        var content = new Content(
                "a@b.example [lien](https://x.example) @[ouvert $1",
                Optional.empty(),
                List.of(),
                "fr",
                Optional.empty(),
                Optional.empty(),
                List.of(thread),
                Map.of(MASTODON, variant));

        assertThat(content.on(BLUESKY).text()).isEqualTo("a@b.example [lien](https://x.example) @[ouvert $1");
        assertThat(content.on(BLUESKY).part(1).text()).isEqualTo("Et @mairie.bsky.social");
        assertThat(content.on(MASTODON).text()).isEqualTo("Ici @mairie@piaille.fr");
        assertThat(content.on(MASTODON).on(MASTODON)).isEqualTo(content.on(MASTODON));
    }

    @Test
    void what_is_not_quite_a_mention_stays_as_it_was_typed_and_takes_no_time() {
        for (var typed : List.of("@[]()", "@[x](y)", "@[x](bluesky:)", "@[a\nb](bluesky:c)", "@[x] (bluesky:c)")) {
            assertThat(Mentions.on(typed, BLUESKY)).isIn(typed, "x");
        }
        var hostile = "@[".repeat(50_000) + "](bluesky:" + "a,".repeat(50_000);
        assertThat(Mentions.on(hostile, BLUESKY)).isEqualTo(hostile);
    }
}
