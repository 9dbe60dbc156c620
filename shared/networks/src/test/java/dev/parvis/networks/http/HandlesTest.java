package dev.parvis.networks.http;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HandlesTest {
    @Test
    void a_handle_of_the_fediverse_is_foreign_where_handles_are_domains() {
        for (var text : List.of("Merci @mairie@piaille.fr !", "(@a.b@c.example)", "@x@y.example")) {
            assertThat(Handles.ofServers(text, "Bluesky"))
                    .as(text)
                    .extracting("code")
                    .containsExactly("foreign_handle");
        }
        for (var text :
                List.of("a@b.example", "@mairie.bsky.social", "https://piaille.fr/@mairie@x.example", "@alice")) {
            assertThat(Handles.ofServers(text, "Bluesky")).as(text).isEmpty();
        }
    }

    @Test
    void a_domain_is_foreign_where_handles_have_a_server() {
        for (var text : List.of("Merci @mairie.bsky.social !", "« @lemonde.fr »", "@a.example.")) {
            assertThat(Handles.ofDomains(text, "Mastodon"))
                    .as(text)
                    .extracting("code")
                    .containsExactly("foreign_handle");
        }
        for (var text : List.of(
                "@mairie@piaille.fr",
                "@alice.bsky.social@bsky.brid.gy",
                "a@b.example",
                "@alice",
                "@alice. Merci",
                "https://bsky.app/@alice.example")) {
            assertThat(Handles.ofDomains(text, "Mastodon")).as(text).isEmpty();
        }
    }

    @Test
    void no_text_takes_long() {
        var text = "@a." + "a-.".repeat(50_000) + "@".repeat(50_000);

        assertThat(Handles.ofServers(text, "x")).isEmpty();
        assertThat(Handles.ofDomains(text, "x")).isEmpty();
    }
}
