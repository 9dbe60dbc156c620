package dev.parvis.functions.notify;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkRisksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text_too_long",
                "too_many_images",
                "image_type",
                "image_too_large",
                "video_type",
                "video_too_long",
                "video_with_images",
                "no_polls",
                "option_too_long",
                "no_comments"
            })
    void a_person_reads_words_and_no_code(String code) {
        assertThat(NetworkRisks.said(code, true)).doesNotContain("_").endsWith(".");
        assertThat(NetworkRisks.said(code, false)).doesNotContain("_").endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void images_beside_a_video_are_not_taken_for_a_bad_video(boolean french) {
        assertThat(NetworkRisks.said("video_with_images", french))
                .isNotEqualTo(NetworkRisks.said("video_too_long", french))
                .contains("images");
    }
}
