package dev.parvis.kernel.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IcalTest {
    @Test
    void texts_are_escaped_and_instants_are_utc() {
        var ical = new Ical()
                .text("SUMMARY", "a;b,c\\d\r\ne\rf\ng\u0007")
                .instant("DTSTART", Instant.parse("2026-03-29T01:30:00Z"));

        assertThat(ical).hasToString("SUMMARY:a\\;b\\,c\\\\d\\ne\\nf\\ng\r\nDTSTART:20260329T013000Z\r\n");
    }

    @Test
    void what_would_begin_a_property_of_its_own_cannot() {
        assertThat(new Ical().raw("URL", "https://x.example/\r\nATTENDEE:mailto:a@b.example"))
                .hasToString("URL:https://x.example/ATTENDEE:mailto:a@b.example\r\n");
    }

    @Test
    void lines_are_folded_at_seventy_five_octets_and_no_character_is_parted() {
        var text = "é😀a".repeat(60);

        var folded = new Ical().text("X", text).toString();

        assertThat(folded.split("\r\n")).hasSizeGreaterThan(3).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\uFFFD");
            assertThat(Utf8.wellFormed(line)).isEqualTo(line);
        });
        assertThat(folded.replace("\r\n ", "")).isEqualTo("X:" + text + "\r\n");
    }

    @Test
    void half_a_character_is_replaced() {
        assertThat(new Ical().text("X", "a\ud83d").toString().getBytes(StandardCharsets.UTF_8))
                .isEqualTo("X:a\uFFFD\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
