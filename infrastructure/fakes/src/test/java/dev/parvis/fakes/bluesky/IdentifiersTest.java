package dev.parvis.fakes.bluesky;

import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Published vectors: multiformats/cid, ipld/dag-cbor and https://atproto.com/specs/tid. */
class IdentifiersTest {
    @Test
    void the_cid_of_no_bytes_and_of_an_empty_map_are_the_well_known_ones() {
        assertThat(Cid.ofBlob(new byte[0])).isEqualTo("bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku");
        assertThat(Cid.ofRecord(Json.object()))
                .isEqualTo("bafyreigbtj4x7ip5legnfznufuopl4sg4knzc2cof6duas4b3q2fy6swua");
    }

    @Test
    void cbor_orders_keys_by_length_and_takes_the_shortest_integers() {
        byte[] cbor = DagCbor.encode(Json.object("bb", 24L, "a", -1L, "c", List.of(true, 65536L)));

        assertThat(HexFormat.of().formatHex(cbor)).isEqualTo("a36161206163" + "82f51a00010000" + "626262" + "1818");
    }

    @Test
    void a_link_is_tag_42_over_the_binary_cid() {
        String cid = Cid.ofBlob(new byte[0]);

        byte[] cbor = DagCbor.encode(Json.object("$link", cid));

        assertThat(HexFormat.of().formatHex(cbor)).startsWith("d82a58250001551220e3b0c442");
    }

    @Test
    void tids_are_made_and_told_from_other_keys() {
        assertThat(Tid.of(0, 0)).isEqualTo("2222222222222");
        assertThat(Tid.of(1_700_000_000_000_000L, 1023)).isEqualTo("3ke6kg3wk22zz");
        assertThat(Tid.of(1_768_471_200_000_000L, 517)).isEqualTo("3mchd6uru22k7");
        assertThat(List.of("7777777777777", "3zzzzzzzzzzzz", "j222222222222")).allMatch(Tid::valid);
        assertThat(List.of("3jzfcijpj2z21", "0000000000000", "3JZFCIJPJ2Z2A", "zzzzzzzzzzzzz", "kjzfcijpj2z2a", "self"))
                .noneMatch(Tid::valid);
    }

    @Test
    void graphemes_are_counted_as_people_see_them() {
        assertThat(RecordRules.graphemes("👨‍❤️‍👨")).isEqualTo(1);
        assertThat(RecordRules.graphemes("🇫🇷🇩🇪")).isEqualTo(2);
        assertThat(RecordRules.graphemes("สวัสดี")).isEqualTo(4);
    }
}
