package dev.parvis.functions.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.notices.Endpoint;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** A signing secret is changed over without a webhook lost, or dropped at once when it has leaked. */
class SecretsChangedTest {
    private static final String ENDPOINT = Desk.path("/endpoints/" + Sample.ENDPOINT);

    private final Desk desk = Desk.settled();

    private Json rotate(long version, Json body) {
        return Answers.ok(
                desk.as(Sample.MANAGER).with("If-Match", "\"" + version + "\"").post(ENDPOINT + "/secret", body), 200);
    }

    private Endpoint endpoint() {
        return desk.stores.endpoints().find(Sample.WORKSPACE, Sample.ENDPOINT).orElseThrow();
    }

    private String opened(String sealed) {
        var plain = desk.sealer.open(
                Base64.getDecoder().decode(sealed), Endpoint.sealedFor(Sample.WORKSPACE, Sample.ENDPOINT));
        return new String(plain, StandardCharsets.UTF_8);
    }

    @Test
    void the_new_one_is_shown_once_and_the_one_before_signs_for_a_day() {
        var before = endpoint().sealedSecret();

        var told = rotate(1, Json.obj());

        assertThat(told.at("secret").textOr(""))
                .startsWith("whsec_")
                .isEqualTo(opened(endpoint().sealedSecret()));
        assertThat(told.at("oldSecretsSignUntil").textOr("")).isEqualTo("2026-11-22T09:00:00.000Z");
        assertThat(endpoint().signing(Sample.NOW.plus(Duration.ofHours(23))))
                .containsExactly(endpoint().sealedSecret(), before);
        assertThat(endpoint().signing(Sample.NOW.plus(Duration.ofHours(24))))
                .containsExactly(endpoint().sealedSecret());
        assertThat(Answers.ok(desk.as(Sample.MANAGER).get(ENDPOINT), 200)
                        .at("secret")
                        .isMissing())
                .isTrue();
        assertThat(desk.logged()).doesNotContain("whsec_");
    }

    @Test
    void an_answer_that_was_lost_is_asked_for_again_and_what_the_other_side_knows_still_signs() {
        var known = endpoint().sealedSecret();
        rotate(1, Json.obj("oldSignsHours", 24));

        rotate(2, Json.obj("oldSignsHours", 24));

        assertThat(endpoint().signing(Sample.NOW)).hasSize(3).contains(known);
    }

    @Test
    void what_has_leaked_signs_no_more_at_once() {
        rotate(1, Json.obj("oldSignsHours", 24));

        var told = rotate(2, Json.obj("oldSignsHours", 0));

        assertThat(endpoint().signing(Sample.NOW)).containsExactly(endpoint().sealedSecret());
        assertThat(told.at("oldSecretsSignUntil").isMissing()).isTrue();
    }

    @Test
    void an_older_version_and_too_long_a_time_change_nothing() {
        var before = endpoint();
        var manager = desk.as(Sample.MANAGER);

        Answers.refused(
                manager.with("If-Match", "\"7\"").post(ENDPOINT + "/secret", Json.obj()),
                Problem.Code.PRECONDITION_FAILED);
        Answers.field(
                manager.with("If-Match", "\"1\"").post(ENDPOINT + "/secret", Json.obj("oldSignsHours", 169)),
                "/oldSignsHours",
                "too_large");
        assertThat(endpoint()).isEqualTo(before);
    }
}
