package dev.parvis.domain.wording;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.sheets.Handle;
import dev.parvis.domain.sheets.HashtagSet;
import dev.parvis.domain.sheets.Sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** A museum speaks; the café of the same workspace is another client. */
class NamesakesTest {
    private final BrandId museum = Fixtures.brandId();
    private final BrandId cafe = Fixtures.brandId();
    private final Namesakes namesakes = new Namesakes();

    NamesakesTest() {
        namesakes.add(
                cafe,
                Signs.of(new Sheet.Names(
                        List.of(
                                new Handle(new NetworkId("instagram"), "cafe.helios"),
                                new Handle(new NetworkId("mastodon"), "helios@piaille.example")),
                        List.of("https://www.café-hélios.fr/", "https://linktr.ee/helios"),
                        List.of(
                                new HashtagSet("maison", List.of("#CaféHélios"), false),
                                new HashtagSet("ville", List.of("#lyon"), true)))));
        namesakes.add(cafe, Signs.of("lecafe.bsky.social"));
        namesakes.add(
                museum,
                Signs.of(new Sheet.Names(
                        List.of(new Handle(new NetworkId("instagram"), "musee")),
                        List.of("https://musee.example", "https://shop.cafe-helios.fr"),
                        List.of(new HashtagSet("nuit", List.of("#NuitDesMusées"), false)))));
    }

    private List<String> signs(String... texts) {
        return namesakes.spot(museum, List.of(texts)).stream()
                .map(Spotted::sign)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Merci @cafe.helios !                                  | @cafe.helios
            (@Café.Hélios)                                        | @cafe.helios
            Avec @helios, ce soir.                                | @helios
            @helios@piaille.example                               | @helios@piaille.example
            chez @lecafe.bsky.social.                             | @lecafe.bsky.social
            chez @LECAFE                                          | @lecafe
            Vive #cafehelios                                      | #cafehelios
            Vive #CAFÉHÉLIOS!                                     | #cafehelios
            «#CaféHélios»                                         | #cafehelios
            https://café-hélios.fr/carte?x=1                      | cafe-helios.fr
            voir cafe-helios.fr.                                  | cafe-helios.fr
            https://reservation.cafe-helios.fr                    | cafe-helios.fr
            contact@cafe-helios.fr                                | cafe-helios.fr
            https://linktr.ee/helios                              | linktr.ee/helios
            https://www.instagram.com/cafe.helios/                | @cafe.helios
            https://bsky.app/profile/lecafe.bsky.social           | @lecafe.bsky.social
            https://tiktok.com/@cafe.helios                       | @cafe.helios
            """)
    void another_brand_is_named(String text, String sign) {
        assertThat(signs(text)).contains(sign);
        assertThat(namesakes.spot(cafe, List.of(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Un café chez helios, cafe.helios",
                "@cafe.helios2 et @moncafe.helios",
                "#cafeheliosfan #lyon",
                "mail@helios",
                "https://notcafe-helios.fr https://cafe-helios.fr.example",
                "https://linktr.ee/heliosphere https://linktr.ee",
                "@musee #NuitDesMusées https://musee.example/@musee",
                "https://shop.cafe-helios.fr/mug",
                "@ # :// http:// @@ ## ... //// https://",
                ""
            })
    void nobody_is_named(String text) {
        assertThat(signs(text)).isEmpty();
    }

    @Test
    void an_encoded_host_is_the_same_host() {
        assertThat(signs("https://" + java.net.IDN.toASCII("café-hélios.fr") + "/"))
                .containsExactly("cafe-helios.fr");
    }

    @Test
    void a_sign_that_the_brand_has_too_names_nobody_else() {
        namesakes.add(museum, Signs.of("helios"));

        assertThat(signs("Merci @helios")).isEmpty();
    }

    @Test
    void every_text_is_read_and_a_few_findings_are_enough() {
        assertThat(namesakes.spot(museum, List.of("rien", "Merci @helios", "et #CaféHélios")))
                .containsExactly(new Spotted(cafe, "@helios"), new Spotted(cafe, "#cafehelios"));
        for (var number = 0; number < 30; number++) {
            namesakes.add(cafe, Signs.of("h" + number));
        }
        var all = Stream.iterate(0, number -> number + 1)
                .limit(30)
                .map(number -> "@h" + number)
                .toList();

        assertThat(namesakes.spot(museum, List.of(String.join(" ", all)))).hasSize(Namesakes.MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@", "#", "@a", "#a", ".", "a.", "/", "a/", "://", "www.", "xn--", "é", "\ud800", "@a@", "\u202e"
            })
    void a_hostile_text_takes_no_longer_than_its_length(String piece) {
        var long1 = piece.repeat(20_000 / piece.length());

        assertTimeout(Duration.ofSeconds(5), () -> namesakes.spot(museum, List.of(long1, "https://" + long1)));
    }

    @Test
    void signs_are_as_many_as_are_stated() {
        var tags = Stream.iterate(0, number -> number + 1)
                .limit(30)
                .map(number -> "#t" + number)
                .toList();
        var sets = Stream.iterate(0, number -> number + 1)
                .limit(20)
                .map(number -> new HashtagSet(
                        "s" + number,
                        tags.stream().map(tag -> tag + "x" + number).toList(),
                        false))
                .toList();

        assertThat(Signs.of(new Sheet.Names(List.of(), List.of(), sets))).hasSize(Signs.MOST);
        assertThatCode(() -> Signs.of("@")).doesNotThrowAnyException();
    }
}
