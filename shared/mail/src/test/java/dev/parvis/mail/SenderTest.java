package dev.parvis.mail;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SenderTest {
    @Test
    void a_plain_name_is_quoted_beside_the_address() {
        assertThat(Sender.of("Garance, Ltd", "parvis@example.com")).isEqualTo("\"Garance, Ltd\" <parvis@example.com>");
        assertThat(Sender.of("Garance", "Parvis <parvis@example.com>")).isEqualTo("\"Garance\" <parvis@example.com>");
    }

    @Test
    void nobody_leaves_the_address_as_it_is_configured() {
        assertThat(Sender.of("", "Parvis <parvis@example.com>")).isEqualTo("Parvis <parvis@example.com>");
        assertThat(Sender.of(" \r\n", "parvis@example.com")).isEqualTo("parvis@example.com");
    }

    @Test
    void accents_go_as_encoded_words_none_too_long_and_none_torn() {
        var header = Sender.of("Atelier de l’Été, à Nîmes et partout ailleurs 🎉🎉", "parvis@example.com");

        assertThat(header).endsWith(" <parvis@example.com>").matches("(=\\?UTF-8\\?B\\?[A-Za-z0-9+/=]+\\?= )+<.*");
        assertThat(header.split(" ")).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(75));
        assertThat(new String(
                        java.util.Base64.getDecoder().decode(header.split("\\?")[3]),
                        java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("Atelier de l’Été");
    }

    @Test
    void a_name_brings_no_header_of_its_own() {
        assertThat(Sender.of("A\" <x@y.z>\r\nBcc: b", "parvis@example.com"))
                .isEqualTo("\"A x@y.z Bcc: b\" <parvis@example.com>");
    }
}
