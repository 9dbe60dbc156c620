package dev.parvis.networks.cards;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.cards.CardAt;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.networks.assisted.Assisted;
import dev.parvis.networks.bluesky.Bluesky;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.mastodon.Mastodon;

import static org.assertj.core.api.Assertions.assertThat;

/** Who makes a card on which network, and of what. */
class CardMakersTest {
    private static final String PAGE = "https://musee.example/expo";

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
    private final Outbound outbound = new Outbound(clock, Set.of());
    private final Network bluesky = new Bluesky(outbound, clock, Quiet.DEFAULT);
    private final Network mastodon = new Mastodon(outbound, clock, _ -> {}, Quiet.DEFAULT);

    private static Content saying(String text, Optional<String> link, List<Content.Image> images) {
        return new Content(text, link.map(url -> new Content.Link(url, "", "")), images, "fr");
    }

    private static Optional<CardAt> card(Network network, Content content) {
        return network.way().orElseThrow().accepts().card(content);
    }

    @Test
    void on_bluesky_it_is_ours_and_of_the_link_alone() {
        assertThat(card(bluesky, saying("Venez", Optional.of(PAGE), List.of())))
                .contains(new CardAt(PAGE, CardAt.Maker.PARVIS));
        assertThat(card(bluesky, saying("Venez " + PAGE, Optional.empty(), List.of())))
                .isEmpty();
    }

    @Test
    void on_mastodon_it_is_the_servers_and_of_the_first_address_in_the_text() {
        assertThat(card(mastodon, saying("Voir https://un.example/a, puis", Optional.of(PAGE), List.of())))
                .contains(new CardAt("https://un.example/a", CardAt.Maker.NETWORK));
        assertThat(card(mastodon, saying("Venez", Optional.of(PAGE), List.of())))
                .contains(new CardAt(PAGE, CardAt.Maker.NETWORK));
        assertThat(card(mastodon, saying("Venez", Optional.empty(), List.of()))).isEmpty();
    }

    @Test
    void images_leave_no_room_for_one_and_a_person_who_posts_by_hand_makes_none() {
        var pictured = saying("Venez", Optional.of(PAGE), List.of(new Content.Image("m", "")));

        assertThat(card(bluesky, pictured)).isEmpty();
        assertThat(card(mastodon, pictured)).isEmpty();
        assertThat(card(new Assisted(), saying("Venez", Optional.of(PAGE), List.of())))
                .isEmpty();
    }
}
