package dev.parvis.domain.reasons;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.workspaces.Language;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonsTest {
    @Test
    void english_reads_what_was_written() {
        assertThat(Reasons.of("it was not approved in time", Language.EN)).isEqualTo("it was not approved in time");
    }

    @Test
    void a_reason_in_a_reason_is_said_in_french_as_well() {
        assertThat(french("it was too late to be wanted: the server is in trouble (HTTP 503)"))
                .isEqualTo("il était trop tard ; au dernier essai, le serveur est en difficulté (HTTP 503)");
        assertThat(french("it did not go out: all 12 statuses since the attempt were read"))
                .isEqualTo("elle n’est pas partie : les 12 messages du compte depuis l’essai ont été lus, sans elle");
        assertThat(french("“four.png” (media 01M7): the image is damaged or not complete"))
                .isEqualTo("« four.png » : l’image est abîmée ou incomplète");
    }

    @Test
    void what_a_network_said_is_quoted_and_never_read_for_holes() {
        assertThat(french("Validation failed: {1} is {~2} (too long) (HTTP 422)"))
                .isEqualTo("le réseau a répondu « Validation failed: {1} is {~2} (too long) » (HTTP 422)");
        assertThat(french("Something else")).isEqualTo("« Something else »");
    }

    @Test
    void numbers_and_names_stand_where_french_wants_them() {
        assertThat(french("it is number 26 of 25 posts that the network takes within 24 hours"))
                .isEqualTo("c’est la 26e publication ; le réseau en accepte 25 en 24 heures");
        assertThat(
                        french(
                                "the rights of “A “B” (media x)” (media 01M7) ended on 2026-11-01: renew them, or put another media in its place, and schedule the post again"))
                .contains("2026-11-01");
    }

    @Test
    void what_a_feeds_server_answered_is_said_before_it_is_taken_for_a_networks_words() {
        assertThat(french("the server knows no such feed (HTTP 404)"))
                .isEqualTo("le serveur ne connaît pas ce flux (HTTP 404)");
        assertThat(french("the channel is disconnected: the app password is no longer taken"))
                .isEqualTo("le compte est déconnecté : le mot de passe d’application n’est plus accepté");
    }

    @Test
    void a_chain_without_end_is_cut_short() {
        assertThat(french("not found yet: ".repeat(50) + "x")).contains("« not found yet: ");
    }

    @Test
    void every_hole_of_the_french_is_one_of_the_english() {
        assertThat(Reasons.phrases()).allSatisfy(phrase -> {
            var holes = phrase.english().split("\\{\\}", -1).length - 1;
            var asked =
                    Pattern.compile("\\{~?([1-9])\\}").matcher(phrase.french()).results();
            assertThat(asked.map(hole -> Integer.parseInt(hole.group(1)))).allMatch(number -> number <= holes);
        });
    }

    private static String french(String reason) {
        return Reasons.of(reason, Language.FR);
    }
}
